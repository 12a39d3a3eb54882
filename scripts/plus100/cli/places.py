"""Where the records behind a trace stand: file and line of partners, entries, accounts and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plus100.core.findings import Finding, Location
from plus100.core.ids import split_cadre_id
from plus100.intake.locate import locate
from plus100.intake.source import Source
from plus100.ledger.world import Book, Frame
from plus100.measure.figures import Line

Key = tuple[str, str, str, date | None]
"""Engagement, kind, record, and the day where the record's name alone does not tell it apart."""


def key(line: Line) -> Key:
    """What a line of a trace is found by. Partners and entries have ids of their own."""
    day = line.day if line.kind in ("account", "link") else None
    return (line.cadre, line.kind, line.record, day)


def places(
    frame: Frame, books: Mapping[str, Book], source: Source, wanted: Iterable[Line]
) -> dict[Key, Location]:
    """File, line and column of every wanted line; what has no record of its own is left out."""
    known: dict[Key, Location] = {}
    for cadre, book in books.items():
        known.update(in_book(book))
        known.update(in_cadre(frame, cadre, source.prefix))
    keys = [one for one in dict.fromkeys(key(line) for line in wanted) if one in known]
    # ``locate`` turns pointers into lines for findings; these are none, only places.
    asked = [Finding(code="", message="", fix="", where=known[one]) for one in keys]
    return {one: found.where for one, found in zip(keys, locate(asked, source), strict=True)}


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
