"""R324: no unit is above itself, on any day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import parent_on
from plus100.ledger.checks.say import say
from plus100.ledger.records import Unit

CODE = "R324"


def cycles(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """Every cycle that there is on some day, each once, from its first unit upwards."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for day in _days(draft.units):
        above = {name: parent_on(unit, day) for name, unit in draft.units.items()}
        for ring in _rings(above):
            found.setdefault(frozenset(ring), ring)
    return tuple(sorted(found.values()))


def _days(units: Mapping[str, Unit]) -> list[date]:
    """The days on which the tree changes, and one before all of them."""
    lists = (unit.parent for unit in units.values() if isinstance(unit.parent, tuple))
    return [date.min, *sorted({since.from_ for parents in lists for since in parents})]


def _rings(above: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    settled: set[str] = set()
    for start in sorted(above):
        trail: dict[str, int] = {}
        unit: str | None = start
        while unit is not None and unit not in settled and unit not in trail:
            trail[unit] = len(trail)
            unit = above.get(unit)
        if unit is not None and unit in trail:
            ring = list(trail)[trail[unit] :]
            first = ring.index(min(ring))
            yield (*ring[first:], *ring[:first])
        settled.update(trail)


def check(draft: Draft) -> Iterator[Finding]:
    """Each cycle once, at the first of its units in alphabetical order. One through the root is left to
    R321: the root is to have no parent at all.
    """
    root = draft.settings.root if draft.settings is not None else ""
    for ring in (ring for ring in cycles(draft) if root not in ring):
        places = [(draft.unit_path(name), ("parent",)) for name in ring]
        chain = " → ".join((*ring, ring[0]))
        fix = "改正其中写错的一个 parent，使每个单位向上都能到达最上级单位。"
        yield say(CODE, places[0], f"单位的上下级关系成了一个圈：{chain}。", fix, *places[1:])
