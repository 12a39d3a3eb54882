"""Shares among the active partners (Q43, Q44, Q51, Q55, Q56)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from plus100.core.points import ZERO, Ratio
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import PartnerShare
from plus100.ledger.records import Partner, on
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.contacts import bound_on
from plus100.measure.figures import RatioFigure
from plus100.measure.lines import ONE, Claim, lay
from plus100.measure.need import partners_needed
from plus100.measure.terms import does

Fact = Callable[[Partner, date], bool | None]


def ratio_of(case: Case, held: Held) -> RatioFigure:
    """The share that a rule asks about, as of the case's day."""
    rule = does(held, PartnerShare)
    claims, part, unrecorded = _claims(case, FACTS[rule.of])
    whole, note = _whole(case, rule)
    ratio = Ratio.of(part, whole)
    status, why = _judge(rule, ratio)
    return RatioFigure(
        id=held.rule.id,
        status="not_applicable" if note else status,
        ratio=ratio,
        limit=rule.at_most or rule.more_than,
        bound="at_most" if rule.at_most else "more_than" if rule.more_than else "none",
        unrecorded=unrecorded,
        note=note or why,
        lines=tuple(lay("partner", claims, fold=case.fold)),
        grounds=case.terms.grounds(held),
    )


def _claims(case: Case, fact: Fact) -> tuple[list[Claim], int, int]:
    claims: list[Claim] = []
    part = unrecorded = 0
    for contact in case.contacts.active:
        value = fact(contact[3], case.as_of)
        if value is None:
            unrecorded += 1
            claims.append((contact, ZERO, reasons.NOT_RECORDED))
        elif value:
            part += 1
            claims.append((contact, ONE, ""))
    kept = [(contact, ZERO, why) for contact, why in case.contacts.left_out if why == reasons.MOVED_AWAY]
    return claims + kept, part, unrecorded


def _whole(case: Case, rule: PartnerShare) -> tuple[int, str]:
    """What the share is of, and why it cannot be taken."""
    if rule.denominator == "quota":
        need = partners_needed(case)
        return (0, reasons.QUOTA_NOT_SET) if need is None else (need, "")
    whole = len(case.contacts.active)
    return whole, "" if whole else reasons.NO_PARTNERS


def _judge(rule: PartnerShare, ratio: Ratio) -> tuple[str, str]:
    if rule.at_most is not None:
        limit = Fraction(rule.at_most)
        side = ratio.compare(limit.numerator, limit.denominator)
        return ("within" if side < 0 or (side == 0 and rule.inclusive) else "over"), ""
    if rule.more_than is not None:
        limit = Fraction(rule.more_than)
        return ("within" if ratio.compare(limit.numerator, limit.denominator) > 0 else "under"), ""
    return "not_set", reasons.NO_NUMBER


def _not_local(partner: Partner, day: date) -> bool | None:
    local = on(partner.local, day) if partner.local is not None else None
    return None if local is None else not local


def _civil_servant(partner: Partner, day: date) -> bool | None:
    return on(partner.civil_servant, day) if partner.civil_servant is not None else None


def _age(partner: Partner, day: date) -> str | None:
    return on(partner.age, day) if partner.age is not None else None


def _to_35(partner: Partner, day: date) -> bool | None:
    age = _age(partner, day)
    return None if age is None else age == "to_35"


def _over_35_without_role(partner: Partner, day: date) -> bool | None:
    age = _age(partner, day)
    return None if age is None else age != "to_35" and partner.age_role is None


def _over_45(partner: Partner, day: date) -> bool | None:
    age = _age(partner, day)
    return None if age is None else age == "over_45"


def _met_by_reporting(partner: Partner, _day: date) -> bool | None:
    return None if partner.met is None else partner.met == "linked_programmes"


FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        "not_local": _not_local,
        "civil_servant": _civil_servant,
        "to_35": _to_35,
        "over_35_without_role": _over_35_without_role,
        "over_45": _over_45,
        "met_by_reporting": _met_by_reporting,
        "bound": bound_on,
    }
)
