"""The one clock of a review, and only by default: the day on which a change is received."""

from __future__ import annotations

from datetime import date, datetime

from plus100.ledger.checks.calendar import zone_of
from plus100.review.roles import Roles


def today(roles: Roles) -> date:
    """The day it is where the records are kept."""
    settings = roles.base.settings
    zone = zone_of(settings) if settings else None
    return datetime.now(zone).date() if zone else datetime.now().astimezone().date()
