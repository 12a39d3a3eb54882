"""What the front matter of an answer names: whether it is there, and how the page tells it."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.intake.front_matter import within
from plus100.ledger.policy.rules import Source
from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.targets import KNOWN, World, link
from plus100.publish.handbook.values import version
from plus100.publish.policies.text import document_text, number, safe

_SCHEMES = {"related": "qa", "rules": "rule", "readings": "reading"}


def check(answer: Answer, world: World) -> Iterator[Finding]:
    """Names in the front matter that lead nowhere, and a file in the wrong place."""
    front, path = answer.front, answer.path
    if path != answer.home:
        yield finding("H602", within(path, "id"), wanted=answer.home, found=path)
    other = world.answers.get(front.id)
    if other and other.path != path:
        yield finding("H608", within(path, "id"), shown=front.id, other=other.path)
    for place, source in enumerate(front.sources):
        if source.document not in world.documents:
            yield finding("H607", within(path, "sources", place, "document"), shown=source.document)
    for name, scheme in _SCHEMES.items():
        for place, one in enumerate(getattr(front, name)):
            if link(world, scheme, one) is None:
                yield finding("H604", within(path, name, place), shown=one, known=KNOWN[scheme])


def notes(answer: Answer, world: World) -> Iterator[str]:
    """The lines of Markdown that follow the body: sources, related questions, rules, readings. Search
    leaves them out: another question's title would lead to the wrong page.
    """
    front = answer.front
    yield from _list("依据", _sources(front.sources, world))
    yield from _list("相关问题", (_related(one, world) for one in front.related))
    yield from _list("所依据的规则", (_rule(one, world) for one in front.rules))
    yield from _list("解读", (_reading(one, world) for one in front.readings))


def _list(title: str, items: Iterator[str]) -> Iterator[str]:
    found = [f"- {item}" for item in items]
    if found:
        yield from ("", f"## {title} {{ data-search-exclude }}", "", *found)


def _sources(sources: tuple[Source, ...], world: World) -> Iterator[str]:
    """``《标题》（文号，发文单位，日期）：第41问；第8问``, each document once."""
    for document in dict.fromkeys(one.document for one in sources):
        known = world.documents.get(document)
        clauses = "；".join(safe(one.clause) for one in sources if one.document == document)
        yield f"{document_text(known) if known else safe(document)}：{clauses}"


def _related(name: str, world: World) -> str:
    other = world.answers.get(name)
    return (
        f"[{other.number}　{safe(other.front.question)}]({link(world, 'qa', name)})"
        if other
        else safe(name)
    )


def _rule(name: str, world: World) -> str:
    edition, _, rule = name.partition("/")
    found = version(world.editions, edition, rule, world.on)
    if found is None:
        return safe(name)
    title = f"{safe(world.editions[edition].title)}：{safe(found[1].rule.title)}"
    return f"[{title}]({link(world, 'rule', name)})"


def _reading(name: str, world: World) -> str:
    reading = world.readings.get(name)
    title = f"{number(name)} {safe(reading.title)}".lstrip() if reading else safe(name)
    return f"[{title}]({link(world, 'reading', name)})" if reading else title
