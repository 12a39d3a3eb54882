"""A policy edition as data, and the closed list of measures that its rules may name.

There is no expression language: a rule names a measure and gives its parameters. The parameter
types of ``measures_people``, ``measures_activities`` and ``measures_points`` *are* that list, and can be
had here. Every rule carries its sources (document and clause).
"""

from __future__ import annotations

from datetime import date

from plus100.ledger.policy.measures_activities import (
    ActivityCount,
    Campaign,
    Deadline,
    Presence,
    TaskItem,
    TaskList,
    ThemeItem,
    Themes,
)
from plus100.ledger.policy.measures_people import (
    AccountName,
    Channels,
    Coverage,
    ExemptionReason,
    Exemptions,
    Group,
    LinkQuota,
    Pairing,
    PartnerFields,
    PartnerQuota,
    PartnerShare,
    PartnerSpread,
)
from plus100.ledger.policy.measures_points import (
    Levels,
    PointsClass,
    PointsClasses,
    PointsItem,
    PointsPart,
)
from plus100.ledger.policy.part import Part

__all__ = [
    "AccountName",
    "ActivityCount",
    "Applies",
    "Campaign",
    "Carrier",
    "Channels",
    "Coverage",
    "Deadline",
    "Document",
    "EditionRecord",
    "ExemptionReason",
    "Exemptions",
    "Group",
    "Levels",
    "LinkQuota",
    "Measure",
    "Pairing",
    "PartnerFields",
    "PartnerQuota",
    "PartnerShare",
    "PartnerSpread",
    "PointsClass",
    "PointsClasses",
    "PointsItem",
    "PointsPart",
    "Presence",
    "Reading",
    "Readings",
    "Rule",
    "Source",
    "TaskItem",
    "TaskList",
    "ThemeItem",
    "Themes",
]


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
