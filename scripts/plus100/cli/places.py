"""The records behind a trace: file and line of partners, entries, accounts and links, and what each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plus100.core.findings import Finding, Location
from plus100.core.ids import split_cadre_id
from plus100.intake.locate import locate
from plus100.intake.source import Source
from plus100.ledger.world import Book, Frame
from plus100.measure.figures import Line
from plus100.publish.atlas import themes
from plus100.publish.entries import told
from plus100.publish.labels import word
from plus100.publish.logbook import headline

Key = tuple[str, str, str, date | None]
"""Engagement, kind, record, and the day where the record's name alone does not tell it apart."""


class Spot(NamedTuple):
    """Where a record stands, and its title in words."""

    where: Location
    title: str


def key(line: Line) -> Key:
    """What a line of a trace is found by. Partners and entries have ids of their own."""
    day = line.day if line.kind in ("account", "link") else None
    return (line.cadre, line.kind, line.record, day)


def places(
    frame: Frame, books: Mapping[str, Book], source: Source, wanted: Iterable[Line]
) -> dict[Key, Spot]:
    """File, line, column and title of every wanted line; what has no record of its own is left out."""
    known: dict[Key, Location] = {}
    said: dict[Key, str] = {}
    for cadre, book in books.items():
        known.update(in_book(book))
        known.update(in_cadre(frame, cadre, source.prefix))
        said.update(titles(frame, book))
    keys = [one for one in dict.fromkeys(key(line) for line in wanted) if one in known]
    # ``locate`` turns pointers into lines for findings; these are none, only places.
    asked = [Finding(code="", message="", fix="", where=known[one]) for one in keys]
    found = zip(keys, locate(asked, source), strict=True)
    return {one: Spot(finding.where, said.get(one) or word("kind", one[1])) for one, finding in found}


def titles(frame: Frame, book: Book) -> Iterator[tuple[Key, str]]:
    """Every entry's own title, or what stands for it."""
    own = {one.id: one.title for one in frame.units[split_cadre_id(book.cadre)[0]].themes}
    words = {"other": "其他"} | themes(frame) | own
    for entry in book.each_entry():
        yield (
            (book.cadre, "entry", entry.id, None),
            headline(told(entry), lambda code: words.get(code, code)),
        )


def in_book(book: Book) -> Iterator[tuple[Key, Location]]:
    """Partners and entries."""
    for partners in book.partners:
        for partner, position in zip(partners.items, partners.positions, strict=True):
            yield (
                (book.cadre, "partner", partner.id, None),
                Location(path=partners.path, pointer=(position,)),
            )
    for log in book.log:
        for entry, position in zip(log.items, log.positions, strict=True):
            yield (book.cadre, "entry", entry.id, None), Location(path=log.path, pointer=(position,))


def in_cadre(frame: Frame, cadre: str, prefix: str) -> Iterator[tuple[Key, Location]]:
    """Accounts and links."""
    record = frame.cadres[cadre]
    unit, name = split_cadre_id(cadre)
    path = f"{prefix}/units/{unit}/cadres/{name}/cadre.yml"
    for index, account in enumerate(record.accounts):
        yield (
            (cadre, "account", account.platform, account.since),
            Location(path=path, pointer=("accounts", index)),
        )
    for index, link in enumerate(record.links):
        yield (cadre, "link", link.name, link.since), Location(path=path, pointer=("links", index))
