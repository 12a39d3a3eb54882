"""All figures of one person on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import Span, year_of
from plus100.ledger.policy.rules import PartnerShare
from plus100.ledger.world import Book, Frame
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.contacts import Contacts, contacts_on
from plus100.measure.evidence import Evidence, gather
from plus100.measure.figures import CadreFigures, Level, PointsFigure, QuotaFigure, RatioFigure
from plus100.measure.levels import level_of
from plus100.measure.points import points_of
from plus100.measure.quotas import quota_of
from plus100.measure.ratios import ratio_of
from plus100.measure.seats import Seat, seats_of
from plus100.measure.status import Status, exempt_spans, exemption, status_of
from plus100.measure.tallies import calendar, tallies
from plus100.measure.terms import PointsTable, Terms

SCORING = ("points_classes", "points_item", "task_list")
"""The measures on which a total rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A person on a day, assessed or not. ``table`` holds the points rules that apply, if any do."""

    terms: Terms
    person: str
    as_of: date
    seats: tuple[Seat, ...]
    status: Status
    evidence: Evidence
    contacts: Contacts
    table: PointsTable | None

    @property
    def filed_under(self) -> str:
        """The engagement at as-of; else the last one begun by then, or the first to come."""
        if self.status.seat is not None:
            return self.status.seat.cadre
        cadres = self.terms.frame.persons[self.person]
        begun = [cadre for cadre in cadres if self.terms.frame.cadres[cadre].since <= self.as_of]
        return begun[-1] if begun else cadres[0]

    @property
    def points_class(self) -> str | None:
        """The points class of the post at as-of."""
        if self.table is None or self.status.seat is None:
            return None
        return self.table.class_of(self.status.seat.post.category)

    @property
    def doubt(self) -> str:
        """Why a total would not be whole: an engagement or a rule that it rests on is at fault."""
        if self.person in self.terms.frame.missing:
            return reasons.OTHER_AT_FAULT
        year = Span(year_of(self.as_of).first, self.as_of)
        units = {seat.unit for seat in self.seats if seat.span.overlap(year)}
        faulty = any(self.terms.lacks(unit, year, *SCORING) for unit in units)
        return reasons.RULE_AT_FAULT if faulty else ""

    def case(self, *, fold: bool) -> Case | None:
        """What measures are asked about; ``None`` unless the person is assessed."""
        if self.status.status != "assessed" or self.status.seat is None:
            return None
        return Case(
            terms=self.terms,
            as_of=self.as_of,
            seat=self.status.seat,
            seats=self.seats,
            exempt=exempt_spans(self.terms, self.seats, self.as_of),
            evidence=self.evidence,
            contacts=self.contacts,
            fold=fold,
        )


def measure_person(frame: Frame, person_id: str, books: Mapping[str, Book], as_of: date) -> CadreFigures:
    """The figures of a person as of a day, with a line for every record in their traces. ``books``
    holds the books of all engagements; one that is missing counts as empty.
    """
    evidence = gather(books, frame.persons[person_id])
    return figures_of(subject_of(Terms(frame), person_id, evidence, as_of), fold=False)


def subject_of(terms: Terms, person: str, evidence: Evidence, as_of: date) -> Subject:
    """The person's status, posts and partners on a day."""
    seats = seats_of(terms.frame, person)
    status = status_of(terms, person, seats, as_of)
    return Subject(
        terms=terms,
        person=person,
        as_of=as_of,
        seats=seats,
        status=status,
        evidence=evidence,
        contacts=_contacts(terms, seats, status, evidence, as_of),
        table=None if status.seat is None else terms.table(status.seat.unit, as_of),
    )


def figures_of(subject: Subject, *, fold: bool) -> CadreFigures:
    """All figures of a subject. With ``fold`` traces count partners instead of naming them."""
    case = subject.case(fold=fold)
    points, level, points_reason = score(subject, case)
    quotas, ratios = _demands(case)
    seat = subject.status.seat
    edition = None if seat is None else subject.terms.edition(seat.unit, subject.as_of)
    cadre = subject.filed_under
    year = Span(year_of(subject.as_of).first, subject.as_of)
    return CadreFigures(
        id=cadre,
        person=subject.person,
        unit=cadre.partition("/")[0],
        category=None if seat is None else seat.post.category,
        points_class=subject.points_class,
        edition=None if edition is None else edition.id,
        points_edition=None if subject.table is None else subject.table.edition,
        status=subject.status.status,
        reason=subject.status.reason,
        points=points,
        level=level,
        points_reason=points_reason,
        quotas=quotas,
        ratios=ratios,
        tallies=tallies(subject.evidence, subject.contacts, year),
        calendar=calendar(subject.evidence, year),
        engagements=subject.terms.frame.persons[subject.person],
    )


def score(subject: Subject, case: Case | None) -> tuple[PointsFigure | None, Level | None, str]:
    """Points, level, and why either is missing."""
    table = subject.table
    if case is None:
        return None, None, subject.status.reason
    why = _no_points(subject)
    if table is None or why:
        return None, None, why
    points = points_of(case, table)
    if case.terms.lacks(case.seat.unit, Span(case.as_of, case.as_of), "levels"):
        return points, None, reasons.RULE_AT_FAULT
    if table.levels is None:
        return points, None, reasons.NO_LEVELS
    return points, level_of(points.total, table.levels, case.terms), ""


def _no_points(subject: Subject) -> str:
    """Why an assessed person has no points; "" for one who has."""
    if subject.doubt:
        return subject.doubt
    if subject.table is None:
        return reasons.NO_POINTS_RULES
    return "" if subject.points_class is not None else reasons.NO_CLASS


def _contacts(
    terms: Terms, seats: tuple[Seat, ...], status: Status, evidence: Evidence, day: date
) -> Contacts:
    """The partners that count: not those of an engagement from which the person is exempt while
    another is measured; those who moved away only if the quota's rule says so (X16).
    """
    if status.seat is None:
        return contacts_on(evidence.partners, day, elsewhere=(), count_kept=False)
    exempt = {seat.cadre for seat in seats if day in seat.span and exemption(terms, seat, day)}
    quota = terms.quota(status.seat.place, day)
    return contacts_on(
        evidence.partners,
        day,
        elsewhere=exempt - {status.seat.cadre},
        count_kept=quota is not None and quota.kept_moved_away == "counted",
    )


def _demands(case: Case | None) -> tuple[tuple[QuotaFigure, ...], tuple[RatioFigure, ...]]:
    if case is None:
        return (), ()
    rules = case.terms.rules(case.seat.place, case.as_of)
    quotas = (quota_of(case, held) for held in rules)
    ratios = (ratio_of(case, held) for held in rules if isinstance(held.rule.does, PartnerShare))
    return tuple(found for found in quotas if found is not None), tuple(ratios)
