"""One answer: its front matter and body, read from a file's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

import msgspec

from plus100.core.findings import Finding, Location
from plus100.intake import leaks
from plus100.intake.careful import examine
from plus100.intake.documents import read_document
from plus100.intake.locate import place_of
from plus100.intake.text import decode
from plus100.ledger.policy.rules import Source
from plus100.publish.handbook.chapters import CHAPTERS
from plus100.publish.handbook.faults import finding

_FRONT = re.compile(r"---\r?\n(?P<front>.*?)^---\r?$\n?", re.DOTALL | re.MULTILINE)

_SAME_NUMBER = MappingProxyType({"a": "（前一个）", "b": "（后一个）"})
"""The document numbers two questions 45."""


class Front(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``schemas/answer.schema.json`` describes."""

    id: str
    chapter: str
    question: str
    facts: tuple[str, ...]
    sources: tuple[Source, ...]
    related: tuple[str, ...]
    rules: tuple[str, ...]
    readings: tuple[str, ...]
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One file. ``head`` is the front matter and ``body`` the rest, each blanked out around itself, so
    that lines are counted as in the file.
    """

    path: str
    front: Front
    head: str
    body: str

    @property
    def home(self) -> str:
        """Where it belongs: ``qa/lianxi/q41.md``."""
        return f"qa/{CHAPTERS[self.front.chapter]}/{self.front.id}.md"

    @property
    def number(self) -> str:
        """``第41问``; the two of one number are told apart."""
        name = self.front.id
        return f"第{int(name[1:3])}问{_SAME_NUMBER.get(name[3:], name[3:])}"


def read_answer(path: str, data: bytes) -> tuple[Answer | None, tuple[Finding, ...]]:
    """The answer of a file, ``None`` where its front matter is not sound; and what is wrong with it."""
    text, refused = decode(data, path)
    if text is None:
        return None, refused
    match = _FRONT.match(text)
    if match is None:
        return None, (finding("H601", Location(path=path, line=1, column=1)),)
    head = "\n" + match["front"]
    value, found = read_document(path, head.encode(), "answer")
    body = "\n" * text[: match.end()].count("\n") + text[match.end() :]
    found = (*located(found, head), *leaks.scan(path, body.encode()))
    if value is None or found:
        return None, found
    return Answer(path, msgspec.convert(value, Front), head, body), ()


def located(findings: Iterable[Finding], head: str) -> tuple[Finding, ...]:
    """Findings about the front matter with the lines that their pointers lead to."""
    return tuple(one if one.where.line else _at(one, head) for one in findings)


def _at(found: Finding, head: str) -> Finding:
    where = found.where
    place = place_of(examine(head, where.path), where.pointer or (), key=where.key)
    return found.at(*place) if place else found
