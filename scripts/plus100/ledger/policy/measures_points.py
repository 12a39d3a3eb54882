"""Measures of what is scored, and how: their parameters."""

from __future__ import annotations

from decimal import Decimal

from plus100.ledger.policy.part import Part


class PointsClass(Part, frozen=True, kw_only=True):
    """A points class and its categories. ``id``: class_1, class_2."""

    id: str
    title: str
    categories: tuple[str, ...]


class PointsClasses(Part, frozen=True, kw_only=True, tag="points_classes", tag_field="measure"):
    """Who is scored by which table (A12, X44); ``restart``: yearly or never (X47)."""

    classes: tuple[PointsClass, ...]
    restart: str = "yearly"


class PointsPart(Part, frozen=True, kw_only=True):
    """One part of an item: what is counted, at which rate a class, and up to which cap.

    ``counts``: partners (stock; ``requires`` names facts that must be recorded, X39), bound
    (stock), activities, study_tasks, replies (``areas``), reactions (``direction``: received,
    given, both; X69), shares. ``once``: several replies to one question or wish (X70), and several
    shares of one article, count once. ``once_for``: what may count once, tasks too, does so in every
    period from one restart of the points to the next (period) or never again (ever). ``unless``:
    replies only; parts of the same item where a question counts instead of here. ``rates``: points
    each by class id. ``categories``: to whom it is open, all if empty (X45).
    """

    id: str
    counts: str
    rates: dict[str, Decimal]
    cap: Decimal | None = None
    requires: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    once: bool = False
    once_for: str = "period"
    unless: tuple[str, ...] = ()
    direction: str | None = None
    themes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    task_entries: str = "exclude"  # activities only: exclude or include entries that name a task (X72)


class PointsItem(Part, frozen=True, kw_only=True, tag="points_item", tag_field="measure"):
    """One item of the points table. ``overshoot``: clip, allow_last, drop_last (X40)."""

    item: str
    cap: Decimal
    parts: tuple[PointsPart, ...]
    overshoot: str = "clip"


class Levels(Part, frozen=True, kw_only=True, tag="levels", tag_field="measure"):
    """Stars and diamonds (X46). ``rounding``: floor, half_up, ceil."""

    star: Decimal
    stars_per_diamond: int
    max_diamonds: int
    rounding: str = "floor"
