"""A policy edition as data, and the closed list of measures that its rules may name.

There is no expression language: a rule names a measure and gives its parameters. The parameter
types below *are* that list. Every rule carries its sources (document and clause).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Base of everything in an edition."""


class Source(Part, frozen=True, kw_only=True):
    """Where a value stands. ``document`` is an id of the edition's (or a parent's) documents;
    ``clause`` names the place as a reader would find it; ``supports`` names the parameters that it
    speaks of, all if empty.
    """

    document: str
    clause: str
    supports: tuple[str, ...] = ()


class Document(Part, frozen=True, kw_only=True):
    """A source document. ``issued`` is absent where the document bears no date."""

    id: str
    title: str
    number: str = ""
    issuer: str = ""
    issued: date | None = None


class Applies(Part, frozen=True, kw_only=True):
    """Whom a rule concerns; an empty list means everybody. ``classes`` are points classes."""

    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


# -- partners ------------------------------------------------------------------------------------


class Coverage(Part, frozen=True, kw_only=True, tag="coverage", tag_field="measure"):
    """Which categories the programme covers; military units are left out (A7)."""

    categories: tuple[str, ...]
    military: bool = False


class ExemptionReason(Part, frozen=True, kw_only=True):
    """A reason for exemption (Q9) and the least length of its period in months (0: any)."""

    reason: str
    at_least_months: int = 0


class Exemptions(Part, frozen=True, kw_only=True, tag="exemptions", tag_field="measure"):
    """Accepted reasons; ``needs_approval`` of the own unit's main leader for every one (X10)."""

    reasons: tuple[ExemptionReason, ...]
    needs_approval: bool = True


class PartnerQuota(Part, frozen=True, kw_only=True, tag="partner_quota", tag_field="measure"):
    """At least so many active partners. ``at_least`` null: the unit sets its own (X05), else "not
    set". ``kept_moved_away``: apart (in no number) or counted (X16). ``by``: a first deadline.
    """

    at_least: int | None = None
    own_quota: bool = False
    kept_moved_away: str = "apart"
    by: date | None = None


class PartnerShare(Part, frozen=True, kw_only=True, tag="partner_share", tag_field="measure"):
    """A share among active partners. ``of``: not_local, civil_servant, to_35, over_35_without_role,
    over_45, met_by_reporting (through 4+1 and its sisters, Q55), bound. Exactly one of ``at_most``,
    ``more_than`` (exact fractions such as "1/5"), or neither: shown only (not set). ``inclusive``: the
    limit itself is still fine. ``denominator``: active, quota (X15). A partner for whom the fact is
    not recorded is in the whole and is listed.
    """

    of: str
    at_most: str | None = None
    more_than: str | None = None
    inclusive: bool = True
    denominator: str = "active"


class PartnerSpread(Part, frozen=True, kw_only=True, tag="partner_spread", tag_field="measure"):
    """At least so many different values of ``by`` (field, met) among active partners (X19; D5)."""

    by: str
    at_least: int


class PartnerFields(Part, frozen=True, kw_only=True, tag="partner_fields", tag_field="measure"):
    """The fields that partners should come from, in general; shown as covered or not."""

    fields: tuple[str, ...]


class Pairing(Part, frozen=True, kw_only=True, tag="pairing", tag_field="measure"):
    """Paired disadvantaged youths; ``at_most`` is advice unless ``limit`` (X37)."""

    at_least: int
    at_most: int | None = None
    limit: bool = False


class LinkQuota(Part, frozen=True, kw_only=True, tag="link_quota", tag_field="measure"):
    """At least so many links of a kind (branch, association, committee)."""

    kind: str
    at_least: int


# -- channels --------------------------------------------------------------------------------------


class Channels(Part, frozen=True, kw_only=True, tag="channels", tag_field="measure"):
    """At least so many of the platforms in use."""

    any_of: tuple[str, ...]
    at_least: int = 1


class AccountName(Part, frozen=True, kw_only=True, tag="account_name", tag_field="measure"):
    """Accounts under the real name. ``form``: prefix_and_name (equal to the unit's account_prefix
    followed by the name, X32) or real_name (declared as such).
    """

    form: str


class Group(Part, frozen=True, kw_only=True, tag="group", tag_field="measure"):
    """Chat groups: at least ``groups`` with at least ``members`` young people each (``together``:
    several may add up; X34), by the end of the year's day ``due`` ("12-31"; X33) or any time.
    """

    groups: int = 1
    members: int | None = None
    together: bool = False
    owner_counts: bool = False
    due: str | None = None


# -- activities ------------------------------------------------------------------------------------


