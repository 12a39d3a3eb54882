"""The calendar windows in which something falls due, and whether it falls due at all.

A window is due only if one post covers all of it and one version of the rule does, counted from the
day on which the unit goes by it; else it is not applicable, "n/m days". A window that an accepted
exemption overlaps is not due either: an exempt cadre need not act (X10), and nothing is said about
catching up in the days that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plus100.core.periods import DAY, Span, Window, add_months, year_of
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Measure
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.seats import Seat
from plus100.measure.terms import Terms, concerns


@dataclass(frozen=True, slots=True)
class Due:
    """A window and the rule's version that judges it; without one, why it is not applicable."""

    span: Span
    held: Held | None
    note: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A rule that comes back. Versions of it are comparable if ``kind`` yields the same for them: they
    ask the same kind of thing in windows of the same length.
    """

    rule: str
    window: Window
    kind: Callable[[Measure], Hashable]
    like: Hashable


def windows_of(case: Case, repeated: Repeated) -> tuple[Due, ...]:
    """The windows of as-of's year that have begun, in order, each judged by the version then in force."""
    seat = case.seat
    if not case.exempt and _covers(seat.span, year_of(case.as_of)):
        question = (seat.place, repeated.rule, repeated.like, case.as_of)
        return case.terms.remember(question, lambda: _each(case, repeated))
    return _each(case, repeated)


def _each(case: Case, repeated: Repeated) -> tuple[Due, ...]:
    return tuple(_due(case, repeated, span) for span in begun(repeated.window, case.as_of))


def rolling(case: Case, repeated: Repeated) -> tuple[Due, ...]:
    """The one window that ends at as-of (X25, the other reading)."""
    first = add_months(case.as_of + DAY, -repeated.window.months)
    return (_due(case, repeated, Span(first, case.as_of)),)


@lru_cache(maxsize=256)
def begun(window: Window, day: date) -> tuple[Span, ...]:
    """The windows of the day's year that have begun by then."""
    return tuple(window.through(Span(year_of(day).first, day)))


def _due(case: Case, repeated: Repeated, span: Span) -> Due:
    covering = [seat for seat in case.seats if _covers(seat.span, span)]
    if not covering:
        return Due(span, None, reasons.PART_OF_WINDOW, _days(span, [seat.span for seat in case.seats]))
    free = [seat for seat in covering if not _exempt(case, seat, span)]
    if not free:
        return Due(span, None, reasons.EXEMPT_THEN)
    seat = case.seat if case.seat in free else free[-1]
    return case.terms.remember(
        (seat.place, repeated.rule, repeated.like, span, case.as_of),
        lambda: _judged(case, seat, repeated, span),
    )


def _judged(case: Case, seat: Seat, repeated: Repeated, span: Span) -> Due:
    spans: list[Span] = []
    for valid, held in _versions(case.terms, seat.unit, repeated.rule):
        if held.rule.does is None or repeated.kind(held.rule.does) != repeated.like:
            continue
        spans.append(valid)
        if _covers(valid, span):
            unit = case.terms.frame.units[seat.unit]
            applies = concerns(held.rule.applies, unit, seat.post.category)
            return Due(span, held) if applies else Due(span, None, reasons.RULE_NOT_FOR_POST)
    return Due(span, None, reasons.RULE_PART_OF_WINDOW, _days(span, spans))


def _versions(terms: Terms, unit: str, rule: str) -> list[tuple[Span, Held]]:
    """The versions of a rule by which a unit goes, each with its days, oldest first. One that two
    editions share goes on when the unit passes from the one to the other.
    """
    found: list[tuple[Span, Held]] = []
    for edition, days in terms.editions(unit):
        for held in edition.rules.get(rule, ()):
            valid = Span(held.rule.from_, held.until or date.max).overlap(days)
            if valid is None:
                continue
            if found and found[-1][1].rule == held.rule and found[-1][0].last + DAY == valid.first:
                valid = Span(found.pop()[0].first, valid.last)
            found.append((valid, held))
    return found


def _covers(outer: Span, inner: Span) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _exempt(case: Case, seat: Seat, span: Span) -> bool:
    return any(exempt.overlap(span) for exempt in case.exempt.get(seat.cadre, ()))


def _days(span: Span, covers: Iterable[Span]) -> str:
    """``n/m``: the most days of the window that one of the spans covers, of all its days."""
    most = max((shared.days for cover in covers if (shared := cover.overlap(span))), default=0)
    return f"{most}/{span.days}"
