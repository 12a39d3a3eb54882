"""Whether a person is assessed, and by which post: assessed, exempt, left or not covered.

An exemption holds only if the edition in force accepts its reason, it lasts as long as that asks, and
it is approved by the day in question (Q9, X08, X10). One who is exempt at home because of being posted
elsewhere is measured at the host post, if that is in the records (X09).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import DAY, Span, add_months
from plus100.ledger.policy.rules import Coverage, Exemptions
from plus100.ledger.records import Exemption
from plus100.ledger.world import Frame
from plus100.measure import reasons
from plus100.measure.seats import Seat, held
from plus100.measure.terms import Terms

Spans = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Status:
    """``seat`` is the post at as-of, ``None`` for those who hold none. ``reason`` as in CadreFigures."""

    status: str
    reason: str
    seat: Seat | None


def status_of(terms: Terms, person: str, seats: tuple[Seat, ...], day: date) -> Status:
    """The status of a person on a day."""
    current = held(seats, day)
    if not current:
        return _without_post(terms.frame, person, day)
    exempt = [(seat, exemption(terms, seat, day)) for seat in current]
    seat, ground = next(((seat, found) for seat, found in exempt if found is None), exempt[0])
    reason = _not_covered(terms, seat, day)
    if reason:
        return Status("not_covered", reason, seat)
    if ground is not None:
        return Status("exempt", f"exempt_{ground.reason}", seat)
    refused = any(day in _span(claimed) for claimed in terms.frame.cadres[seat.cadre].exemptions)
    return Status(
        "assessed", reasons.EXEMPTION_REFUSED if refused else _doubt(terms, person, seat, day), seat
    )


def _doubt(terms: Terms, person: str, seat: Seat, day: date) -> str:
    """Why the figures of an assessed person are not whole."""
    if person in terms.frame.missing:
        return reasons.OTHER_AT_FAULT
    return reasons.RULE_AT_FAULT if terms.lacks(seat.unit, Span(day, day)) else ""


def exemption(terms: Terms, seat: Seat, day: date) -> Exemption | None:
    """The accepted exemption from a post that holds on a day."""
    for claimed in terms.frame.cadres[seat.cadre].exemptions:
        if day in _span(claimed) and accepted(terms, seat, claimed, day):
            return claimed
    return None


def exempt_spans(terms: Terms, seats: tuple[Seat, ...], day: date) -> Spans:
    """By engagement, the accepted exemptions as known on a day."""
    found: dict[str, tuple[Span, ...]] = {}
    for seat in seats:
        claims = terms.frame.cadres[seat.cadre].exemptions
        if claims:
            spans = [_span(claim) for claim in claims if accepted(terms, seat, claim, day)]
            found[seat.cadre] = tuple(dict.fromkeys((*found.get(seat.cadre, ()), *spans)))
    return found


def accepted(terms: Terms, seat: Seat, claimed: Exemption, day: date) -> bool:
    """Whether the rule in force on its last day so far accepts the exemption, as known on ``day``. It
    stands while the rule is at fault.
    """
    last = min(day, seat.span.last, claimed.until or date.max)
    if terms.lacks(seat.unit, Span(last, last), "exemptions"):
        return True
    rules = [
        rule
        for held_rule in terms.rules(seat.place, last)
        if isinstance(rule := held_rule.rule.does, Exemptions)
    ]
    return any(_accepts(rule, claimed, day) for rule in rules)


def _accepts(rule: Exemptions, claimed: Exemption, day: date) -> bool:
    if rule.needs_approval and (not claimed.approver or claimed.approved_on > day):
        return False
    for reason in rule.reasons:
        if reason.reason == claimed.reason:
            least = add_months(claimed.from_, reason.at_least_months) - DAY
            return claimed.until is None or claimed.until >= least
    return False


def _span(claimed: Exemption) -> Span:
    return Span(claimed.from_, claimed.until or date.max)


def _not_covered(terms: Terms, seat: Seat, day: date) -> str:
    if terms.edition(seat.unit, day) is None:
        return reasons.NO_EDITION
    rules = [
        rule
        for held_rule in terms.rules(seat.place, day)
        if isinstance(rule := held_rule.rule.does, Coverage)
    ]
    if not rules:
        at_fault = terms.lacks(seat.unit, Span(day, day), "coverage")
        return reasons.RULE_AT_FAULT if at_fault else reasons.NO_COVERAGE
    if terms.frame.units[seat.unit].military and not rules[0].military:
        return reasons.MILITARY
    return "" if seat.post.category in rules[0].categories else reasons.CATEGORY_NOT_COVERED


def _without_post(frame: Frame, person: str, day: date) -> Status:
    records = [frame.cadres[cadre] for cadre in frame.persons[person]]
    begun = [record for record in records if record.since <= day]
    unsure = reasons.OTHER_AT_FAULT if person in frame.missing else ""
    if not begun:
        return Status("not_covered", unsure or reasons.NOT_YET, None)
    if any(record.until is None or record.until >= day for record in begun):
        return Status("not_covered", unsure or reasons.NO_POST, None)
    last = max(begun, key=lambda record: (record.until or date.max, record.since))
    why = reasons.TRANSFERRED if last.left == "transfer" else reasons.DEPARTED
    return Status("left", unsure or why, None)