class ActivityCount(Part, frozen=True, kw_only=True, tag="activity_count", tag_field="measure"):
    """At least so many activities in every window. ``themes`` empty: any theme. ``form``: any,
    online, offline. ``every_theme``: each theme at least once as well (X23: false, missing ones are
    shown). ``windows``: fixed or rolling (X25). ``face_to_face`` counts only those.
    ``partners_more_than``: instead of the number of activities, the share of active partners met in
    them must be more than this fraction (X35).
    """

    at_least: int
    window: str
    themes: tuple[str, ...] = ()
    form: str = "any"
    every_theme: bool = False
    windows: str = "fixed"
    face_to_face: bool = False
    partners_more_than: str | None = None


class Presence(Part, frozen=True, kw_only=True, tag="presence", tag_field="measure"):
    """A statement of the kinds for every month (daily voice, weekly interaction, monthly topic).
    ``required`` false: shown only (E1: 日常 has no number).
    """

    kinds: tuple[str, ...]
    required: bool = True


class Campaign(Part, frozen=True, kw_only=True, tag="campaign", tag_field="measure"):
    """A concentrated activity period: dates, or months of every year; ``None`` where the document
    leaves them open. Shown in calendars; what is done in it is an activity of ``theme``, if any.
    """

    first: date | None = None
    last: date | None = None
    months: tuple[int, ...] = ()
    theme: str | None = None


class Deadline(Part, frozen=True, kw_only=True, tag="deadline", tag_field="measure"):
    """A day by which something is due: once (``on``), or in every window on ``day`` of its last
    month (inclusive: "20日前" includes the 20th, X25). ``statement``: the kind of statement that shows
    it done (client_login); none where the date is only shown.
    """

    on: date | None = None
    window: str | None = None
    day: int | None = None
    statement: str | None = None


class TaskItem(Part, frozen=True, kw_only=True):
    """One item of the 一学一做 task list."""

    id: str
    title: str
    group: str


class TaskList(Part, frozen=True, kw_only=True, tag="task_list", tag_field="measure"):
    """The task list (X42)."""

    tasks: tuple[TaskItem, ...]


class ThemeItem(Part, frozen=True, kw_only=True):
    """One theme of the activity vocabulary."""

    id: str
    title: str


class Themes(Part, frozen=True, kw_only=True, tag="themes", tag_field="measure"):
    """The activity vocabulary of an edition. ``other`` is always allowed besides."""

    themes: tuple[ThemeItem, ...]


# -- points ----------------------------------------------------------------------------------------


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


Measure = (
    Coverage
    | Exemptions
    | PartnerQuota
    | PartnerShare
    | PartnerSpread
    | PartnerFields
    | Pairing
    | LinkQuota
    | Channels
    | AccountName
    | Group
    | ActivityCount
    | Presence
    | Campaign
    | Deadline
    | TaskList
    | Themes
    | PointsClasses
    | PointsItem
    | Levels
)


class Rule(Part, frozen=True, kw_only=True):
    """One rule. ``change`` (child editions only): add, replace, unset. ``force``: must, principle,
    may, suggest, fact. ``ceiling``: children of this edition may not demand more (鲁青办〔2017〕18号
    六), compared as exact yearly rates. ``readings``: ids such as X40 that it rests on.

    The same id may stand several times with rising ``from``; each holds until the next begins. An
    ``unset`` ends the inherited rule from its day on and has no ``does``.
    """

    id: str
    title: str
    from_: date
    sources: tuple[Source, ...]
    change: str = "add"
    force: str = "must"
    applies: Applies = Applies()
    does: Measure | None = None
    ceiling: bool = False
    readings: tuple[str, ...] = ()
    note: str = ""


class EditionRecord(Part, frozen=True, kw_only=True):
    """``records/policies/<id>.yml`` as written."""

    id: str
    title: str
    documents: tuple[Document, ...]
    rules: tuple[Rule, ...]
    extends: str | None = None
    description: str = ""


class Carrier(Part, frozen=True, kw_only=True):
    """The parameter that carries a reading: ``edition``, ``rule`` and ``parameter`` (a path within
    ``does``, joined by dots), its ``value`` as decided and the ``others`` one might have taken.
    """

    edition: str
    rule: str
    parameter: str
    value: object
    others: tuple[object, ...]


class Reading(Part, frozen=True, kw_only=True):
    """How one unclear clause is read. Either ``carried_by`` or ``fixed`` (why it is not data)."""

    id: str
    title: str
    unclear: str
    sources: tuple[Source, ...]
    decision: str
    why: str
    others: str = ""
    carried_by: tuple[Carrier, ...] = ()
    fixed: str = ""


class Readings(Part, frozen=True, kw_only=True):
    """``records/policies/readings.yml``."""

    documents: tuple[Document, ...] = ()
    readings: tuple[Reading, ...]
