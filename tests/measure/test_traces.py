"""The figures that a scenario speaks of, in full and with each line of their traces, as written down in
``traces/``. ``make bless`` writes the files anew; the difference is then read like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from measure.scenario import CASES, editions, scenarios, world
from plus100.core.points import Ratio, text
from plus100.measure.figures import CadreFigures, Figure, Line

FOLDER = Path(__file__).parent / "traces"
APART = {"points", "level", "quotas", "ratios", "grounds"}
ITEMS = ("points", "raw", "to_gain", "parts", "part_caps", "left_out")
FILES = sorted(path.stem for path in (CASES / "scenarios").glob("*.yml"))


def plain(value: Any) -> str:
    """A field's value in a word: ``-`` for none, nothing for what is empty."""
    if isinstance(value, Decimal):
        return text(value)
    if isinstance(value, Ratio):
        return f"{text(value.part)}/{value.whole}"
    if isinstance(value, tuple):
        return "、".join(map(plain, value))
    if isinstance(value, dict):
        return "、".join(f"{key} {number}" for key, number in value.items())
    return "-" if value is None else str(value)


def like(line: Line) -> tuple[Any, ...]:
    """What a line says but for the record's id."""
    return (line.cadre, line.kind, line.day, line.raw, line.counted, line.why, line.count)


def lines(traced: Iterable[Line]) -> Iterator[str]:
    """The lines of a trace, those alike put together as ``p001…p047``."""
    for (cadre, kind, day, raw, counted, why, count), alike in groupby(traced, like):
        ids = [line.record for line in alike]
        names = ids[0] if len(ids) == 1 else f"{ids[0]}…{ids[-1]} ({len(ids)})"
        yield f"{cadre} {kind} {names} {plain(day)} {text(raw)}→{text(counted)} ×{count} {why}".rstrip()


def told(figure: Figure) -> Iterator[str]:
    """A figure's own fields, then the lines and figures that it holds, indented."""
    fields = {field: getattr(figure, field) for field in figure.__struct_fields__ if field not in APART}
    inner = {field: value for field, value in fields.items() if field == "lines" or _holds(value)}
    yield " ".join(f"{field}={plain(value)}" for field, value in fields.items() if field not in inner)
    for field, held in inner.items():
        below = lines(held) if field == "lines" else (line for one in held for line in told(one))
        yield from (f"  {line}" for line in below)


def _holds(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Figure)


def about(figures: CadreFigures, expected: dict[str, Any]) -> Iterator[str]:
    """The cadre, and those of its figures that a scenario's ``expect`` names."""
    named = {str(one).partition(".")[0] for key in ITEMS for one in expected.get(key, ())}
    items = figures.points.items if figures.points else ()
    yield from told(figures)
    for one in (*items, *figures.quotas, *figures.ratios):
        if one.id in named or one.id in {*expected.get("quotas", ()), *expected.get("ratios", ())}:
            yield from (f"  {line}" for line in told(one))


def written(scenario: dict[str, Any]) -> Iterator[str]:
    """What a scenario's persons come to."""
    made = world(scenario, editions())
    expected = scenario["expect"] if "cadres" in scenario else {"one": scenario["expect"]}
    for person in sorted(expected):
        yield from about(made.figures(person), expected[person])


@pytest.mark.parametrize("name", FILES)
def test_a_scenarios_traces_are_as_written_down(name: str, bless: bool) -> None:  # noqa: FBT001
    """Each number, reason and line of every figure that a scenario names, to the letter."""
    found = [
        row for title, body in scenarios(name) for row in (f"# {title.partition(': ')[2]}", *written(body))
    ]
    path = FOLDER / f"{name}.txt"
    whole = "\n".join(found) + "\n"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(whole, encoding="utf-8", newline="\n")
    assert whole == path.read_text(encoding="utf-8")
