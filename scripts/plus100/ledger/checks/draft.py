"""What checks look at: records that have the right shape but may still contradict each other.

A ``Draft`` is the frame before it is clean, ``Pages`` one cadre's book before it is clean. Both
know the names of records that could not be read, so that nobody who refers to one is blamed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from plus100.core.findings import Pointer
from plus100.ledger.checks.say import Place
from plus100.ledger.policy.edition import Edition
from plus100.ledger.records import Cadre, Entry, Partner, Settings, Unit
from plus100.ledger.vocabulary import Vocabulary
from plus100.ledger.world import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``units`` and ``cadres`` are keyed by folder. The ``known_…`` sets hold every name that a
    record may refer to, those of unreadable records included. ``whole`` is false when a cadre could
    not be read, so that a person may exist of whom nothing is known.
    """

    prefix: str
    settings: Settings | None
    editions: Mapping[str, Edition]
    units: Mapping[str, Unit]
    cadres: Mapping[str, Cadre]
    known_editions: frozenset[str]
    known_units: frozenset[str]
    known_cadres: frozenset[str]
    known_persons: frozenset[str]
    whole: bool

    def settings_path(self) -> str:
        """Path of ``settings.yml``."""
        return f"{self.prefix}/settings.yml"

    def unit_path(self, unit: str) -> str:
        """Path of a unit's ``unit.yml``."""
        return f"{self.prefix}/units/{unit}/unit.yml"

    def cadre_path(self, cadre: str) -> str:
        """Path of a cadre's ``cadre.yml``; the cadre is named ``unit/cadre``."""
        unit, name = cadre.split("/")
        return f"{self.prefix}/units/{unit}/cadres/{name}/cadre.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """One cadre's partners and entries in file order, all of the right shape. ``sheets`` tell where
    each stands. ``day`` is the commit's day, ``None`` where the files are not those of a commit.

    ``at_fault`` are ids of partners with a fault of their own, ``doubtful`` the indexes of entries
    whose date is at fault: no other check builds on these. ``whole`` is false where a file of
    partners could not be read or a partner's id is at fault, so that there may be partners of whom
    nothing is known.
    """

    cadre_id: str
    cadre: Cadre
    unit: Unit
    vocabulary: Vocabulary
    day: date | None
    partners: Sequence[Partner]
    partner_sheets: Sequence[Sheet[Partner]]
    entries: Sequence[Entry]
    entry_sheets: Sequence[Sheet[Entry]]
    at_fault: frozenset[str] = frozenset()
    doubtful: frozenset[int] = frozenset()
    whole: bool = True

    def partner_at(self, index: int, *steps: str | int) -> Place:
        """The place of a value within a partner."""
        return _place(self.partner_sheets, index, steps)

    def entry_at(self, index: int, *steps: str | int) -> Place:
        """The place of a value within an entry."""
        return _place(self.entry_sheets, index, steps)


def _place(sheets: Sequence[Sheet[Partner]] | Sequence[Sheet[Entry]], index: int, steps: Pointer) -> Place:
    ends = list(accumulate(len(sheet.positions) for sheet in sheets))
    which = bisect_right(ends, index)
    sheet = sheets[which]
    return sheet.path, (sheet.positions[index - ends[which]], *steps)
