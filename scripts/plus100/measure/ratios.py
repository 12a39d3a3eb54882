"""Shares among the active partners (Q43, Q44, Q51, Q55, Q56)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from plus100.core.points import Ratio
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import PartnerShare
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.contacts import Contacts
from plus100.measure.figures import RatioFigure
from plus100.measure.lines import ONE, lay_partners
from plus100.measure.need import partners_needed
from plus100.measure.terms import does

OPEN = reasons.NOT_RECORDED
Why = str | None
Fact = Callable[[Contacts], Sequence[Why]]
"""Of each active partner: "" where the fact holds, ``None`` where it does not, else why it is open."""


def ratio_of(case: Case, held: Held) -> RatioFigure:
    """The share that a rule asks about, as of the case's day."""
    rule = does(held, PartnerShare)
    contacts = case.contacts
    whys = FACTS[rule.of](contacts)
    kept = [(at, why) for at, why in contacts.left_out if why == reasons.MOVED_AWAY]
    whole, note = _whole(case, rule)
    ratio = Ratio.of(whys.count(""), whole)
    status, why = _judge(rule, ratio)
    return RatioFigure(
        id=held.rule.id,
        status="not_applicable" if note else status,
        ratio=ratio,
        limit=rule.at_most or rule.more_than,
        bound="at_most" if rule.at_most else "more_than" if rule.more_than else "none",
        unrecorded=whys.count(OPEN),
        note=note or why,
        lines=tuple(lay_partners(contacts, whys, ONE, kept, fold=case.fold)),
        grounds=case.terms.grounds(held),
    )


def _whole(case: Case, rule: PartnerShare) -> tuple[int, str]:
    """What the share is of, and why it cannot be taken."""
    if rule.denominator == "quota":
        need = partners_needed(case)
        return (0, reasons.QUOTA_NOT_SET) if need is None else (need, "")
    whole = len(case.contacts.active)
    return whole, "" if whole else reasons.NO_PARTNERS


def _judge(rule: PartnerShare, ratio: Ratio) -> tuple[str, str]:
    if rule.at_most is not None:
        limit = _fraction(rule.at_most)
        side = ratio.compare(limit.numerator, limit.denominator)
        return ("within" if side < 0 or (side == 0 and rule.inclusive) else "over"), ""
    if rule.more_than is not None:
        limit = _fraction(rule.more_than)
        return ("within" if ratio.compare(limit.numerator, limit.denominator) > 0 else "under"), ""
    return "not_set", reasons.NO_LIMIT


@lru_cache(maxsize=64)
def _fraction(limit: str) -> Fraction:
    return Fraction(limit)


def _not_local(contacts: Contacts) -> Sequence[Why]:
    return [OPEN if local is None else None if local else "" for local in contacts.column("local")]


def _civil_servant(contacts: Contacts) -> Sequence[Why]:
    return [
        OPEN if servant is None else "" if servant else None for servant in contacts.column("civil_servant")
    ]


def _to_35(contacts: Contacts) -> Sequence[Why]:
    return [OPEN if age is None else "" if age == "to_35" else None for age in contacts.column("age")]


def _over_35_without_role(contacts: Contacts) -> Sequence[Why]:
    pairs = zip(contacts.column("age"), contacts.column("age_role"), strict=True)
    return [OPEN if age is None else None if age == "to_35" or role else "" for age, role in pairs]


def _over_45(contacts: Contacts) -> Sequence[Why]:
    return [OPEN if age is None else "" if age == "over_45" else None for age in contacts.column("age")]


def _met_by_reporting(contacts: Contacts) -> Sequence[Why]:
    ways = contacts.column("met")
    return [OPEN if met is None else "" if met == "linked_programmes" else None for met in ways]


def _bound(contacts: Contacts) -> Sequence[Why]:
    day = contacts.day
    joined, left = contacts.column("bound_on"), contacts.column("unbound_on")
    return [
        "" if since is not None and since <= day and (until is None or day < until) else None
        for since, until in zip(joined, left, strict=True)
    ]


FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        "not_local": _not_local,
        "civil_servant": _civil_servant,
        "to_35": _to_35,
        "over_35_without_role": _over_35_without_role,
        "over_45": _over_45,
        "met_by_reporting": _met_by_reporting,
        "bound": _bound,
    }
)
