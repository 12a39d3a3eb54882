"""The pages of the columns: one a piece, one a column, and all pieces by unit, tag, level and year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plus100.intake.pictures import Picture
from plus100.intake.schema import codes
from plus100.ledger.records import on
from plus100.ledger.world import Frame
from plus100.publish.columns.body import Body, dressed
from plus100.publish.columns.kinds import COLUMNS, FOLDER, Column
from plus100.publish.columns.pieces import Piece
from plus100.publish.columns.rows import Row
from plus100.publish.drafts.offers import for_column
from plus100.publish.page import Page, root
from plus100.publish.render import template

NEWEST = 5
"""Pieces of each column on the first page of all."""

LISTED = 30
"""Pieces on a column's page; the archive has them all."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece that is published: rendered, with its pictures made anew."""

    piece: Piece
    body: Body
    pictures: tuple[Picture, ...]

    @property
    def summary(self) -> str:
        """Its own, or what it is recommended for, or how it begins."""
        front = self.piece.front
        return front.summary or front.purpose or self.body.opening or front.title


class Group(NamedTuple):
    """Pieces under a heading with an address."""

    id: str
    title: str
    rows: Sequence[Row]


def pages(printed: Sequence[Printed], frame: Frame, withheld: int) -> Iterator[Page]:
    """Every page. ``printed`` are newest first."""
    rows = {one.piece.path: row(one, frame) for one in printed}
    for one in printed:
        yield _piece_page(one, rows[one.piece.path], frame)
    by = {
        column.folder: [rows[one.piece.path] for one in printed if one.piece.column is column]
        for column in COLUMNS
    }
    yield _front_page(by, frame, withheld)
    for column in COLUMNS:
        yield _column_page(column, by[column.folder], frame)
    yield from _overviews(list(rows.values()), frame)


def row(one: Printed, frame: Frame) -> Row:
    """How lists show a piece."""
    front = one.piece.front
    return Row(
        href=one.piece.home.removesuffix("index.md"),
        title=front.title,
        column=one.piece.column.title,
        unit=front.unit,
        unit_name=unit_name(front.unit, frame),
        day=front.day.isoformat(),
        level=level_of(one.piece, frame),
        summary=one.summary,
        tags=front.tags,
        expired=bool(front.until and front.until < frame.as_of),
    )


def unit_name(unit: str, frame: Frame) -> str:
    """The unit's name today; its id where its record is withheld."""
    record = frame.units.get(unit)
    return (record and on(record.name, frame.as_of)) or unit


def level_of(piece: Piece, frame: Frame) -> str:
    """A story's highest recommendation, else the level of the unit; "" where nobody knows."""
    if piece.front.recommended:
        return piece.front.recommended[-1].level
    record = frame.units.get(piece.front.unit)
    return record.level if record else ""


def _page(path: str, title: str, sheet: str, nav: str = "", **values: object) -> Page:
    body = template(sheet)(root=root(path), folder=FOLDER, columns=COLUMNS, **values)
    return Page(path=path, title=title, body=body, search=True, nav=nav)


def _piece_page(one: Printed, shown: Row, frame: Frame) -> Page:
    front = one.piece.front
    pictures = [
        (one.piece.picture_home(place), asked.alt, made)
        for place, (asked, made) in enumerate(zip(front.pictures, one.pictures, strict=True))
    ]
    told = [
        (
            codes("recommend_level")[each.level],
            unit_name(each.unit, frame),
            codes("recommender")[each.by],
            each,
        )
        for each in front.recommended
    ]
    return _page(
        one.piece.home,
        front.title,
        "piece",
        row=shown,
        known=shown.unit in frame.units,
        front=front,
        column=one.piece.column,
        kind=codes("boost_kind").get(front.kind, ""),
        html=dressed(one.body.html),
        pictures=pictures,
        recommended=told,
    )


def _front_page(by: dict[str, list[Row]], frame: Frame, withheld: int) -> Page:
    newest = {folder: rows[:NEWEST] for folder, rows in by.items()}
    return _page(
        f"{FOLDER}/index.md",
        "专栏",
        "columns",
        nav="专栏",
        newest=newest,
        withheld=withheld,
        feeds=bool(frame.settings.site_url),
    )


def _column_page(column: Column, rows: Sequence[Row], frame: Frame) -> Page:
    return _page(
        f"{FOLDER}/{column.folder}/index.md",
        column.title,
        "column",
        column=column,
        rows=rows[:LISTED],
        more=len(rows) - LISTED,
        feeds=bool(frame.settings.site_url and rows),
        offers=for_column(frame, column),
    )


def _overviews(rows: Sequence[Row], frame: Frame) -> Iterator[Page]:
    """The same pieces four times, under other headings."""
    order = list(codes("level"))
    tags = sorted({tag for one in rows for tag in one.tags})
    units = [name for name in frame.units if any(one.unit == name for one in rows)]
    levels = [name for name in order if any(one.level == name for one in rows)]
    years = sorted({one.day[:4] for one in rows}, reverse=True)
    yield _overview(
        "units", "按单位", [_group(one, rows, _of_unit, unit_name(one, frame)) for one in units]
    )
    yield _overview("tags", "按标签", [_group(one, rows, _of_tag, one) for one in tags])
    yield _overview(
        "levels", "按层级", [_group(one, rows, _of_level, codes("level")[one]) for one in levels]
    )
    yield _overview("archive", "往期", [_group(one, rows, _of_year, f"{one} 年") for one in years])


def _of_unit(one: Row, unit: str) -> bool:
    return one.unit == unit


def _of_tag(one: Row, tag: str) -> bool:
    return tag in one.tags


def _of_level(one: Row, level: str) -> bool:
    return one.level == level


def _of_year(one: Row, year: str) -> bool:
    return one.day.startswith(year)


def _group(key: str, rows: Iterable[Row], belongs: Callable[[Row, str], bool], title: str) -> Group:
    return Group(key, title, [one for one in rows if belongs(one, key)])


def _overview(name: str, title: str, groups: Sequence[Group]) -> Page:
    return _page(f"{FOLDER}/{name}/index.md", f"专栏：{title}", "overview", name=name, groups=groups)
