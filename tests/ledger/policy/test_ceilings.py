"""Lower levels may not demand more (鲁青办〔2017〕18号 六)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.policy.editions import COUNT, by_name, edition, records, rule
from plus100.core.periods import Window
from plus100.ledger.policy import load
from plus100.ledger.policy.ceilings import demand

FIVE = {"measure": "activity_count", "at_least": 5, "window": "two_months"}
QUOTA = {"measure": "partner_quota", "at_least": 100}


def codes(child: dict[str, Any], ceiling: dict[str, Any], *middle: dict[str, Any]) -> list[str]:
    """Findings of a child under a root with a ceiling, with an edition between if given."""
    stated = [edition("root", ceiling), edition("middle", *middle, extends="root")]
    stated.append(edition("child", child, extends="middle"))
    return [f"{one.code} {one.where.path[17:-4]}" for one in load(by_name(*stated))[1]]


@settings(deadline=None)  # how busy the machine is, is no part of the rule
@given(
    st.integers(1, 400), st.sampled_from(list(Window)), st.integers(1, 400), st.sampled_from(list(Window))
)
def test_rates_are_compared_exactly_by_the_year(n: int, window: Window, m: int, limit: Window) -> None:
    """A child breaches the ceiling exactly when it demands more in a year, whatever the windows."""
    below = {"measure": "activity_count", "at_least": n, "window": window.value}
    above = {"measure": "activity_count", "at_least": m, "window": limit.value}
    child = rule("a", "2017-01-01", below, change="replace")
    found = codes(child, rule("a", "2016-01-01", above, ceiling=True))
    assert bool(found) == (Fraction(12 * n, window.months) > Fraction(12 * m, limit.months))


def test_an_edition_may_surpass_its_own_parent_where_there_is_no_ceiling() -> None:
    """X26: Shandong itself asks for more than the centre; its ceilings bind those below it."""
    assert load(records())[1] == ()
    assert codes(rule("a", "2017-01-01", FIVE, change="replace"), rule("a", "2016-01-01", COUNT)) == []


def test_a_ceiling_binds_grandchildren_even_where_the_child_dropped_it() -> None:
    """A level between cannot lift what a level above it has fixed."""
    lowered = rule("a", "2017-01-01", COUNT, change="replace")
    child = rule("a", "2018-01-01", {**FIVE, "at_least": 6}, change="replace")
    assert codes(child, rule("a", "2016-01-01", FIVE, ceiling=True), lowered) == ["P416 child"]


def test_another_name_does_not_escape_a_ceiling() -> None:
    """A new rule that demands more of the same people is a breach too."""
    child = rule("more", "2017-01-01", {**FIVE, "at_least": 6})
    assert codes(child, rule("a", "2016-01-01", FIVE, ceiling=True)) == ["P416 child"]


@pytest.mark.parametrize(
    ("ceiling", "child", "found"),
    [
        ({"categories": ["full_time"]}, {"categories": ["other_part_time"]}, []),
        ({"categories": ["full_time"]}, {"categories": ["full_time", "attached"]}, ["P416 child"]),
        ({"categories": ["full_time"]}, {}, ["P416 child"]),
        ({}, {"levels": ["school"]}, ["P416 child"]),
        ({"levels": ["city"]}, {"levels": ["school"]}, []),
    ],
)
def test_a_ceiling_concerns_those_who_may_fall_under_both(
    ceiling: dict[str, Any], child: dict[str, Any], found: list[str]
) -> None:
    """Rules for other people or other levels are not compared."""
    above = rule("a", "2016-01-01", QUOTA, ceiling=True, applies=ceiling)
    below = rule("b", "2017-01-01", {**QUOTA, "at_least": 101}, applies=child)
    assert codes(below, above) == found


def test_partners_are_not_compared_with_activities() -> None:
    """100 partners are no more than 30 activities a year."""
    assert codes(rule("b", "2017-01-01", QUOTA), rule("a", "2016-01-01", FIVE, ceiling=True)) == []


def test_a_ceiling_that_has_ended_binds_nobody() -> None:
    """A child may demand more from the day after the ceiling's last."""
    ends = (rule("a", "2016-01-01", FIVE, ceiling=True), rule("a", "2018-01-01", change="unset"))
    more = {**FIVE, "at_least": 6}
    for since, breach in (("2017-12-31", True), ("2018-01-01", False)):
        stated = by_name(edition("root", *ends), edition("child", rule("b", since, more), extends="root"))
        assert bool(load(stated)[1]) == breach


def test_a_quota_without_number_breaches_nothing_and_limits_nothing() -> None:
    """Where nothing is demanded there is nothing to compare (X05)."""
    unset = {"measure": "partner_quota", "at_least": None}
    assert codes(rule("b", "2017-01-01", unset), rule("a", "2016-01-01", QUOTA, ceiling=True)) == []
    assert codes(rule("b", "2017-01-01", QUOTA), rule("a", "2016-01-01", unset, ceiling=True)) == []


def test_only_quotas_and_counts_demand_a_number() -> None:
    """Other measures have no yearly rate, nor has a count in a window that does not exist."""
    day = date(2018, 1, 1)
    held = load(records())[0]["shandong-2017"]
    asked = {one.rule.id: demand(one.rule) for one in held.on(day)}
    assert asked["five_ones.full_time"] == 30
    assert asked["five_ones.part_time"] == 20
    assert asked["partners.other_part_time"] == 10
    assert asked["partners.non_local"] is None
    (week,) = edition("x", rule("a", "2016-01-01", {**COUNT, "window": "week"})).rules
    assert demand(week) is None
