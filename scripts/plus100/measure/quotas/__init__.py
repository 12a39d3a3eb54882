"""Demands on a cadre, one module a subject: each function turns a rule in force into a QuotaFigure.

- ``standing``    numbers that hold at any time: partners, spread, fields, pairing, links, channels,
                  account names
- ``groups``      chat groups
- ``activities``  so many activities in every window (five ones, quarterly, yearly)
- ``presence``    monthly statements of daily voice, weekly interaction, monthly topic
- ``deadlines``   what had to be done once by a day
- ``figure``      putting a figure together

``quota_of`` answers for one rule; a rule that makes no demand on a cadre yields ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plus100.ledger.policy import rules
from plus100.ledger.policy.edition import Held
from plus100.measure.case import Case
from plus100.measure.figures import QuotaFigure
from plus100.measure.quotas import activities, deadlines, groups, presence, standing

Demand = Callable[[Case, Held], QuotaFigure | None]

DEMANDS: Mapping[type[object], Demand] = MappingProxyType(
    {
        rules.PartnerQuota: standing.partners,
        rules.PartnerSpread: standing.spread,
        rules.PartnerFields: standing.fields,
        rules.Pairing: standing.pairing,
        rules.LinkQuota: standing.links,
        rules.Channels: standing.channels,
        rules.AccountName: standing.account_name,
        rules.Group: groups.group,
        rules.ActivityCount: activities.activity_count,
        rules.Presence: presence.presence,
        rules.Deadline: deadlines.deadline,
    }
)


def quota_of(case: Case, held: Held) -> QuotaFigure | None:
    """The figure for a rule that makes a demand on a cadre, ``None`` for every other rule."""
    demand = DEMANDS.get(type(held.rule.does))
    return None if demand is None else demand(case, held)
