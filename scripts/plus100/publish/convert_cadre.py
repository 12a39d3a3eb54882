"""Figures → views, one cadre. A partner leaves as part of a count, or not at all."""

from __future__ import annotations

from datetime import date

from plus100.core.points import text
from plus100.ledger.world import Frame
from plus100.measure.figures import (
    CadreFigures,
    Grounds,
    ItemFigure,
    Level,
    PointsFigure,
    QuotaFigure,
    RatioFigure,
    WindowFigure,
)
from plus100.publish import names
from plus100.publish.cells import small
from plus100.publish.views import (
    Basis,
    CadreView,
    Clause,
    ItemView,
    LevelView,
    PartView,
    PointsView,
    QuotaView,
    RanksView,
    RatioView,
    WindowView,
)


def basis(grounds: Grounds) -> Basis:
    """The rule that a figure rests on."""
    return Basis(
        edition=grounds.edition,
        rule=grounds.rule,
        title=grounds.title,
        force=grounds.force,
        sources=tuple(Clause(document=one.document, clause=one.clause) for one in grounds.sources),
        readings=grounds.readings,
    )


def item(figure: ItemFigure) -> ItemView:
    """One points item without its lines."""
    return ItemView(
        id=figure.id,
        raw=text(figure.raw),
        cap=text(figure.cap),
        counted=text(figure.counted),
        to_gain=text(figure.to_gain),
        parts=tuple(
            PartView(
                id=part.id,
                raw=text(part.raw),
                cap=None if part.cap is None else text(part.cap),
                counted=text(part.counted),
            )
            for part in figure.parts
        ),
        basis=basis(figure.grounds),
    )


def points(figure: PointsFigure | None) -> PointsView | None:
    """The year's points."""
    if figure is None:
        return None
    items = tuple(map(item, figure.items))
    return PointsView(total=text(figure.total), cap=text(figure.cap), year=figure.year, items=items)


def level(figure: Level | None) -> LevelView | None:
    """Diamonds and stars."""
    if figure is None:
        return None
    next_at = None if figure.next_at is None else text(figure.next_at)
    return LevelView(diamonds=figure.diamonds, stars=figure.stars, next_at=next_at)


def window(figure: WindowFigure) -> WindowView:
    """One window of a repeated demand."""
    return WindowView(
        first=figure.first.isoformat(),
        last=figure.last.isoformat(),
        status=figure.status,
        have=text(figure.have),
        need=text(figure.need),
        note=figure.note,
        days=figure.days,
    )


def _span(days: tuple[date, date] | None) -> tuple[str, str] | None:
    return None if days is None else (days[0].isoformat(), days[1].isoformat())


def quota(figure: QuotaFigure) -> QuotaView:
    """A demand without its lines."""
    return QuotaView(
        id=figure.id,
        status=figure.status,
        have=text(figure.have),
        need=None if figure.need is None else text(figure.need),
        short=text(figure.short),
        unit=figure.unit,
        due=figure.due.isoformat() if figure.due else None,
        window=_span(figure.window),
        note=figure.note,
        days=figure.days,
        missing=figure.missing,
        windows=tuple(map(window, figure.windows)),
        basis=basis(figure.grounds),
    )


def ratio(figure: RatioFigure, *, exact: bool) -> RatioView:
    """A share; unless ``exact``, small cells are kept back."""
    hide = not exact and small(figure)
    return RatioView(
        id=figure.id,
        status=figure.status,
        part=None if hide else text(figure.ratio.part),
        whole=figure.ratio.whole,
        limit=figure.limit,
        bound=figure.bound,
        unrecorded=None if hide else figure.unrecorded,
        suppressed=hide,
        note=figure.note,
        basis=basis(figure.grounds),
    )


def cadre(figures: CadreFigures, frame: Frame, places: RanksView | None, *, exact: bool) -> CadreView:
    """One cadre."""
    return CadreView(
        id=figures.id,
        person=figures.person,
        name=names.published(frame.cadres.get(figures.id)),
        unit=figures.unit,
        category=figures.category,
        class_=figures.points_class,
        policy=figures.edition,
        status=figures.status,
        reason=figures.reason,
        points=points(figures.points),
        points_reason=figures.points_reason,
        level=level(figures.level),
        quotas=tuple(map(quota, figures.quotas)),
        ratios=tuple(ratio(one, exact=exact) for one in figures.ratios),
        ranks=places,
        tallies=dict(sorted(figures.tallies.items())),
    )
