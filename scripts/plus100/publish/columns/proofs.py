"""Contributions read and checked, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding, Location
from plus100.intake.front_matter import located
from plus100.intake.pictures import Picture, read_picture
from plus100.ledger.world import Frame
from plus100.publish.columns import body, checks
from plus100.publish.columns.drawer import Drawer, Sorted, folder_of, names_in, sort_files
from plus100.publish.columns.faults import finding
from plus100.publish.columns.pieces import Piece, read_piece


@dataclass(frozen=True, slots=True)
class Proofs:
    """``sound`` are the pieces without a fault of their own, ``texts`` counts all there are; ``pictures``
    path → picture made anew, of those that may be published; ``findings`` in no order.
    """

    sound: tuple[Piece, ...]
    texts: int
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]


def proofread(drawer: Drawer, frame: Frame) -> Proofs:
    """Read and check every contribution."""
    files, found = sort_files(drawer)
    pictures, wrong = _pictures(drawer, files)
    read = [_read(path, drawer, files, frame) for path in files.texts]
    pieces = [piece for piece, _ in read if piece]
    faults = [*found, *wrong, *(one for _, findings in read for one in findings)]
    faults += _unused(files, pieces, len(pieces) == len(read))
    sound = tuple(piece for piece, findings in read if piece and not findings)
    return Proofs(sound, len(read), pictures, tuple(faults))


def _read(
    path: str, drawer: Drawer, files: Sorted, frame: Frame
) -> tuple[Piece | None, tuple[Finding, ...]]:
    """A piece and everything wrong with it; ``None`` where its front matter cannot be told."""
    piece, found = read_piece(path, drawer.files[path], files.texts[path])
    if piece is None:
        return None, found
    names = set(names_in((*files.pictures, *drawer.beside), folder_of(path)))
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
    """Pictures that no piece names. While a piece cannot be read, or names one that is not there (C712),
    nobody knows which was meant.
    """
    named = {f"{folder_of(piece.path)}/{shown.file}" for piece in pieces for shown in piece.front.pictures}
    unclear = {folder_of(path) for path in named.difference(files.pictures)}
    for path in files.pictures if all_read else ():
        if path not in named and folder_of(path) not in unclear:
            yield finding("C711", Location(path=path))
