"""R313, R361, R362, R369: whether an entry's day can be right. It agrees with the entry's id, is not
after the commit, and on it the cadre holds a post and the unit has a policy.

Of the four only the first that fails is told: they are about the same date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say
from plus100.ledger.records import Entry

AFTER_COMMIT, OTHER_DAY, NO_POST, NO_POLICY = "R313", "R361", "R362", "R369"


def agrees(entry: Entry) -> bool:
    """Whether the id begins with the entry's day."""
    day = entry.date
    return int(entry.id[:8]) == day.year * 10000 + day.month * 100 + day.day


def check_days(pages: Pages) -> Iterator[Finding]:
    """Every entry. A post that ended and goes on under another category is two posts, so all are
    looked at when the first does not hold the day.
    """
    latest = pages.day or date.max
    posts = [(post.from_, post.until or date.max) for post in pages.cadre.posts]
    first, last = posts[0]
    gaps = [(s.first, s.last) for s in pages.vocabulary.stretches if s.edition is None]
    for i, entry in enumerate(pages.entries):
        day = entry.date
        if not agrees(entry):
            yield _other_day(pages, i)
        elif day > latest:
            message = f"条目 {entry.id}：日期 {day} 晚于提交日期 {latest}。"
            fix = "改正日期；事情还没有发生的，发生以后再记。"
            yield say(AFTER_COMMIT, pages.entry_at(i, "date"), message, fix)
        elif not first <= day <= last and not any(begin <= day <= end for begin, end in posts):
            message = f"条目 {entry.id}：{day} 这天团干部 {pages.cadre_id} 没有担任岗位。"
            fix = "改正日期；岗位起止写错的，改正 cadre.yml 中的 posts。"
            yield say(NO_POST, pages.entry_at(i, "date"), message, fix)
        elif any(begin <= day <= end for begin, end in gaps):
            message = f"条目 {entry.id}：{day} 这天单位 {pages.unit.id} 没有适用的规则版本。"
            fix = "改正日期；规则更早就执行的，在 unit.yml 的 policy 中补写起始日期。"
            yield say(NO_POLICY, pages.entry_at(i, "date"), message, fix)


def _other_day(pages: Pages, i: int) -> Finding:
    entry = pages.entries[i]
    stem = entry.date.isoformat().replace("-", "")
    return say(
        OTHER_DAY,
        pages.entry_at(i, "id"),
        f"条目编号 {entry.id} 的日期部分与日期 {entry.date} 不一致。",
        f"编号改为 {stem}{entry.id[8:]}，或改正 date。",
        pages.entry_at(i, "date"),
    )
