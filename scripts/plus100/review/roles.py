"""Who is who in the base of a change: cadres, reviewers, maintainers.

A unit's reviewers are those whose dates cover the day; where it has none, those of the nearest unit
above that has some act for it (Q22: the superior organisation looks after the accounts of the one
below).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plus100.ledger.records import Cadre, Maintainer, on
from plus100.review.base import Base, base_of
from plus100.review.objects import Commit, Objects


@dataclass
class Roles:
    """The roles that stand in ``base`` on ``day``, the day on which the change was received."""

    base: Base
    day: date

    @cached_property
    def root(self) -> str:
        """The unit at the top; "" where the settings do not say."""
        return self.base.settings.root if self.base.settings else ""

    def parent(self, unit: str) -> str | None:
        """The unit directly above on the day; the root's, and an unknown unit's, is ``None``."""
        record = self.base.unit(unit)
        return None if record is None or record.parent is None else on(record.parent, self.day)

    def above(self, unit: str) -> tuple[str, ...]:
        """All units above, the nearest first. A unit of which nothing is known hangs on the root."""
        found: list[str] = []
        name = self.parent(unit)
        while name is not None and name != unit and name not in found:
            found.append(name)
            name = self.parent(name)
        known = not self.root or unit == self.root or self.root in found
        return tuple(found) if known else (*found, self.root)

    def own_reviewers(self, unit: str) -> tuple[str, ...]:
        """The unit's own reviewers on the day."""
        record = self.base.unit(unit)
        rows = record.reviewers if record else ()
        return tuple(dict.fromkeys(row.person for row in rows if _covers(row.from_, row.until, self.day)))

    def acting(self, unit: str) -> tuple[str, tuple[str, ...]]:
        """The unit whose reviewers answer for a unit, and those reviewers; ``("", ())``: nobody."""
        for name in (unit, *self.above(unit)):
            reviewers = self.own_reviewers(name)
            if reviewers:
                return name, reviewers
        return "", ()

    def maintainers(self) -> tuple[Maintainer, ...]:
        """The maintainers on the day."""
        rows = self.base.settings.maintainers if self.base.settings else ()
        return tuple(row for row in rows if _covers(row.from_, row.until, self.day))

    def serves(self, cadre: Cadre) -> bool:
        """Whether an engagement holds on the day."""
        return _covers(cadre.since, cadre.until, self.day)

    def engagements(self, person: str) -> tuple[str, ...]:
        """Every engagement of a person, ended ones included."""
        names = self.base.cadres_naming(person.encode("utf-8", "replace"))
        return tuple(name for name in names if (one := self.base.cadre(name)) and one.person == person)

    def posts(self, person: str) -> tuple[str, ...]:
        """The units in which a person holds an engagement on the day."""
        held = ((name, self.base.cadre(name)) for name in self.engagements(person))
        return tuple(name.partition("/")[0] for name, one in held if one is not None and self.serves(one))

    def offices(self, person: str) -> tuple[str, ...]:
        """The units that name a person as reviewer, on whatever day; "" for a maintainer."""
        names = self.base.units_naming(person.encode("utf-8", "replace"))
        found = [name for name in names if self._names(name, person)]
        settings = self.base.settings
        if settings is not None and any(row.person == person for row in settings.maintainers):
            found.append("")
        return tuple(found)

    def serves_anywhere(self, person: str) -> bool:
        """Whether a person holds any engagement on the day: whoever has left the League's work reviews
        nothing any more, whatever a unit's list still says.
        """
        return bool(self.posts(person))

    def knows(self, person: str) -> bool:
        """Whether a person is anyone here: a cadre, a reviewer or a maintainer."""
        return bool(self.engagements(person) or self.offices(person))

    def _names(self, unit: str, person: str) -> bool:
        record = self.base.unit(unit)
        return record is not None and any(row.person == person for row in record.reviewers)


def roles_of(objects: Objects, base: Commit, day: date) -> Roles:
    """The roles that stand in a commit, as of a day."""
    return Roles(base_of(objects, base), day)


def _covers(first: date, last: date | None, day: date) -> bool:
    return first <= day and (last is None or day <= last)
