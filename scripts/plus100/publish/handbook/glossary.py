"""The glossary (``docs/guide/glossary.yml``): terms in plain words, with source and the code's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

import msgspec

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.documents import read_document
from plus100.intake.locate import place_of
from plus100.intake.reading.careful import examine
from plus100.intake.reading.text import decode
from plus100.intake.schema import KINDS, Schema, codes, load
from plus100.ledger.policy.rules import Source
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.shelf import GLOSSARY as FILE
from plus100.publish.handbook.targets import ROOT, World, link
from plus100.publish.labels import COMPUTED
from plus100.publish.page import Page
from plus100.publish.policies.text import names, safe, source_text

PATH = "guide/glossary.md"
TITLE = "词汇表"
ANSWERED = "central-qa"
"""The document whose questions the handbook answers."""
_QUESTION = re.compile(r"第([0-9]+)问")
_OPENING = "文件里的词、页面上的词，用平常话说一遍；最后一栏是它在记录或规则里的代号。"


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term. ``code`` names what it is called in records, rules or figures; "" where nothing is."""

    term: str
    meaning: str
    sources: tuple[Source, ...] = ()
    code: str = ""


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Terms of one subject."""

    title: str
    terms: tuple[Term, ...]


class _File(msgspec.Struct, frozen=True):
    groups: tuple[Group, ...]


def glossary_page(data: bytes, world: World) -> tuple[Page | None, tuple[Finding, ...]]:
    """The page, ``None`` where the file is not sound; and what is wrong with it, not located."""
    value, found = read_document(FILE, data, "glossary")
    if value is None or found:
        return None, found
    groups = msgspec.convert(value, _File).groups
    lines = [f"# {TITLE}", "", "[怎么提交](index.md)", "", _OPENING]
    for group in groups:
        lines += [
            "",
            f"## {safe(group.title)}",
            "",
            "| 词 | 意思 | 出处 | 代号 |",
            "| --- | --- | --- | --- |",
        ]
        lines += [_row(one, world) for one in group.terms]
    page = Page(path=PATH, title=TITLE, markdown="\n".join(lines) + "\n", search=True)
    return page, tuple(_located(data, tuple(_faults(groups, world))))


def _row(one: Term, world: World) -> str:
    sources = "；".join(_source(source, world) for source in one.sources) or "本系统的说法"
    return f"| **{safe(one.term)}** | {safe(one.meaning)} | {sources} | {_code(one.code, world)} |"


def _source(source: Source, world: World) -> str:
    """Where it stands; a question of the handbook leads to its answer."""
    if source.document != ANSWERED:
        return source_text(source, world.documents)
    return _QUESTION.sub(lambda found: _answer(found, world), f"问答{safe(source.clause)}")


def _answer(found: re.Match[str], world: World) -> str:
    target = link(world, "qa", f"q{int(found[1]):02}")
    return f"[{found[0]}]({_from_here(target)})" if target else found[0]


def _from_here(target: str) -> str:
    return f"../{target.removeprefix(ROOT)}"


def _code(code: str, world: World) -> str:
    """The name, leading to what it names where that has a place of its own."""
    scheme, _, name = code.partition(":")
    if scheme in {"rule", "reading"}:
        target = link(world, scheme, name)
        return f"[{safe(name)}]({_from_here(target)})" if target else safe(name)
    return f"`{name.rpartition('/')[2]}`" if name else ""


def named(code: str, world: World) -> bool:
    """Whether there is what a code names: a field, a recorded code, a rule, a reading, a theme, or a word
    for something computed.
    """
    scheme, _, name = code.partition(":")
    group, _, one = name.partition("/")
    match scheme:
        case "rule" | "reading":
            return link(world, scheme, name) is not None
        case "field":
            kind, _, field = name.partition(".")
            return kind in KINDS and field in _fields(load(kind))
        case "code":
            return _has(group, one)
        case "theme":
            return any(name in names(edition) for edition in world.editions.values())
        case "word":
            return one in COMPUTED.get(group, {})
    return False


def _has(group: str, code: str) -> bool:
    try:
        return code in codes(group)
    except KeyError:
        return False


def _fields(part: object) -> set[str]:
    """Every field that a schema names."""
    found: set[str] = set()
    if isinstance(part, dict):
        found.update(cast("Schema", part.get("properties", {})))
        for inner in part.values():
            found |= _fields(inner)
    elif isinstance(part, list):
        for inner in part:
            found |= _fields(inner)
    return found


def _faults(groups: tuple[Group, ...], world: World) -> Iterator[Finding]:
    for g, group in enumerate(groups):
        for t, one in enumerate(group.terms):
            at: Pointer = ("groups", g, "terms", t)
            if one.code and not named(one.code, world):
                where = Location(path=FILE, pointer=(*at, "code"))
                yield finding("H614", where, shown=one.code, term=one.term)
            for s, source in enumerate(one.sources):
                if source.document not in world.documents:
                    where = Location(path=FILE, pointer=(*at, "sources", s, "document"))
                    yield finding("H607", where, shown=source.document)


def _located(data: bytes, found: tuple[Finding, ...]) -> Iterator[Finding]:
    text, _ = decode(data, FILE)
    for one in found:
        place = place_of(examine(text or "", FILE), one.where.pointer or ())
        yield one.at(*place) if place else one
