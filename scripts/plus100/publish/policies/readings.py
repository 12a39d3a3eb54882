"""The page of readings: where a document is unclear, how it is read, why, and what else one could think."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import Carrier, Document, Reading
from plus100.publish.policies.text import anchor, folded, number, safe, said, source_text


def readings_text(readings: Iterable[Reading], editions: Mapping[str, Edition]) -> str:
    """All readings, in the order of the file."""
    documents = {name: one for edition in editions.values() for name, one in edition.documents.items()}
    lines = [
        "# 解读",
        "",
        (
            "文件有不清楚或互相矛盾的地方，计算时总要取一种理解。这里写明每一处不清楚在哪里、取了哪一种、为什么。"
            "多数解读是规则里的一个参数，改那个参数就换成别的理解；没有参数可改的，说明原因。"
        ),
    ]
    for reading in readings:
        lines += ["", *_reading(reading, documents, editions)]
    return "\n".join(lines) + "\n"


def _reading(
    reading: Reading, documents: Mapping[str, Document], editions: Mapping[str, Edition]
) -> Iterator[str]:
    told = f"（{number(reading.id)}）" if number(reading.id) else ""
    yield f"## {safe(reading.title)}{told} {{ #{anchor(reading.id)} }}"
    yield ""
    yield f"取的理解：{safe(reading.decision)}"
    yield ""
    yield from folded("哪里不清楚，为什么这样理解", _grounds(reading, documents, editions))


def _grounds(
    reading: Reading, documents: Mapping[str, Document], editions: Mapping[str, Edition]
) -> Iterator[str]:
    """What is unclear, why it is read so, what else one could think, and what carries it."""
    yield f"不清楚之处：{safe(reading.unclear)}"
    yield f"理由：{safe(reading.why)}"
    if reading.others:
        yield f"也可以理解为：{safe(reading.others)}"
    yield f"出处：{'；'.join(source_text(one, documents) for one in reading.sources)}"
    yield from (_carrier(one, editions) for one in reading.carried_by)
    if reading.fixed:
        yield f"没有可以改的参数：{safe(reading.fixed)}"
    yield f"解读代号：{safe(reading.id)}"


def _carrier(carrier: Carrier, editions: Mapping[str, Edition]) -> str:
    """``参数：…的“团课”，“周期”取每季度；也可以取每两个月``."""
    edition = editions.get(carrier.edition)
    versions = edition.rules.get(carrier.rule, ()) if edition else ()
    own = [held for held in versions if held.origin == carrier.edition]
    if not edition or not own:
        return f"参数：{safe(carrier.edition)} {safe(carrier.rule)} {safe(carrier.parameter)}"
    link = f"{carrier.edition}/index.md#{anchor(carrier.rule)}"
    if n := versions.index(own[0]):
        link += f"-{n + 1}"
    title, say = said(own[0], carrier.parameter, edition)
    others = "；".join(safe(say(other)) for other in carrier.others)
    rule = f"[{safe(edition.title)}：{safe(own[0].rule.title)}](../{link})"
    return f"参数：{rule}，“{safe(title)}”取{safe(say(carrier.value))}；也可以取{others}。"
