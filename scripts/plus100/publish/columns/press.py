"""All columns: a pure function from files and the frame to pages, pictures, feeds and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding, Location, order
from plus100.intake.front_matter import located
from plus100.intake.pictures import Picture, read_picture
from plus100.ledger.world import Frame
from plus100.publish.columns import body, checks
from plus100.publish.columns.drawer import Drawer, Sorted, folder_of, names_in, sort_files
from plus100.publish.columns.faults import finding
from plus100.publish.columns.feeds import feeds
from plus100.publish.columns.pieces import Piece, read_piece
from plus100.publish.columns.sheets import Printed, pages
from plus100.publish.page import Page


@dataclass(frozen=True, slots=True)
class Columns:
    """``printed`` are the sound pieces, newest first; ``pages`` all pages; ``pictures`` and ``feeds`` path
    in the site → content; ``withheld`` the number of texts that are not published; ``findings`` with paths
    from the repository's root.
    """

    printed: tuple[Printed, ...]
    pages: tuple[Page, ...]
    pictures: Mapping[str, bytes]
    feeds: Mapping[str, str]
    withheld: int
    findings: tuple[Finding, ...]


def compose(drawer: Drawer, frame: Frame) -> Columns:
    """Read, check and render every contribution."""
    files, found = sort_files(drawer)
    pictures, wrong = _pictures(drawer, files)
    read = [_read(path, drawer, files, frame) for path in files.texts]
    faults = [*found, *wrong, *(one for _, findings in read for one in findings)]
    every = [piece for piece, _ in read if piece]
    faults += _unused(files, every, len(every) == len(read))
    sound = [piece for piece, findings in read if piece and not findings]
    printed = sorted(_printed(sound, pictures), key=_newest_first)
    withheld = len(read) - len(printed)
    return Columns(
        printed=tuple(printed),
        pages=tuple(pages(printed, frame, withheld)),
        pictures=dict(_published(printed)),
        feeds=dict(feeds(printed, frame)),
        withheld=withheld,
        findings=tuple(sorted(faults, key=order)),
    )


def _newest_first(one: Printed) -> tuple[int, str]:
    return -one.piece.front.day.toordinal(), one.piece.path


def _read(
    path: str, drawer: Drawer, files: Sorted, frame: Frame
) -> tuple[Piece | None, tuple[Finding, ...]]:
    """A piece and everything wrong with it; ``None`` where its front matter cannot be told."""
    piece, found = read_piece(path, drawer.files[path], files.texts[path])
    if piece is None:
        return None, found
    names = set(names_in(files.pictures, folder_of(path)))
    wrong = (*checks.check(piece, frame, names), *body.check(piece))
    return piece, located(wrong, piece.head)


def _pictures(drawer: Drawer, files: Sorted) -> tuple[dict[str, Picture], list[Finding]]:
    """Path → picture made anew, of those that may be published."""
    made: dict[str, Picture] = {}
    wrong: list[Finding] = []
    for path in files.pictures:
        picture, found = read_picture(path, drawer.files[path])
        wrong += found
        if picture:
            made[path] = picture
    return made, wrong


def _unused(files: Sorted, pieces: list[Piece], all_read: bool) -> Iterator[Finding]:  # noqa: FBT001 - as it says
    """Pictures that no piece names; while a piece cannot be read, nobody knows."""
    used = {f"{folder_of(piece.path)}/{shown.file}" for piece in pieces for shown in piece.front.pictures}
    if all_read:
        yield from (finding("C711", Location(path=path)) for path in files.pictures if path not in used)


def _printed(pieces: list[Piece], pictures: Mapping[str, Picture]) -> Iterator[Printed]:
    """The pieces all of whose pictures may be published, rendered."""
    for piece in pieces:
        paths = [f"{folder_of(piece.path)}/{shown.file}" for shown in piece.front.pictures]
        if all(path in pictures for path in paths):
            yield Printed(piece, body.render(piece.body), tuple(pictures[path] for path in paths))


def _published(printed: list[Printed]) -> Iterator[tuple[str, bytes]]:
    for one in printed:
        for position, picture in enumerate(one.pictures):
            yield one.piece.picture_home(position), picture.data
