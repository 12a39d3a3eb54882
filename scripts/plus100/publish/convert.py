"""Figures → views, the whole season. With ``convert_cadre`` and ``dossiers`` the only way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from plus100.core.points import Ratio, text
from plus100.ledger.records import Unit, on
from plus100.ledger.world import Frame
from plus100.measure import reasons
from plus100.measure.figures import Board, Season, UnitFigures
from plus100.publish import names, ranks
from plus100.publish.convert_cadre import cadre
from plus100.publish.views import (
    BoardView,
    IndicatorView,
    RanksView,
    RowView,
    ScopeView,
    SeasonView,
    UnitView,
)


def board(figure: Board, frame: Frame) -> BoardView:
    """One board, with the names as published."""
    rows = tuple(
        RowView(
            place=row.place,
            cadre=row.cadre,
            name=names.published(frame.cadres.get(row.cadre)),
            unit=row.unit,
            total=text(row.total),
            diamonds=row.diamonds,
            stars=row.stars,
        )
        for row in figure.rows
    )
    return BoardView(
        edition=figure.edition,
        class_=figure.points_class,
        year=figure.year,
        as_of=figure.as_of.isoformat(),
        rows=rows,
    )


def indicator(figure: Ratio) -> IndicatorView:
    """Numerator and denominator."""
    return IndicatorView(part=text(figure.part), whole=figure.whole)


def scope(figures: UnitFigures) -> ScopeView:
    """A unit alone, or with all below it."""
    return ScopeView(
        reported=figures.reported,
        cadres=dict(figures.cadres),
        indicators={name: indicator(one) for name, one in figures.indicators.items()},
        quotas={rule: dict(counts) for rule, counts in figures.quotas.items()},
        withheld=figures.withheld,
    )


def unit(record: Unit, own: UnitFigures, subtree: UnitFigures, day: date) -> UnitView:
    """One unit under the name, parent and policy that it has on the day."""
    return UnitView(
        id=record.id,
        name=on(record.name, day) or record.id,
        level=record.level,
        reason="",
        parent=None if record.parent is None else on(record.parent, day),
        policy=on(record.policy, day),
        own=scope(own),
        subtree=scope(subtree),
    )


def lost(name: str, parent: str | None, own: UnitFigures, subtree: UnitFigures) -> UnitView:
    """A unit whose record is at fault: its cadres are withheld, those below it add up as ever."""
    return UnitView(
        id=name,
        name=name,
        level=None,
        reason=reasons.AT_FAULT,
        parent=parent,
        policy=None,
        own=scope(own),
        subtree=scope(subtree),
    )


def above(frame: Frame) -> dict[str, tuple[str, ...]]:
    """Unit → itself and every unit above it, nearest first, as of the frame's day."""
    parents = dict(frame.lost_units) | {
        name: None if one.parent is None else on(one.parent, frame.as_of)
        for name, one in frame.units.items()
    }

    def line(name: str | None) -> Iterable[str]:
        seen: set[str] = set()
        while name in parents and name not in seen:
            seen.add(name)
            yield name
            name = parents[name]

    return {name: tuple(line(name)) for name in parents}


def season_view(season: Season, frame: Frame, *, exact: bool = False) -> SeasonView:
    """Everything published. ``exact`` keeps small cells in: for people who hold the records anyway
    (the command line), never for the site.
    """
    lineage = above(frame)
    places: dict[str, RanksView] = {}
    for one in season.boards:
        places.update(ranks.ranks(one, lineage))
    subtrees: Mapping[str, UnitFigures] = {one.id: one for one in season.subtrees}
    return SeasonView(
        namespace=frame.settings.namespace,
        as_of=season.as_of.isoformat(),
        commit=season.revision,
        records_digest=season.records_digest,
        policy_digest=season.policy_digest,
        cadres=tuple(cadre(one, frame, places.get(one.id), exact=exact) for one in season.cadres),
        units=tuple(
            unit(frame.units[one.id], one, subtrees[one.id], season.as_of)
            if one.id in frame.units
            else lost(one.id, frame.lost_units[one.id], one, subtrees[one.id])
            for one in season.units
        ),
        boards=tuple(board(one, frame) for one in season.boards),
        history=tuple(board(one, frame) for one in season.history),
    )
