"""Pages of the policies: each edition with every rule in plain Chinese, the readings, the differences.

Pure functions from editions and readings to Markdown. Text from the records is written as character
references, so that nothing in it can be markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

import msgspec

from plus100.ledger.policy.diff import RuleChange
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Carrier, Document, Reading, Source
from plus100.ledger.policy.rules import Themes as Vocabulary
from plus100.publish.labels import FORCE
from plus100.publish.page import Page
from plus100.publish.policy_words import day, sentences, whom

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
KINDS = {"added": "新增", "removed": "不再有", "changed": "有改动"}
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")


def pages(editions: Mapping[str, Edition], readings: Mapping[str, Reading]) -> Iterator[Page]:
    """The index, a page an edition, and the page of readings."""
    body = index(editions)
    yield Page(path="policies/index.md", title="规则版本", markdown=body, search=True, nav="规则版本")
    for edition in editions.values():
        path = f"policies/{edition.id}/index.md"
        markdown = edition_text(edition, editions, readings)
        yield Page(path=path, title=edition.title, markdown=markdown, search=True)
    markdown = readings_text(readings.values(), editions)
    yield Page(path="policies/readings/index.md", title="解读", markdown=markdown, search=True)


def safe(words: str) -> str:
    """Plain text as Markdown that shows just this text, on one line."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", " ".join(words.split()))


def anchor(name: str) -> str:
    """The anchor of a rule or a reading: ``points.youth_voice`` → ``points-youth_voice``."""
    return name.replace(".", "-").lower()


def index(editions: Mapping[str, Edition]) -> str:
    """The list of editions."""
    lines = [
        "# 规则版本",
        "",
        "一份文件是一个版本。下级版本写明新增、替换、取消了哪些规则，其余沿用上级版本。",
        "原文不清楚的地方怎样理解，见[解读](readings/index.md)。",
        "",
    ]
    for edition in editions.values():
        above = [editions[one].title for one in edition.lineage[-2:-1]]
        from_ = f"，其余沿用{safe(above[0])}" if above else ""
        own = sum(held.origin == edition.id for one in edition.rules.values() for held in one)
        lines.append(f"- [{safe(edition.title)}]({edition.id}/index.md)：{own}条自己的规则{from_}。")
    return "\n".join(lines) + "\n"


def edition_text(edition: Edition, editions: Mapping[str, Edition], readings: Mapping[str, Reading]) -> str:
    """One edition: its documents, then every version of every rule, by subject."""
    lines = [f"# {safe(edition.title)}", "", safe(edition.description), "", "## 文件", ""]
    lines += [f"- {_document(document)}" for document in edition.documents.values()]
    subjects = sorted(edition.rules, key=_place)
    for subject, names in groupby(subjects, key=_subject):
        lines += ["", f"## {GROUPS.get(subject, safe(subject))}"]
        for name in names:
            for n, held in enumerate(edition.rules[name]):
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
    yield f"### {safe(rule.title)} {{ #{mark} }}"
    yield ""
    yield from (f"- {safe(one)}" for one in sentences(rule, theme_titles(edition, rule.from_)))
    yield f"- 力度：{FORCE.get(rule.force, rule.force)}。对象：{safe(whom(rule.applies))}。"
    until = f"至{day(held.until)}" if held.until else "起，至今有效"
    yield f"- 时间：{day(rule.from_)}{until}。"
    if held.origin != edition.id:
        origin = editions[held.origin].title if held.origin in editions else held.origin
        yield f"- 沿用自：{safe(origin)}。"
    if rule.ceiling:
        yield "- 下级不得提高（不得层层加码）。"
    yield from (f"- 出处：{_source(one, edition.documents)}" for one in rule.sources)
    if rule.readings:
        yield f"- 解读：{'；'.join(_reading_link(one, readings) for one in rule.readings)}。"
    if rule.note:
        yield f"- 说明：{safe(rule.note)}"
    yield f"- 规则代号：{safe(rule.id)}"


def theme_titles(edition: Edition, on: date) -> dict[str, str]:
    """The titles of the activity themes in force on a day."""
    return {
        theme.id: theme.title
        for held in edition.on(on)
        if isinstance(held.rule.does, Vocabulary)
        for theme in held.rule.does.themes
    }


