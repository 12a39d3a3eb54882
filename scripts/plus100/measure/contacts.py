"""Which partners a person is in contact with on a day, and which are left out of every number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

from plus100.ledger.records import Partner, on
from plus100.measure import reasons
from plus100.measure.evidence import Contact, known_by

_cadre = itemgetter(2)
_partner = itemgetter(3)


@dataclass(frozen=True, slots=True)
class Contacts:
    """``active`` partners make every number. ``left_out`` are the others known by then, with why:
    kept after moving away (X16), ended, or those of an engagement that is exempt while another one
    is measured (X09).

    ``elsewhere`` and ``count_kept`` are what they were chosen by.

    A season asks a dozen questions about a hundred partners each, so facts are taken by ``column``.
    """

    day: date
    active: tuple[Contact, ...]
    left_out: tuple[tuple[Contact, str], ...]
    elsewhere: Collection[str]
    count_kept: bool
    _columns: dict[str, Sequence[Any]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def kept(self) -> int:
        """How many are kept in touch with after moving away."""
        return sum(why == reasons.MOVED_AWAY for _, why in self.left_out)

    @property
    def cadres(self) -> Sequence[str]:
        """The engagement of each active partner."""
        found = self._columns.get("")
        if found is None:
            found = self._columns[""] = list(map(_cadre, self.active))
        return found

    def column(self, fact: str) -> Sequence[Any]:
        """A fact of each active partner as it was on the day, ``None`` where it is not recorded."""
        found = self._columns.get(fact)
        if found is None:
            found = self._columns[fact] = facts(list(map(_partner, self.active)), fact, self.day)
        return found


def facts(partners: Sequence[Partner], fact: str, day: date) -> Sequence[Any]:
    """A fact, dated or not, of each partner on a day."""
    values = list(map(attrgetter(fact), partners))
    if tuple in set(map(type, values)):
        return [on(value, day) for value in values]
    return values


def contacts_on(
    partners: tuple[Contact, ...], day: date, *, elsewhere: Collection[str], count_kept: bool
) -> Contacts:
    """The partners as they stand at a day's end. ``elsewhere`` names the engagements whose partners
    don't count; with ``count_kept`` those who moved away count like others (X16, other reading).
    """
    known = known_by(partners, day)
    if not elsewhere and not _any_change(known):
        return Contacts(day, known, (), elsewhere, count_kept)
    active: list[Contact] = []
    left_out: list[tuple[Contact, str]] = []
    for contact in known:
        why = _why_not(contact[3], day, count_kept=count_kept)
        if not why and contact[2] in elsewhere:
            why = reasons.ELSEWHERE
        if why:
            left_out.append((contact, why))
        else:
            active.append(contact)
    return Contacts(day, tuple(active), tuple(left_out), elsewhere, count_kept)


def ever_bound(partner: Partner, day: date) -> bool:
    """Whether the partner's own account had joined the cadre's channel by a day."""
    return partner.bound_on is not None and partner.bound_on <= day


def _any_change(known: Sequence[Contact]) -> bool:
    """Whether any contact ever ended or moved away; mostly none did, and then there is no more to do."""
    partners = list(map(_partner, known))
    return any(map(attrgetter("until"), partners)) or any(map(attrgetter("moved_away"), partners))


def _why_not(partner: Partner, day: date, *, count_kept: bool) -> str:
    if partner.until is not None and partner.until < day:
        return reasons.ENDED
    if partner.moved_away is not None and partner.moved_away <= day and not count_kept:
        return reasons.MOVED_AWAY
    return ""
