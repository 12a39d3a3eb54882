"""R365, R366: an activity names the cadre's own partners, each in contact on that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import ask, meant, say
from plus100.ledger.records import Activity, Partner

UNKNOWN, INACTIVE = "R365", "R366"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every partner that an activity names. Partners at fault themselves are not judged again, nor is
    a day that is itself in doubt.
    """
    by_id: dict[str, Partner] = {}
    for i, entry in enumerate(pages.entries):
        if type(entry) is not Activity or not entry.partners:
            continue
        doubtful = i in pages.doubtful
        by_id = by_id or {partner.id: partner for partner in reversed(pages.partners)}
        day = entry.date
        for j, name in enumerate(entry.partners):
            partner = by_id.get(name)
            if partner is not None and (doubtful or partner.since <= day <= (partner.until or date.max)):
                continue
            if name in pages.at_fault:
                continue
            if partner is not None:
                yield _inactive(pages, i, j, partner)
            elif pages.whole:
                yield _unknown(pages, i, j, entry.partners)


def _unknown(pages: Pages, i: int, j: int, named: Sequence[str]) -> Finding:
    name = named[j]
    others = {partner.id for partner in pages.partners}.difference(named)
    message = f"活动 {pages.entries[i].id}：团干部 {pages.cadre_id} 名下没有代号为 {name} 的联系青年。"
    # A name that is merely alike is not offered: the contact would be counted for the wrong youth.
    mended = meant(name, others)
    fix = ask(mended, "先在 partners 中登记这位青年，再在活动中写代号。")
    return say(UNKNOWN, pages.entry_at(i, "partners", j), message, fix, mended=mended)


def _inactive(pages: Pages, i: int, j: int, partner: Partner) -> Finding:
    entry = pages.entries[i]
    return say(
        INACTIVE,
        pages.entry_at(i, "partners", j),
        f"活动 {entry.id}：联系青年 {partner.id} 的联系期间是 {partner.since} 至 {partner.until or '今'}，"
        f"不含 {entry.date}。",
        "改正活动日期或联系青年的联系日期；没有参加的，从活动中删去。",
    )
