"""All columns: a pure function from files and the frame to pages, pictures, feeds and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding, order
from plus100.intake.pictures import Picture
from plus100.ledger.world import Frame
from plus100.publish.columns import body
from plus100.publish.columns.drawer import Drawer, folder_of
from plus100.publish.columns.feeds import feeds
from plus100.publish.columns.pieces import Piece
from plus100.publish.columns.proofs import proofread
from plus100.publish.columns.rows import Row, Shelves
from plus100.publish.columns.sheets import Printed, pages, row
from plus100.publish.page import Page


@dataclass(frozen=True, slots=True)
class Columns:
    """``printed`` are the sound pieces, newest first; ``pages`` all pages; ``pictures`` and ``feeds`` path
    in the site → content; ``shelves`` each unit's pieces; ``withheld`` the number of texts that are not
    published; ``findings`` with paths from the repository's root.
    """

    printed: tuple[Printed, ...]
    pages: tuple[Page, ...]
    pictures: Mapping[str, bytes]
    feeds: Mapping[str, str]
    shelves: Shelves
    withheld: int
    findings: tuple[Finding, ...]


def compose(drawer: Drawer, frame: Frame) -> Columns:
    """Read, check and render every contribution."""
    proofs = proofread(drawer, frame)
    printed = sorted(_printed(proofs.sound, proofs.pictures), key=_newest_first)
    withheld = proofs.texts - len(printed)
    return Columns(
        printed=tuple(printed),
        pages=tuple(pages(printed, frame, withheld)),
        pictures=dict(_published(printed)),
        feeds=dict(feeds(printed, frame)),
        shelves=_by_unit(row(one, frame) for one in printed),
        withheld=withheld,
        findings=tuple(sorted(proofs.findings, key=order)),
    )


def _newest_first(one: Printed) -> tuple[int, str]:
    return -one.piece.front.day.toordinal(), one.piece.path


def _printed(pieces: Iterable[Piece], pictures: Mapping[str, Picture]) -> Iterator[Printed]:
    """The pieces all of whose pictures may be published, rendered."""
    for piece in pieces:
        paths = [f"{folder_of(piece.path)}/{shown.file}" for shown in piece.front.pictures]
        if all(path in pictures for path in paths):
            yield Printed(piece, body.render(piece.body), tuple(pictures[path] for path in paths))


def _by_unit(rows: Iterable[Row]) -> Shelves:
    found: dict[str, list[Row]] = defaultdict(list)
    for one in rows:
        found[one.unit].append(one)
    return dict(found)


def _published(printed: list[Printed]) -> Iterator[tuple[str, bytes]]:
    for one in printed:
        for position, picture in enumerate(one.pictures):
            yield one.piece.picture_home(position), picture.data
