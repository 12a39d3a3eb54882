"""Boards: who stands where. One board a points edition and class; ties share a place (1, 2, 2, 4).

The order shown is total: points from high to low, then the cadre's id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from plus100.measure.figures import Board, CadreFigures, Level, PointsFigure, Rank, Standing

Children = Mapping[str, tuple[str, ...]]
"""The units directly below each unit."""


class Scored(NamedTuple):
    """What a board needs of one cadre."""

    edition: str
    points_class: str
    cadre: str
    unit: str
    total: Decimal
    diamonds: int | None
    stars: int | None


def scored_as(table: tuple[str, str], cadre: str, points: PointsFigure, level: Level | None) -> Scored:
    """A cadre's row on the board of an edition and class."""
    unit = cadre.partition("/")[0]
    diamonds, stars = (None, None) if level is None else (level.diamonds, level.stars)
    return Scored(*table, cadre, unit, points.total, diamonds, stars)


def scored(figures: Iterable[CadreFigures]) -> list[Scored]:
    """Those who have points."""
    return [
        scored_as((found.points_edition, found.points_class), found.id, found.points, found.level)
        for found in figures
        if found.points is not None and found.points_edition and found.points_class
    ]


def boards(cadres: Iterable[Scored], as_of: date) -> tuple[Board, ...]:
    """All boards of a day, by edition and class."""
    groups: dict[tuple[str, str], list[Standing]] = {}
    for found in cadres:
        groups.setdefault((found.edition, found.points_class), []).append(_standing(found))
    return tuple(
        Board(edition=edition, points_class=name, year=as_of.year, as_of=as_of, rows=ranked(rows))
        for (edition, name), rows in sorted(groups.items())
    )


def ranked(rows: Iterable[Standing]) -> tuple[Standing, ...]:
    """The rows in order, with places anew."""
    placed: list[Standing] = []
    for number, row in enumerate(sorted(rows, key=lambda row: (-row.total, row.cadre)), start=1):
        tied = bool(placed) and placed[-1].total == row.total
        placed.append(replace(row, place=placed[-1].place if tied else number))
    return tuple(placed)


def within(board: Board, units: Collection[str]) -> Board:
    """The board of some units alone, ranked anew: a unit's (one unit) or a subtree's (``subtree``)."""
    return replace(board, rows=ranked(row for row in board.rows if row.unit in units))


def subtree(children: Children, unit: str) -> tuple[str, ...]:
    """A unit and all units below it, each before its children."""
    found = [unit]
    for name in found:
        found.extend(child for child in children.get(name, ()) if child not in found)
    return tuple(found)


def ranks(board: Board, units: Collection[str] | None = None) -> dict[str, Rank]:
    """Each cadre's place on the board, or among the cadres of some units."""
    rows = board.rows if units is None else within(board, units).rows
    return {row.cadre: Rank(place=row.place, of=len(rows)) for row in rows}


def _standing(found: Scored) -> Standing:
    return Standing(
        cadre=found.cadre,
        unit=found.unit,
        total=found.total,
        diamonds=found.diamonds,
        stars=found.stars,
        place=0,
    )
