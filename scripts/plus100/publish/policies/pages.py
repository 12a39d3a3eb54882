"""Pages of the policies: the editions, each with every rule in plain Chinese, what a child changes, and
the readings. Pure functions from editions and readings to Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from plus100.ledger.policy.diff import diff
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Reading
from plus100.publish.labels import FORCE
from plus100.publish.page import Page
from plus100.publish.policies.diff import diff_text
from plus100.publish.policies.readings import readings_text
from plus100.publish.policies.text import anchor, document_text, folded, names, safe, source_text
from plus100.publish.policies.words import day, sentences, whom

__all__ = ["anchor", "pages"]

GROUPS = {
    "coverage": "谁要做",
    "exemptions": "谁可以不做",
    "partners": "联系多少人、联系谁",
    "links": "联系哪些组织",
    "pairing": "结对帮扶",
    "presence": "线上日常联系",
    "activities": "线下活动",
    "five_ones": "“五个一”",
    "five_haves": "“5个有”",
    "yearly": "每年至少",
    "lecture": "团课",
    "themes": "活动主题",
    "tasks": "任务清单",
    "guidance": "联系指导基层",
    "channels": "联系渠道",
    "accounts": "实名注册",
    "group": "建群",
    "points": "积分",
    "levels": "星和钻",
    "deadlines": "期限",
    "campaigns": "集中活动",
}


def pages(editions: Mapping[str, Edition], readings: Mapping[str, Reading]) -> Iterator[Page]:
    """The index, a page an edition, and the page of readings."""
    body = index(editions)
    yield Page(path="policies/index.md", title="规则版本", markdown=body, search=True, nav="规则版本")
    for edition in editions.values():
        path = f"policies/{edition.id}/index.md"
        markdown = edition_text(edition, editions, readings)
        yield Page(path=path, title=edition.title, markdown=markdown, search=True)
        if above := editions.get(edition.lineage[-2]) if len(edition.lineage) > 1 else None:
            yield _changes(above, edition)
    markdown = readings_text(readings.values(), editions)
    yield Page(path="policies/readings/index.md", title="解读", markdown=markdown, search=True)


def _changes(above: Edition, edition: Edition) -> Page:
    """What an edition has changed of its parent, on the first day on which all of it is in force."""
    own = (held.rule.from_ for one in edition.rules.values() for held in one if held.origin == edition.id)
    since = max(own)
    body = diff_text(diff(above, since, edition, since), above, edition, since)
    path = f"policies/{edition.id}/changes/index.md"
    title = f"{edition.title}：和上级不同的地方"
    return Page(path=path, title=title, markdown=body, search=True, boost=0.5)


def index(editions: Mapping[str, Edition]) -> str:
    """The list of editions."""
    lines = [
        "# 规则版本",
        "",
        (
            "一份文件是一个版本。下级版本写明新增、替换、取消了哪些规则，其余沿用上级版本。"
            "原文不清楚的地方怎样理解，见[解读](readings/index.md)。"
        ),
        "",
    ]
    for edition in editions.values():
        above = [editions[one].title for one in edition.lineage[-2:-1]]
        from_ = f"，其余沿用{safe(above[0])}" if above else ""
        own = sum(held.origin == edition.id for one in edition.rules.values() for held in one)
        changes = f"[和上级不同的地方]({edition.id}/changes/index.md)。" if above else ""
        lines.append(
            f"- [{safe(edition.title)}]({edition.id}/index.md)：{own}条自己的规则{from_}。{changes}"
        )
    return "\n".join(lines) + "\n"


def edition_text(edition: Edition, editions: Mapping[str, Edition], readings: Mapping[str, Reading]) -> str:
    """One edition: its documents, then every version of every rule, by subject."""
    lines = [f"# {safe(edition.title)}", "", safe(edition.description), "", "## 文件", ""]
    lines += [f"- {document_text(document)}" for document in edition.documents.values()]
    subjects = sorted(edition.rules, key=_place)
    for subject, group in groupby(subjects, key=_subject):
        lines += ["", f"## {GROUPS.get(subject, safe(subject))}"]
        for name in group:
            for n, held in reversed([*enumerate(edition.rules[name])]):  # what holds now first
                mark = anchor(name) if not n else f"{anchor(name)}-{n + 1}"
                lines += ["", *_rule(edition, held, mark, editions, readings)]
    return "\n".join(lines) + "\n"


def _subject(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def _place(name: str) -> int:
    """Where a rule's subject stands in the order of ``GROUPS``, unknown ones last."""
    order = list(GROUPS)
    return order.index(_subject(name)) if _subject(name) in GROUPS else len(order)


def _rule(
    edition: Edition,
    held: Held,
    mark: str,
    editions: Mapping[str, Edition],
    readings: Mapping[str, Reading],
) -> Iterator[str]:
    """One version of a rule."""
    rule = held.rule
    until = f"至{day(held.until)}" if held.until else "起，至今有效"
    time = f"{day(rule.from_)}{until}"
    ended = f"（{day(held.until)}止）" if held.until else ""
    yield f"### {safe(rule.title)}{ended} {{ #{mark} }}"
    yield ""
    several = len(edition.rules[rule.id]) > 1
    yield "".join(safe(one) for one in _said(edition, held, f"{time}：" if several else ""))
    yield ""
    yield from folded("对象、时间、出处", _details(edition, held, time, editions, readings))


def _said(edition: Edition, held: Held, when: str) -> Iterator[str]:
    """What the rule asks; ``when`` it does, where it has more than one version."""
    yield when
    yield from sentences(held.rule, names(edition))
    if held.rule.ceiling:
        yield "下级不得再提高。"


def _details(
    edition: Edition,
    held: Held,
    time: str,
    editions: Mapping[str, Edition],
    readings: Mapping[str, Reading],
) -> Iterator[str]:
    """Whom it concerns, when, and what it rests on."""
    rule = held.rule
    yield f"力度：{FORCE.get(rule.force, rule.force)}。对象：{safe(whom(rule.applies))}。"
    yield f"时间：{time}。"
    if held.origin != edition.id:
        origin = editions[held.origin].title if held.origin in editions else held.origin
        yield f"沿用自：{safe(origin)}。"
    yield f"出处：{'；'.join(source_text(one, edition.documents) for one in rule.sources)}"
    yield from (f"解读：{_reading_link(one, readings)}" for one in rule.readings)
    if rule.note:
        yield f"说明：{safe(rule.note)}"
    yield f"规则代号：{safe(rule.id)}"


def _reading_link(name: str, readings: Mapping[str, Reading]) -> str:
    reading = readings.get(name)
    title = safe(reading.title if reading else name)
    return f"[{title}](../readings/index.md#{anchor(name)})"
