"""Scenarios that a policy officer could write, measured under the real policies."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from measure.scenario import editions, judge, scenarios, world
from plus100.core.points import ZERO
from plus100.measure.evidence import gather
from plus100.measure.figures import CadreFigures, Line
from plus100.measure.people import figures_of, subject_of
from plus100.measure.terms import Terms


@pytest.fixture(scope="module")
def held() -> Any:
    """The four real editions."""
    return editions()


@pytest.mark.parametrize("scenario", [pytest.param(body, id=name) for name, body in scenarios()])
def test_a_scenario_comes_out_as_written(scenario: dict[str, Any], held: Any) -> None:
    """Every figure that a scenario states is what measuring its records yields."""
    assert judge(scenario, held) == []


@pytest.mark.parametrize("scenario", [pytest.param(body, id=name) for name, body in scenarios()])
def test_a_season_shows_the_same(scenario: dict[str, Any], held: Any) -> None:
    """With folded traces, as a season computes them, the figures of a scenario are the same as with a
    line for each record; what counts is told alike, no partner is named, nor is an entry that a quota
    leaves out.
    """
    made = world(scenario, held)
    for person in made.frame.persons:
        evidence = gather(made.books, made.frame.persons[person])
        subject = subject_of(Terms(made.frame), person, evidence, made.frame.as_of)
        folded, full = figures_of(subject, fold=True), made.figures(person)
        for quota in folded.quotas:
            if quota.windows and quota.unit in {"activities", "statements"}:
                assert all(line.raw or not line.record for line in quota.lines)
        for one, two in zip(traces(folded), traces(full), strict=True):
            assert tallied(one) == tallied(two)
            assert all(not line.record for line in one if line.kind == "partner")
            assert all(line.record for line in two)


def traces(figures: CadreFigures) -> list[tuple[Line, ...]]:
    """The lines of every figure."""
    items = figures.points.items if figures.points else ()
    parts = [part.lines for item in items for part in item.parts]
    return parts + [quota.lines for quota in figures.quotas] + [ratio.lines for ratio in figures.ratios]


def tallied(lines: Iterable[Line]) -> dict[tuple[str, str, str], tuple[int, Decimal, Decimal]]:
    """How many things the lines tell of by engagement, kind and reason, their worth and what counts.
    What a cap takes from a fold cannot be told thing by thing, so it is put to no reason.
    """
    sums: dict[tuple[str, str, str], tuple[int, Decimal, Decimal]] = {}
    for line in lines:
        key = (line.cadre, line.kind, "" if line.why == "cap" else line.why)
        count, raw, counted = sums.get(key, (0, ZERO, ZERO))
        sums[key] = (count + line.count, raw + line.raw, counted + line.counted)
    return sums
