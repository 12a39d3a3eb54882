"""The clean ledger: one consistent, immutable world, and what was withheld from it.

The *frame* is everything but the contacts and logs: settings, policies, readings, units, cadres. It
is small and is read first. A *book* is one cadre's partners and log; books are read and measured
one by one, so that shards can run in processes and a change costs what it touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import Reading
from plus100.ledger.records import Cadre, Entry, Partner, Settings, Unit, Waiver
from plus100.ledger.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """The sound items of one list file. ``positions[i]`` is the index in the file of ``items[i]``
    (items at fault are left out), so that ``(path, position)`` finds the line again.
    """

    path: str
    items: tuple[T, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """One cadre's partners and log entries, in file order."""

    cadre: str
    partners: tuple[Sheet[Partner], ...] = ()
    log: tuple[Sheet[Entry], ...] = ()

    def each_partner(self) -> Iterator[Partner]:
        """All partners."""
        return (partner for sheet in self.partners for partner in sheet.items)

    def each_entry(self) -> Iterator[Entry]:
        """All log entries."""
        return (entry for sheet in self.log for entry in sheet.items)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record that a fault keeps out of every figure. ``kind``: unit, cadre, partners (a whole
    file), log (a whole file), partner, entry, policy. ``unit`` and ``cadre`` say whose it is (""
    where it has none).
    """

    kind: str
    path: str
    unit: str
    cadre: str
    record: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """Where the records were read. ``revision`` is ``None`` for a dirty tree or a plain folder;
    ``day`` is the committer's date in the settings' time zone.
    """

    revision: str | None
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything but the books. ``cadres`` is keyed by ``unit/cadre``; ``persons`` maps a person to
    the engagements, oldest first. ``files`` lists each cadre's partner and log files. ``missing`` maps a
    person to engagements that are withheld, ``lost_units`` a withheld unit to the unit above it, as
    far as their files can still be read.
    """

    settings: Settings
    editions: Mapping[str, Edition]
    readings: Mapping[str, Reading]
    units: Mapping[str, Unit]
    cadres: Mapping[str, Cadre]
    persons: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[str, ...]]
    commit: Commit
    as_of: date
    withheld: tuple[Withheld, ...] = ()
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lost_units: Mapping[str, str | None] = field(default_factory=dict)
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by unit, at as_of
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)  # by unit
    waivers: tuple[Waiver, ...] = ()  # all that are well formed, expired ones included
