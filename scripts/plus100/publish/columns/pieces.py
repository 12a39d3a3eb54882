"""One contribution: its front matter and body, read from a file's bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from plus100.core.findings import Finding, Location
from plus100.intake.front_matter import read_text
from plus100.publish.columns.faults import finding
from plus100.publish.columns.kinds import FOLDER, Column


class Shown(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture as front matter names it."""

    file: str
    alt: str
    agreed: bool


class Recommended(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"day": "date"}
):
    """One level's recommendation of a story: by which unit, in what function, on which day."""

    level: str
    unit: str
    by: str
    day: date


class Front(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"day": "date"}):
    """What the schemas of the five columns describe; each has some of these fields."""

    title: str
    unit: str
    day: date
    summary: str = ""
    tags: tuple[str, ...] = ()
    pictures: tuple[Shown, ...] = ()
    until: date | None = None
    kind: str = ""
    link: str = ""
    purpose: str = ""
    maker: str = ""
    person: str = ""
    agreed: bool = True
    recommended: tuple[Recommended, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One file. ``head`` and ``body`` are blanked out around themselves, so that lines are the file's."""

    path: str
    column: Column
    front: Front
    head: str
    body: str

    @property
    def name(self) -> str:
        """``20181103-k3f9``, the file's name."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def home(self) -> str:
        """Its page in the site."""
        return f"{FOLDER}/{self.column.folder}/{self.name}/index.md"

    def picture_home(self, position: int) -> str:
        """Where the picture at a position is published, whatever its file was called."""
        ending = self.front.pictures[position].file.rpartition(".")[2].lower()
        return f"{FOLDER}/{self.column.folder}/{self.name}/{position + 1}.{ending}"


def read_piece(path: str, data: bytes, column: Column) -> tuple[Piece | None, tuple[Finding, ...]]:
    """The piece of a file, ``None`` where its front matter is not sound; and what is wrong with it."""
    headless = finding("C701", Location(path=path, line=1, column=1))
    text, found = read_text(path, data, column.kind, headless)
    if text is None:
        return None, found
    return Piece(path, column, msgspec.convert(text.value, Front), text.head, text.body), found
