"""What a change does to figures: per cadre points by item, demands, shares and places, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from plus100.core.points import ZERO, text
from plus100.measure.figures import CadreFigures, ItemFigure, QuotaFigure, Rank, RatioFigure
from plus100.measure.standings import boards, ranks, scored
from plus100.publish.names import published
from plus100.review.sides import Comparison, Reach, Side
from plus100.review.views import CadreEffect, DemandEffect, ItemEffect, Moved, ShareEffect

DONE = frozenset({"met", "within"})


@dataclass(frozen=True, slots=True)
class Effects:
    """The cadres that the change names or moves, by id; how many were looked at; what is left over."""

    cadres: tuple[CadreEffect, ...]
    looked_at: int
    up: int
    down: int
    passed: int  # cadres whom the change does not touch and whose place moves all the same


def effects(of: Comparison) -> Effects:
    """Everyone whom the change can have touched; those whom it neither names nor moves are counted."""
    before, after = of.before, of.after
    places = _places(before, after) if of.everybody else ({}, {})
    found: list[CadreEffect] = []
    up = down = looked_at = 0
    for person in sorted(of.persons):
        figures = after.figures.get(person) or before.figures.get(person)
        if figures is None:
            continue
        looked_at += 1
        one = _effect(before, after, person, places)
        change = _total(after, person) - _total(before, person)
        up += change > 0
        down += change < 0
        if _named(figures, of.reach) or _moves(one):
            found.append(one)
    listed = {one.id for one in found}
    passed = sum(
        places[1][name] != rank
        for name, rank in places[0].items()
        if name in places[1] and name not in listed
    )
    return Effects(tuple(sorted(found, key=lambda one: one.id)), looked_at, up, down, passed)


def _named(figures: CadreFigures, reach: Reach) -> bool:
    return not reach.cadres.isdisjoint((*figures.engagements, figures.id))


def _moves(one: CadreEffect) -> bool:
    """Whether anything at all differs."""
    return bool(
        one.points.before != one.points.after
        or one.status.before != one.status.after
        or one.level.before != one.level.after
        or one.rank.before != one.rank.after
        or one.items
        or any(demand.status.before != demand.status.after for demand in one.demands)
        or any(demand.have.before != demand.have.after for demand in one.demands)
        or one.shares
    )


def _total(side: Side, person: str) -> Decimal:
    figures = side.figures.get(person)
    return figures.points.total if figures and figures.points else ZERO


def _effect(before: Side, after: Side, person: str, places: tuple[Mapping[str, Rank], ...]) -> CadreEffect:
    old, new = before.figures.get(person), after.figures.get(person)
    now, frame = (new, after.frame) if new else (old, before.frame)
    name = now.id if now else ""
    record = frame.cadres.get(name) if frame else None
    return CadreEffect(
        id=name,
        name=published(record),
        status=Moved(before=old.status if old else None, after=new.status if new else None),
        points=Moved(before=_points(old), after=_points(new)),
        level=Moved(before=_level(old), after=_level(new)),
        rank=Moved(before=_rank(old, places[0]), after=_rank(new, places[1])),
        items=tuple(_items(old, new)),
        demands=tuple(_demands(old, new)),
        shares=tuple(_shares(old, new)),
    )


def _points(figures: CadreFigures | None) -> str | None:
    return text(figures.points.total) if figures and figures.points else None


def _level(figures: CadreFigures | None) -> str | None:
    if figures is None or figures.level is None:
        return None
    return f"{figures.level.diamonds}.{figures.level.stars}"


def _rank(figures: CadreFigures | None, places: Mapping[str, Rank]) -> str | None:
    rank = places.get(figures.id) if figures else None
    return f"{rank.place}/{rank.of}" if rank else None


F = TypeVar("F", ItemFigure, QuotaFigure, RatioFigure)


def _pairs(old: Sequence[F], new: Sequence[F]) -> Iterator[tuple[F | None, F | None, F]]:
    """Figures of both sides that belong together by id, in the order of the later side; then whichever
    of them is there.
    """
    before = {one.id: one for one in old}
    for now in new:
        yield before.pop(now.id, None), now, now
    for was in before.values():
        yield was, None, was


def _moved(was: F | None, now: F | None, of: Callable[[F], str]) -> Moved:
    """One figure of both, as text."""
    return Moved(before=None if was is None else of(was), after=None if now is None else of(now))


def _items(old: CadreFigures | None, new: CadreFigures | None) -> Iterator[ItemEffect]:
    """The points items that differ, in the order of the rules."""
    sides = [one.points.items if one and one.points else () for one in (old, new)]
    for was, now, item in _pairs(sides[0], sides[1]):
        if was is None or now is None or (was.raw, was.counted) != (now.raw, now.counted):
            yield ItemEffect(
                id=item.id,
                counted=_moved(was, now, lambda one: text(one.counted)),
                raw=_moved(was, now, lambda one: text(one.raw)),
                cap=text(item.cap),
            )


def _demands(old: CadreFigures | None, new: CadreFigures | None) -> Iterator[DemandEffect]:
    """The demands that differ, and those that are not met yet."""
    for was, now, quota in _pairs(old.quotas if old else (), new.quotas if new else ()):
        if _judged(was) == _judged(now) and (now is None or now.status not in {"open", "short"}):
            continue
        yield DemandEffect(
            id=quota.id,
            title=quota.grounds.title,
            status=_moved(was, now, lambda one: one.status),
            have=_moved(was, now, lambda one: text(one.have)),
            need=None if quota.need is None else text(quota.need),
            short=text(now.short) if now else "0",
            unit=quota.unit,
            due=quota.due.isoformat() if quota.due else None,
        )


def _judged(quota: QuotaFigure | None) -> tuple[str, Decimal] | None:
    return (quota.status, quota.have) if quota else None


def _shares(old: CadreFigures | None, new: CadreFigures | None) -> Iterator[ShareEffect]:
    """The shares whose status differs: limits that are crossed."""
    for was, now, ratio in _pairs(old.ratios if old else (), new.ratios if new else ()):
        if was is None or now is None or was.status != now.status:
            yield ShareEffect(
                id=ratio.id,
                title=ratio.grounds.title,
                status=_moved(was, now, lambda one: one.status),
                share=_moved(was, now, _share),
                limit=ratio.limit,
            )


def _share(ratio: RatioFigure) -> str:
    return f"{text(ratio.ratio.part)}/{ratio.ratio.whole}"


def _places(before: Side, after: Side) -> tuple[Mapping[str, Rank], Mapping[str, Rank]]:
    """Each cadre's place, once everybody was measured on the side of the head. Whom the change cannot
    have touched has the same points on both sides, so that these need to be measured only once.
    """
    if after.frame is None or before.frame is None:
        return {}, {}
    day = after.frame.as_of
    kept = {person: one for person, one in after.figures.items() if person in before.frame.persons}
    old = {**kept, **before.figures}
    return tuple(  # type: ignore[return-value]  # two of them
        {name: rank for board in boards(scored(side.values()), day) for name, rank in ranks(board).items()}
        for side in (old, after.figures)
    )
