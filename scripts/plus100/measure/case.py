"""One person on one day: what every measure is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import Span
from plus100.measure.contacts import Contacts
from plus100.measure.evidence import Evidence
from plus100.measure.seats import Seat
from plus100.measure.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An assessed person. ``seat`` is the post by which the person is measured, ``seats`` all posts.
    ``exempt`` holds the accepted exemptions of each engagement. With ``fold`` traces give counts of
    partners instead of a line each.
    """

    terms: Terms
    as_of: date
    seat: Seat
    seats: tuple[Seat, ...]
    exempt: Mapping[str, tuple[Span, ...]]
    evidence: Evidence
    contacts: Contacts
    fold: bool
