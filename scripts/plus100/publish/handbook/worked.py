"""Worked examples as their author writes them: ``q41.example.yml`` beside ``q41.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from plus100.core.findings import Finding
from plus100.intake.documents import read_document
from plus100.intake.reading.text import decode

SUFFIX = ".example.yml"

Fragment = Mapping[str, Any]
"""Fields of a record, as the schemas of the records name them."""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the table: what stands in the records, how it is counted, and the figure's parts as
    the author expects them. ``as_of`` may be another day than the example's.
    """

    record: str
    how: str
    figure: str
    expect: dict[str, str | int]
    as_of: date | None = None


class Engagement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cadre in a unit, with partners and log. ``times`` in an item stands for so many of them."""

    edition: str
    cadre: dict[str, Any]
    level: str = "county"
    unit: dict[str, Any] = {}
    partners: tuple[dict[str, Any], ...] = ()
    log: tuple[dict[str, Any], ...] = ()


class Example(Engagement, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``schemas/example.schema.json`` describes. ``elsewhere`` is another engagement of the same
    person.
    """

    title: str
    as_of: date
    rows: tuple[Row, ...]
    elsewhere: Engagement | None = None


class _File(msgspec.Struct, frozen=True):
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """One file of examples. ``text`` serves to find the lines of what is wrong."""

    path: str
    text: str
    examples: tuple[Example, ...]

    @property
    def page(self) -> str:
        """The page that it stands beside: ``qa/lianxi/q41.md``."""
        return page_of(self.path)


def page_of(path: str) -> str:
    """``qa/lianxi/q41.example.yml`` → ``qa/lianxi/q41.md``."""
    return f"{path.removesuffix(SUFFIX)}.md"


def read_worked(path: str, data: bytes) -> tuple[Worked | None, tuple[Finding, ...]]:
    """The examples of a file, ``None`` where it is not sound; and what is wrong with it, not located."""
    value, found = read_document(path, data, "example")
    text, _ = decode(data, path)
    if value is None or found or text is None:
        return None, found
    return Worked(path, text, msgspec.convert(value, _File).examples), ()