def _document(document: Document) -> str:
    parts = (document.number, document.issuer, day(document.issued) if document.issued else "没有日期")
    return f"《{safe(document.title)}》（{'，'.join(safe(part) for part in parts if part)}）"


def _source(source: Source, documents: Mapping[str, Document]) -> str:
    document = documents.get(source.document)
    title = document.number or f"《{document.title}》" if document else source.document
    return f"{safe(title)} {safe(source.clause)}"


def _reading_link(name: str, readings: Mapping[str, Reading]) -> str:
    reading = readings.get(name)
    title = f" {safe(reading.title)}" if reading else ""
    return f"[{safe(name)}{title}](../readings/index.md#{anchor(name)})"


def readings_text(readings: Iterable[Reading], editions: Mapping[str, Edition]) -> str:
    """All readings, in the order of the file."""
    documents = {name: one for edition in editions.values() for name, one in edition.documents.items()}
    lines = [
        "# 解读",
        "",
        "文件有不清楚或互相矛盾的地方，计算时总要取一种理解。这里写明每一处不清楚在哪里、取了哪一种、为什么。",
        "由规则参数体现的，改那个参数就换成别的理解；不由参数体现的，说明原因。",
    ]
    for reading in readings:
        lines += ["", *_reading(reading, documents, editions)]
    return "\n".join(lines) + "\n"


def _reading(
    reading: Reading, documents: Mapping[str, Document], editions: Mapping[str, Edition]
) -> Iterator[str]:
    yield f"## {safe(reading.id)} {safe(reading.title)} {{ #{anchor(reading.id)} }}"
    yield ""
    yield f"- 不清楚之处：{safe(reading.unclear)}"
    yield f"- 取的理解：{safe(reading.decision)}"
    yield f"- 理由：{safe(reading.why)}"
    if reading.others:
        yield f"- 也可以理解为：{safe(reading.others)}"
    yield from (f"- 出处：{_source(one, documents)}" for one in reading.sources)
    yield from (f"- {_carrier(one, editions)}" for one in reading.carried_by)
    if reading.fixed:
        yield f"- 不由参数体现：{safe(reading.fixed)}"


def _carrier(carrier: Carrier, editions: Mapping[str, Edition]) -> str:
    edition = editions.get(carrier.edition)
    title = safe(edition.title if edition else carrier.edition)
    link = f"[{title}的 {safe(carrier.rule)}](../{carrier.edition}/index.md#{anchor(carrier.rule)})"
    others = "；".join(safe(show(other)) for other in carrier.others)
    return f"参数：{link}，{safe(carrier.parameter)} 取 {safe(show(carrier.value))}；别的取值：{others}。"


def show(value: object) -> str:
    """A parameter's value for people."""
    if value is None:
        return "（不设）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(show(one) for one in value) or "（空）"
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def diff_text(changes: Iterable[RuleChange], old: Edition, new: Edition) -> str:
    """What differs between two editions, as Markdown: rule by rule, with old and new value and source."""
    lines = [f"# {safe(old.title)} → {safe(new.title)}"]
    for change in changes:
        held = change.new or change.old
        title = held.rule.title if held else change.id
        lines += ["", f"## {KINDS[change.kind]}：{safe(title)}", "", f"- 规则代号：{safe(change.id)}"]
        if change.kind == "added" and change.new:
            themes = theme_titles(new, change.new.rule.from_)
            lines += [f"- {safe(one)}" for one in sentences(change.new.rule, themes)]
        lines += [f"- {safe(p.path)}：{safe(show(p.old))} → {safe(show(p.new))}" for p in change.parameters]
        lines += [f"- 原出处：{_source(one, old.documents)}" for one in _sources(change.old)]
        lines += [f"- 新出处：{_source(one, new.documents)}" for one in _sources(change.new)]
    if len(lines) == 1:
        lines += ["", "没有不同。"]
    return "\n".join(lines) + "\n"


def _sources(held: Held | None) -> tuple[Source, ...]:
    return held.rule.sources if held else ()
