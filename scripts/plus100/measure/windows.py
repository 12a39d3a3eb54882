"""The calendar windows in which something falls due, and whether it falls due at all.

A window is due only if one post covers all of it and one version of the rule does; else it is not
applicable, "n/m days". A window that an accepted exemption overlaps is not due either: an exempt
cadre need not act (X10), and nothing is said about catching up in the days that are left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import DAY, Span, Window, add_months, year_of
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Measure
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.seats import Seat
from plus100.measure.terms import concerns

Alike = Callable[[Measure], bool]


@dataclass(frozen=True, slots=True)
class Due:
    """A window and the rule's version that judges it; without one, why it is not applicable."""

    span: Span
    held: Held | None
    note: str = ""
    days: str = ""


def windows_of(case: Case, rule: str, window: Window, alike: Alike) -> tuple[Due, ...]:
    """The windows of as-of's year that have begun, in order. ``alike`` tells whether an earlier
    version of the rule asks the same kind of thing in windows of the same length.
    """
    begun = Span(year_of(case.as_of).first, case.as_of)
    return tuple(_due(case, rule, span, alike) for span in window.through(begun))


def rolling(case: Case, rule: str, window: Window, alike: Alike) -> tuple[Due, ...]:
    """The one window that ends at as-of (X25, the other reading)."""
    first = add_months(case.as_of + DAY, -window.months)
    return (_due(case, rule, Span(first, case.as_of), alike),)


def _due(case: Case, rule: str, span: Span, alike: Alike) -> Due:
    seats = [seat for seat in case.seats if seat.span.overlap(span)]
    covering = [seat for seat in seats if seat.span.overlap(span) == span]
    if not covering:
        return Due(span, None, reasons.PART_OF_WINDOW, _days(span, [seat.span for seat in seats]))
    free = [seat for seat in covering if not _exempt(case, seat, span)]
    if not free:
        return Due(span, None, reasons.EXEMPT_THEN)
    return _judged(case, case.seat if case.seat in free else free[-1], rule, span, alike)


def _judged(case: Case, seat: Seat, rule: str, span: Span, alike: Alike) -> Due:
    edition = case.terms.edition(seat.unit, min(span.last, case.as_of))
    versions = edition.rules.get(rule, ()) if edition else ()
    fitting = [held for held in versions if held.rule.does is not None and alike(held.rule.does)]
    spans = [Span(held.rule.from_, held.until or date.max) for held in fitting]
    for held, valid in zip(fitting, spans, strict=True):
        if valid.overlap(span) == span:
            if concerns(held.rule.applies, case.terms.frame.units[seat.unit], seat.post.category):
                return Due(span, held)
            return Due(span, None, reasons.RULE_NOT_FOR_POST)
    return Due(span, None, reasons.RULE_PART_OF_WINDOW, _days(span, spans))


def _exempt(case: Case, seat: Seat, span: Span) -> bool:
    return any(exempt.overlap(span) for exempt in case.exempt.get(seat.cadre, ()))


def _days(span: Span, covers: list[Span]) -> str:
    """``n/m``: the most days of the window that one of the spans covers, of all its days."""
    most = max((shared.days for cover in covers if (shared := cover.overlap(span))), default=0)
    return f"{most}/{span.days}"
