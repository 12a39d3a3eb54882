"""Places within parts of a board: the own unit, and each unit above with all below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from plus100.measure.figures import Board, Standing
from plus100.publish.views import RanksView, RankView


def places(rows: Sequence[Standing]) -> dict[str, RankView]:
    """Cadre → place among these rows, which are in the board's order; ties share (1, 2, 2, 4)."""
    found: dict[str, RankView] = {}
    place, before = 0, None
    for number, row in enumerate(rows, 1):
        if row.total != before:
            place, before = number, row.total
        found[row.cadre] = RankView(place=place, of=len(rows))
    return found


def grouped(
    rows: Sequence[Standing], groups: Callable[[str], Iterable[str]]
) -> dict[str, dict[str, RankView]]:
    """Group → cadre → place, where ``groups`` names the groups that a unit's rows belong to."""
    split: dict[str, list[Standing]] = defaultdict(list)
    for row in rows:
        for group in groups(row.unit):
            split[group].append(row)
    return {group: places(members) for group, members in split.items()}


def ranks(board: Board, above: Mapping[str, tuple[str, ...]]) -> dict[str, RanksView]:
    """Every cadre's places on one board; ``above`` maps a unit to itself and all units above it."""
    overall = places(board.rows)
    own = grouped(board.rows, lambda unit: (unit,))
    wide = grouped(board.rows, lambda unit: above.get(unit, (unit,)))
    return {
        row.cadre: RanksView(
            overall=overall[row.cadre],
            unit=own[row.unit][row.cadre],
            subtrees={unit: wide[unit][row.cadre] for unit in above.get(row.unit, (row.unit,))},
        )
        for row in board.rows
    }
