"""Which partners a person is in contact with on a day, and which are left out of every number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from plus100.ledger.records import Partner
from plus100.measure import reasons
from plus100.measure.evidence import Contact


@dataclass(frozen=True, slots=True)
class Contacts:
    """``active`` partners make every number. ``left_out`` are the others known by then, with why:
    kept after moving away (X16), ended, or those of an engagement that is exempt while another one
    is measured (X09).
    """

    active: tuple[Contact, ...]
    left_out: tuple[tuple[Contact, str], ...]

    @property
    def kept(self) -> int:
        """How many are kept in touch with after moving away."""
        return sum(why == reasons.MOVED_AWAY for _, why in self.left_out)


def contacts_on(
    partners: tuple[Contact, ...], day: date, *, elsewhere: Collection[str] = (), count_kept: bool = False
) -> Contacts:
    """The partners as they stand at a day's end. ``elsewhere`` names the engagements whose partners
    don't count; with ``count_kept`` those who moved away count like others (X16, other reading).
    """
    active: list[Contact] = []
    left_out: list[tuple[Contact, str]] = []
    for contact in partners:
        if contact[0] > day:
            break
        why = _why_not(contact[3], day, count_kept=count_kept)
        if not why and contact[2] in elsewhere:
            why = reasons.ELSEWHERE
        if why:
            left_out.append((contact, why))
        else:
            active.append(contact)
    return Contacts(tuple(active), tuple(left_out))


def bound_on(partner: Partner, day: date) -> bool:
    """Whether the partner's own account is in the cadre's channel on a day."""
    joined, left = partner.bound_on, partner.unbound_on
    return joined is not None and joined <= day and (left is None or day <= left)


def _why_not(partner: Partner, day: date, *, count_kept: bool) -> str:
    if partner.until is not None and partner.until < day:
        return reasons.ENDED
    if partner.moved_away is not None and partner.moved_away <= day and not count_kept:
        return reasons.MOVED_AWAY
    return ""
