"""Texts of two parts: front matter between two lines ``---``, read like any record, and a body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake import leaks
from plus100.intake.documents import read_document
from plus100.intake.locate import place_of
from plus100.intake.reading.careful import examine
from plus100.intake.reading.text import decode
from plus100.intake.schema import Kind

_FRONT = re.compile(r"---\r?\n(?P<front>.*?)^---\r?$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """One file. ``value`` is the front matter's, ``head`` its text and ``body`` the rest, each blanked
    out around itself, so that lines are counted as in the file.
    """

    path: str
    value: object
    head: str
    body: str


def read_text(
    path: str, data: bytes, kind: Kind, headless: Finding
) -> tuple[Text | None, tuple[Finding, ...]]:
    """The two parts of a file, ``None`` where the front matter is not sound or anything is given away;
    and what is wrong, located. ``headless`` is what is found where there is no front matter.
    """
    text, refused = decode(data, path)
    if text is None:
        return None, refused
    match = _FRONT.match(text)
    if match is None:
        return None, (headless,)
    head = "\n" + match["front"]
    value, found = read_document(path, head.encode(), kind)
    body = "\n" * text[: match.end()].count("\n") + text[match.end() :]
    found = (*located(found, head), *leaks.scan(path, body.encode()))
    return (None, found) if value is None or found else (Text(path, value, head, body), ())


def within(path: str, *pointer: str | int) -> Location:
    """A place in the front matter, whose line ``located`` finds."""
    place: Pointer = pointer
    return Location(path=path, pointer=place)


def located(findings: Iterable[Finding], head: str) -> tuple[Finding, ...]:
    """Findings about the front matter with the lines that their pointers lead to."""
    return tuple(one if one.where.line or one.where.pointer is None else _at(one, head) for one in findings)


def _at(found: Finding, head: str) -> Finding:
    where = found.where
    place = place_of(examine(head, where.path), where.pointer or (), key=where.key)
    return found.at(*place) if place else found
