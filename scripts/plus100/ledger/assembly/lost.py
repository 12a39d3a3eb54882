"""What can still be told of withheld units and cadres: where they belong, so that nothing looks whole
that is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from plus100.ledger.assembly.files import Layout
from plus100.ledger.assembly.read import Read, stated
from plus100.ledger.checks.parent import parent_on
from plus100.ledger.records import Cadre, Unit


def missing(layout: Layout, read: Read, cadres: Mapping[str, Cadre]) -> dict[str, tuple[str, ...]]:
    """By person, the engagements that are withheld: those whose file says so, at fault or not, and
    those from which a sound engagement says that it was a transfer.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, path in layout.cadres.items():
        if name not in cadres:
            for person in stated(read, (path,), "person"):
                found[person].add(name)
    for cadre in cadres.values():
        before = cadre.moved_from
        if before is not None and before in layout.cadres and before not in cadres:
            found[cadre.person].add(before)
    return {person: tuple(sorted(found[person])) for person in sorted(found)}


def lost_units(layout: Layout, read: Read, units: Mapping[str, Unit], day: date) -> dict[str, str | None]:
    """The units that are withheld, each with the unit above it as its file says in plain words; ``None``
    where it does not, and where the two would stand above each other.
    """
    above = {name: parent_on(unit, day) for name, unit in units.items()}
    found: dict[str, str | None] = {}
    for name, path in sorted(layout.units.items()):
        if name in units:
            continue
        said = next(stated(read, (path,), "parent"), None)
        found[name] = above[name] = said if said in layout.units and not _leads(said, name, above) else None
    return found


def _leads(unit: str | None, to: str, above: Mapping[str, str | None]) -> bool:
    """Whether a unit is another, or stands below it."""
    while unit is not None and unit != to:
        unit = above.get(unit)
    return unit == to


def children(
    units: Mapping[str, Unit], lost: Mapping[str, str | None], day: date
) -> dict[str, tuple[str, ...]]:
    """The units below each unit on a day, withheld ones among them, in alphabetical order."""
    above = {**lost, **{name: parent_on(unit, day) for name, unit in units.items()}}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, parent in sorted(above.items()):
        if parent is not None and parent in above:
            found[parent].append(name)
    return {parent: tuple(found[parent]) for parent in sorted(found)}
