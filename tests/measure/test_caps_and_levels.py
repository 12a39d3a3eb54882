"""Caps line by line, and the ladder of stars and diamonds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from measure.scenario import editions, world
from plus100.ledger.policy.edition import Held
from plus100.measure.caps import fit
from plus100.measure.figures import Line
from plus100.measure.levels import level_of
from plus100.measure.terms import Terms


def line(raw: str, count: int = 1, why: str = "") -> Line:
    """A line worth so much for so many things."""
    return Line("u/c", "entry", "20180101-ab", None, Decimal(raw), Decimal(raw), why, count)


def fitted(lines: list[Line], cap: str, overshoot: str = "clip") -> list[tuple[str, str]]:
    """What counts of each line, and why not all."""
    return [(str(each.counted), each.why) for each in fit(lines, Decimal(cap), overshoot)]


def test_a_line_of_several_things_is_cut_between_them() -> None:
    """Five likes of 0.5 against 1.2: cut at the cap, or before or after the like that crosses it."""
    five = [line("2.5", 5)]
    assert fitted(five, "1.2") == [("1.2", "cap")]
    assert fitted(five, "1.2", "drop_last") == [("1.0", "cap")]
    assert fitted(five, "1.2", "allow_last") == [("1.5", "cap")]
    assert fitted(five, "2.4", "allow_last") == [("2.5", "")]


def test_after_the_cap_nothing_counts() -> None:
    """Once the cap is reached or passed, what follows is worth nothing, whatever becomes of the last."""
    many = [line("3"), line("3"), line("3", why="repeated")]
    assert fitted(many, "4") == [("3", ""), ("1", "cap"), ("0", "cap")]
    assert fitted(many, "4", "allow_last") == [("3", ""), ("3", ""), ("0", "cap")]
    assert fitted(many, "4", "drop_last") == [("3", ""), ("0", "cap"), ("0", "cap")]
    assert fitted(many, "9") == [("3", ""), ("3", ""), ("3", "repeated")]


def test_a_smaller_thing_may_still_fit_after_one_was_dropped() -> None:
    """Dropping what crosses the cap leaves room for what does not."""
    assert fitted([line("3"), line("2"), line("1")], "4", "drop_last") == [
        ("3", ""),
        ("0", "cap"),
        ("1", ""),
    ]


def test_no_cap_cuts_nothing() -> None:
    """Without a cap all counts."""
    assert fit([line("3"), line("99")], None, "clip") == (line("3"), line("99"))


def levels() -> tuple[Held, Terms]:
    """Shandong's rule on levels."""
    frame = world({"as_of": "2018-06-30", "cadre": {"since": "2017-01-01"}}, editions()).frame
    return frame.editions["shandong-2017"].rules["levels"][0], Terms(frame)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("0", (0, 0, "5")),
        ("4.9", (0, 0, "5")),
        ("5", (0, 1, "10")),
        ("19.9", (0, 3, "20")),
        ("20", (1, 0, "25")),
        ("94.9", (4, 2, "95")),
        ("95", (4, 3, "100")),
        ("99.9", (4, 3, "100")),
        ("100", (5, 0, None)),
        ("130", (5, 0, None)),
    ],
)
def test_the_ladder(total: str, expected: tuple[int, int, Any]) -> None:
    """Five points a star, four stars a diamond, five diamonds at most; then there is no next star."""
    found = level_of(Decimal(total), *levels())
    assert (found.diamonds, found.stars) == expected[:2]
    assert found.next_at == (None if expected[2] is None else Decimal(expected[2]))
    assert found.grounds.rule == "levels"
