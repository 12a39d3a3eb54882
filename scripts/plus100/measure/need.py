"""How many partners a cadre needs: the edition's number, or the unit's own where that is left to it."""

from __future__ import annotations

from plus100.ledger.policy.rules import PartnerQuota
from plus100.measure.case import Case


def partners_needed(case: Case, rule: PartnerQuota | None = None) -> int | None:
    """The number by the rule (the one in force if none is given); ``None``: not set (X05)."""
    rule = rule or case.terms.quota(case.seat.place, case.as_of)
    if rule is None:
        return None
    if rule.own_quota:
        unit = case.terms.frame.units[case.seat.unit]
        own = [quota for quota in unit.own_quota if quota.from_ <= case.as_of]
        if own:
            return max(own, key=lambda quota: quota.from_).partners
    return rule.at_least
