"""The interesting cases of the sample league come out as ``tests/cases/sample-cases.yml`` says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plus100.core.points import text
from plus100.intake.tree import open_source
from plus100.measure.figures import CadreFigures, Line, Season, Standing
from plus100.measure.season import explain, measure_season

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/sample-cases.yml").read_text("utf-8"))
SOURCE = open_source(ROOT / "records")
NAMED = [pytest.param(case, id=case["case"]) for case in CASES]
WANTED = (
    "exempt",
    "transferred mid-year",
    "changed class",
    "left the post",
    "capped",
    "over a ratio",
    "short of a quota",
    "tie",
    "unit that reported nothing",
    "leading-organ part-timer",
    "own quota of a large unit",
    "moved-away partner",
    "ended partner replaced",
    "group just under 100",
)


@cache
def season(as_of: date | None) -> Season:
    """The sample league on a day, measured once."""
    outcome = measure_season(SOURCE, as_of=as_of)
    assert outcome.season is not None
    return outcome.season


def test_every_wanted_case_is_there() -> None:
    """The table has each case that the sample league was made for."""
    assert set(WANTED) <= {case["case"] for case in CASES}


@pytest.mark.parametrize("case", NAMED)
def test_case(case: Mapping[str, Any]) -> None:
    """The figures named in the table are exactly these; others may be anything."""
    found = season(case.get("as_of"))
    if "unit" in case:
        view = _plain(next(unit for unit in found.units if unit.id == case["unit"]))
    else:
        figures = explain(SOURCE, case["cadre"], as_of=case.get("as_of")).figures
        assert figures is not None
        view = _view(figures)
    if "same_place" in case:
        one, other = (_standing(found, case[key]) for key in ("cadre", "same_place"))
        assert one.place == other.place
        view["total"] = text(one.total)
    assert _part(view, case["expect"]) == case["expect"]


def _standing(found: Season, cadre: str) -> Standing:
    return next(row for board in found.boards for row in board.rows if row.cadre == cadre)


def _part(view: Any, expected: Any) -> Any:
    """What of the view the expectation speaks of."""
    if isinstance(expected, Mapping) and isinstance(view, Mapping):
        return {key: _part(view.get(key, "missing"), value) for key, value in expected.items()}
    return view


def _view(figures: CadreFigures) -> dict[str, Any]:
    view = _plain(figures)
    items = figures.points.items if figures.points else ()
    lines = {item.id: [line for part in item.parts for line in part.lines] for item in items}
    quotas = {quota.id: quota for quota in figures.quotas}
    return view | {
        "engagements": list(figures.engagements),
        "points": {item.id: _plain(item) for item in items} or None,
        "quotas": {name: _plain(quota) for name, quota in quotas.items()},
        "ratios": {ratio.id: _plain(ratio) for ratio in figures.ratios},
        "tallies": {name: str(number) for name, number in figures.tallies.items()},
        "rates": {
            name: sorted({text(line.raw) for line in found if line.raw}) for name, found in lines.items()
        },
        "left_out": {name: _left_out(quota.lines) for name, quota in quotas.items()},
    }


def _left_out(lines: Iterable[Line]) -> dict[str, str]:
    return {why: str(number) for why, number in Counter(line.why for line in lines if line.why).items()}


def _plain(figure: Any) -> dict[str, Any]:
    """A figure's own fields as text; ``None`` stays."""
    values = {name: getattr(figure, name) for name in figure.__struct_fields__}
    return {name: None if value is None else _text(value) for name, value in values.items()}


def _text(value: object) -> str:
    return text(value) if isinstance(value, Decimal) else str(value)
