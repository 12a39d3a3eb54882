"""One answer: its front matter and body, read from a file's bytes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import msgspec

from plus100.core.findings import Finding, Location
from plus100.intake.front_matter import read_text
from plus100.ledger.policy.rules import Source
from plus100.publish.handbook.chapters import CHAPTERS
from plus100.publish.handbook.faults import finding

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
    headless = finding("H601", Location(path=path, line=1, column=1))
    text, found = read_text(path, data, "answer", headless)
    if text is None:
        return None, found
    return Answer(path, msgspec.convert(text.value, Front), text.head, text.body), found
