"""What the parts of a points item count: one function a kind, each yielding lines before any cap.

Points belong to the person. Flow kinds (activities, tasks, replies, reactions, shares) take the rules
and the class of the post on the entry's date; stock kinds (partners, bound) those of the post at as-of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from plus100.core.points import ZERO
from plus100.ledger.policy.rules import PointsPart
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.contacts import ever_bound
from plus100.measure.evidence import E, Logged
from plus100.measure.figures import Line
from plus100.measure.lines import lay_partners
from plus100.measure.seats import own
from plus100.measure.terms import Rated

Counter = Callable[[Case, str, PointsPart, date], list[Line]]
"""Case, item, part as of the day, first day that counts."""


def count(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    """The lines of one part from ``since`` to as-of, in order, uncapped."""
    return COUNTERS[part.counts](case, item, part, since)


def _partners(case: Case, item: str, part: PointsPart, _since: date) -> list[Line]:
    contacts = case.contacts
    requires, worth, why = _stock(case, item, part)
    whys = [why] * len(contacts.active)
    for fact in requires:
        values = contacts.column(fact)
        whys = [
            why if value is not None else reasons.NOT_RECORDED
            for why, value in zip(whys, values, strict=True)
        ]
    return lay_partners(contacts, whys, worth, contacts.left_out, fold=case.fold)


def _bound(case: Case, item: str, part: PointsPart, _since: date) -> list[Line]:
    contacts, day = case.contacts, case.as_of
    _, worth, why = _stock(case, item, part)
    joined, left = contacts.column("bound_on"), contacts.column("unbound_on")
    whys = [
        None if since is None or since > day else why if until is None or day < until else reasons.UNBOUND
        for since, until in zip(joined, left, strict=True)
    ]
    others = [(at, out) for at, out in contacts.left_out if ever_bound(at[3], day)]
    return lay_partners(contacts, whys, worth, others, fold=case.fold)


def _stock(case: Case, item: str, part: PointsPart) -> tuple[tuple[str, ...], Decimal, str]:
    """The facts asked for, the points each, and why nobody counts ("" where they do)."""
    rated = case.terms.part(case.seat.place, item, part.id, case.as_of)
    return ((), ZERO, rated) if isinstance(rated, str) else (rated.part.requires, rated.rate, "")


def _flow(
    case: Case, logged: Iterable[Logged[E]], item: str, part: str, since: date
) -> Iterator[tuple[Logged[E], Rated | str]]:
    """Entries of the period, each with the terms of its own day for the part of that id."""
    for entry in logged:
        day, _, cadre, _ = entry
        if day < since:
            continue
        if day > case.as_of:
            return
        seat = own(case.seats, cadre, day)
        terms = case.terms.part(seat.place, item, part, day) if seat else reasons.NO_POST_THEN
        yield entry, terms


def _line(at: Logged[E], worth: Decimal, why: str = "", number: int = 1) -> Line:
    return Line(at[2], "entry", at[1], at[0], worth, worth, why, number)


def _activities(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    lines: list[Line] = []
    for at, rated in _flow(case, case.evidence.activities, item, part.id, since):
        if isinstance(rated, str):
            lines.append(_line(at, ZERO, rated))
        elif at[3].tasks and rated.part.task_entries == "exclude":
            lines.append(_line(at, ZERO, reasons.NAMES_TASK))
        elif rated.part.themes and at[3].theme not in rated.part.themes:
            lines.append(_line(at, ZERO, reasons.OTHER_THEME))
        else:
            lines.append(_line(at, rated.rate))
    return lines


def _study_tasks(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    done: set[str] = set()
    naming = (at for at in case.evidence.activities if at[3].tasks)
    lines: list[Line] = []
    for at, rated in _flow(case, naming, item, part.id, _remembered(part, since)):
        if isinstance(rated, str):
            lines.append(_line(at, ZERO, rated))
            continue
        listed = _listed(case, at[2], at[0], at[3].tasks)
        fresh = listed - done
        done |= fresh
        why = "" if fresh == set(at[3].tasks) else reasons.REPEATED if listed else reasons.UNKNOWN_TASK
        lines.append(_line(at, rated.rate * len(fresh), why, len(fresh) or 1))
    return _lately(lines, since)


def _listed(case: Case, cadre: str, day: date, tasks: Iterable[str]) -> set[str]:
    """Those tasks that stand in the task list of the day, all where there is no list."""
    seat = own(case.seats, cadre, day)
    known = case.terms.tasks(seat.place, day) if seat else None
    return {task for task in tasks if known is None or task in known}


def _replies(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    inside = [at for at in case.evidence.replies if at[3].area in part.areas]
    flow = _flow(case, inside, item, part.id, _remembered(part, since))
    instead = {about for other in part.unless for about in _questions(case, item, other, part, since)}
    return _lately(_each_once(flow, lambda reply: (reply.area, reply.about), instead), since)


def _questions(
    case: Case, item: str, other: str, part: PointsPart, since: date
) -> Iterator[tuple[str, str]]:
    """The questions that count in another part, as this part's areas would name them."""
    for at, rated in _flow(case, case.evidence.replies, item, other, _remembered(part, since)):
        if not isinstance(rated, str) and at[3].area in rated.part.areas:
            yield from ((area, at[3].about) for area in part.areas)


def _shares(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    flow = _flow(case, case.evidence.shares, item, part.id, _remembered(part, since))
    return _lately(_each_once(flow, lambda share: share.article), since)


def _each_once(
    flow: Iterable[tuple[Logged[E], Rated | str]],
    thing: Callable[[E], Hashable],
    instead: Collection[Hashable] = (),
) -> Iterator[Line]:
    """Entries about things that count once, if the part says so; those ``instead`` count elsewhere."""
    done: set[Hashable] = set()
    for at, rated in flow:
        about = thing(at[3])
        if isinstance(rated, str):
            yield _line(at, ZERO, rated)
        elif about in instead or (rated.part.once and about in done):
            yield _line(at, ZERO, reasons.REPEATED)
        else:
            done.add(about)
            yield _line(at, rated.rate)


def _remembered(part: PointsPart, since: date) -> date:
    """The first day whose entries decide what has counted already."""
    return since if part.once_for == "period" else date.min


def _lately(lines: Iterable[Line], since: date) -> list[Line]:
    """The lines of the period."""
    return [line for line in lines if line.day is not None and line.day >= since]


def _reactions(case: Case, item: str, part: PointsPart, since: date) -> list[Line]:
    lines: list[Line] = []
    for at, rated in _flow(case, case.evidence.reactions, item, part.id, since):
        number = at[3].count
        if isinstance(rated, str):
            lines.append(_line(at, ZERO, rated, number))
        elif rated.part.direction not in {None, "both", at[3].direction}:
            lines.append(_line(at, ZERO, reasons.OTHER_DIRECTION, number))
        else:
            lines.append(_line(at, rated.rate * number, "", number))
    return lines


COUNTERS: Mapping[str, Counter] = MappingProxyType(
    {
        "partners": _partners,
        "bound": _bound,
        "activities": _activities,
        "study_tasks": _study_tasks,
        "replies": _replies,
        "reactions": _reactions,
        "shares": _shares,
    }
)
