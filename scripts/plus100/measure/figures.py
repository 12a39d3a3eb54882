"""What measuring yields: figures that explain themselves. Frozen, exact, and free of names of young
people: a partner appears as its opaque id, in traces only.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from plus100.core.points import Ratio
from plus100.ledger.policy.rules import Source


class Figure(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Base of all figures. As bytes they are lists without names: they only cross between processes;
    what is published has types of its own.
    """


class Line(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One line of a trace: a record, its day, what it is worth, what of that counts, and why not
    all of it (a reason code of ``measure.reasons``; "" where all counts). A record that the rule
    leaves out is worth 0. ``cadre`` is the engagement (``unit/cadre``) in whose book the record
    stands; ``kind``: partner, entry, account, link.

    ``count`` is the number of things that the line stands for: the reactions of one entry, the
    tasks of one activity. A *folded* line (``record`` "") stands for ``count`` records of one
    engagement with the same reason; a season folds partners and the entries that a quota leaves
    out, explaining one cadre unfolds them.
    """

    cadre: str
    kind: str
    record: str
    day: date | None
    raw: Decimal
    counted: Decimal
    why: str = ""
    count: int = 1


class Grounds(Figure, frozen=True, kw_only=True):
    """The rule that a figure rests on."""

    edition: str
    rule: str
    title: str
    force: str
    sources: tuple[Source, ...]
    readings: tuple[str, ...] = ()


class PartFigure(Figure, frozen=True, kw_only=True):
    """One part of a points item. ``counted`` is after the part's and the item's cap, and equals the
    sum of the lines' ``counted``; ``raw`` the sum of their ``raw``.
    """

    id: str
    raw: Decimal
    cap: Decimal | None
    counted: Decimal
    lines: tuple[Line, ...]


class ItemFigure(Figure, frozen=True, kw_only=True):
    """One points item; ``to_gain`` is cap − counted."""

    id: str
    raw: Decimal
    cap: Decimal
    counted: Decimal
    to_gain: Decimal
    parts: tuple[PartFigure, ...]
    grounds: Grounds


class PointsFigure(Figure, frozen=True, kw_only=True):
    """The points of one person in one year. ``period`` is the year's part up to as-of."""

    total: Decimal
    cap: Decimal
    items: tuple[ItemFigure, ...]
    year: int


class Level(Figure, frozen=True, kw_only=True):
    """Diamonds and the stars left over (X46); ``next_at`` is the total at which the next star comes,
    ``None`` at the top.
    """

    diamonds: int
    stars: int
    next_at: Decimal | None
    grounds: Grounds


class WindowFigure(Figure, frozen=True, kw_only=True):
    """One past or present window of a repeated demand. ``status`` as in QuotaFigure."""

    first: date
    last: date
    status: str
    have: Decimal
    need: Decimal
    note: str
    days: str


class QuotaFigure(Figure, frozen=True, kw_only=True):
    """A demand on a cadre. ``status``: met, open (not met yet, and its last day has not passed), short,
    over (only where a rule has an upper limit), not_set, not_applicable. ``have`` and ``need`` in
    ``unit`` (people, activities, statements, kinds, links, groups, accounts); ``due`` is the day by
    which, ``window`` (first, last) the span that is judged: the one in which as-of lies. ``note`` is a
    reason code where the status needs one (with ``days`` "n/m" for a window that a post or a rule does
    not cover whole). ``missing`` names what is not there yet (themes, fields, platforms, kinds).
    ``windows`` lists the year's windows that have begun, the present one last. ``lines`` tell of all of
    them: those whose day lies in a window sum to its ``have``.
    """

    id: str
    status: str
    have: Decimal
    need: Decimal | None
    short: Decimal
    unit: str
    due: date | None
    window: tuple[date, date] | None
    note: str
    days: str
    missing: tuple[str, ...]
    windows: tuple[WindowFigure, ...]
    lines: tuple[Line, ...]
    grounds: Grounds


class RatioFigure(Figure, frozen=True, kw_only=True):
    """A share among active partners. ``status``: within, over (or ``under``), not_set,
    not_applicable. ``limit`` is the exact fraction as the rule gives it, ``unrecorded`` the number
    of active partners for whom the fact is not recorded (they are in ``ratio.whole``). ``lines``
    name the partners in ``ratio.part``, those unrecorded, and those kept after moving away (in no
    number); every other active partner is in the whole alone.
    """

    id: str
    status: str
    ratio: Ratio
    limit: str | None
    bound: str  # at_most, more_than, none
    unrecorded: int
    note: str
    lines: tuple[Line, ...]
    grounds: Grounds


class Rank(Figure, frozen=True, kw_only=True):
    """Place among so many; ties share a place (1, 2, 2, 4)."""

    place: int
    of: int


class CadreFigures(Figure, frozen=True, kw_only=True):
    """All figures of one person, filed under the engagement held at as-of (or the last one).

    ``status``: assessed, exempt, left, not_covered, withheld; ``reason`` is a reason code for every
    status but assessed (there it may tell of an exemption that does not hold, or that the figures are
    not whole because an engagement or a rule is at fault). ``points_reason``
    says why ``points`` or ``level`` are ``None``. ``points_edition`` is the edition whose points rules
    apply. Only the assessed have points, quotas and ratios. ``calendar`` counts entries by day in
    the year of as-of. ``tallies``: partners (active), partners_kept,
    activities_online, activities_offline, replies, reactions, shares, tasks in the year.
    """

    id: str
    person: str
    unit: str
    category: str | None
    points_class: str | None
    edition: str | None
    points_edition: str | None
    status: str
    reason: str
    points: PointsFigure | None
    level: Level | None
    points_reason: str
    quotas: tuple[QuotaFigure, ...]
    ratios: tuple[RatioFigure, ...]
    tallies: dict[str, int]
    calendar: tuple[tuple[date, int], ...]
    engagements: tuple[str, ...]


class Standing(Figure, frozen=True, kw_only=True):
    """One row of a board."""

    cadre: str
    unit: str
    total: Decimal
    diamonds: int | None
    stars: int | None
    place: int


class Board(Figure, frozen=True, kw_only=True):
    """One table: a points edition and a class (``edition`` is the one whose points rules apply), in a
    year, as of a day. ``rows`` are in a total order: points, then cadre id.
    """

    edition: str
    points_class: str
    year: int
    as_of: date
    rows: tuple[Standing, ...]


class UnitFigures(Figure, frozen=True, kw_only=True):
    """A unit alone (``own``) or with all below it (``subtree``): counts of cadres by status, the
    indicators of Q16 as ratios over the assessed cadres (``doing``: at least one active partner and
    one entry of the year; ``mean_partners``; ``mean_activities_online``; ``mean_activities_offline``;
    ``mean_interactions``: replies and reactions; ``mean_points``: over those who have points) and
    the number of withheld records.
    ``reported`` is false where no cadre has reported anything: shown as such, not as zero.
    """

    id: str
    scope: str  # own, subtree
    reported: bool
    cadres: dict[str, int]
    indicators: dict[str, Ratio]
    quotas: dict[str, dict[str, int]]  # rule id → status → number of cadres
    withheld: int


class Season(Figure, frozen=True, kw_only=True):
    """Everything measured as of one day. ``history`` holds each past year's boards as computed at
    its end (历史殿堂, X47).
    """

    as_of: date
    revision: str | None
    records_digest: str
    policy_digest: str
    cadres: tuple[CadreFigures, ...]
    boards: tuple[Board, ...]
    units: tuple[UnitFigures, ...]
    subtrees: tuple[UnitFigures, ...]
    history: tuple[Board, ...]
