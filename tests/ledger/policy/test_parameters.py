"""Parameters by name, and readings turned."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from ledger.policy.editions import readings, records
from plus100.ledger.policy import load, turned
from plus100.ledger.policy.parameters import has, leaves, replaced, same, tree, value
from plus100.ledger.policy.rules import Carrier, Rule
from plus100.ledger.policy.turn import carrying

CARRIERS = [
    pytest.param(reading.id, carrier, other, id=f"{reading.id} {carrier.rule} {carrier.parameter} {other}")
    for reading in readings().readings
    for carrier in reading.carried_by
    for other in carrier.others
]


def held(name: str) -> Rule:
    """A rule of Shandong's edition."""
    return next(rule for rule in records()["shandong-2017"].rules if rule.id == name)


@pytest.mark.parametrize(
    ("rule", "path", "expected"),
    [
        ("points.interaction", "parts.reactions.direction", "received"),
        ("points.interaction", "parts.bound.rates.class_2", "1"),
        ("points.interaction", "parts", ["bound", "reactions"]),
        ("points.partners", "parts.partners.requires", ["occupation"]),
        ("deadlines.client_login", "on", "2017-05-10"),
        ("levels", "from", "2017-01-01"),
        ("levels", "force", "fact"),
        ("guidance.branch", "applies.levels", []),
        ("five_ones.full_time", "partners_more_than", None),
    ],
)
def test_a_path_leads_to_a_parameter(rule: str, path: str, expected: object) -> None:
    """Things in lists are named by id, decimals and dates are text, defaults are there too."""
    assert same(value(held(rule), path), expected)
    assert has(held(rule), path)


@pytest.mark.parametrize(
    "path", ["measure", "title", "at", "parts.none", "parts.bound.cap.x", "item.x", ""]
)
def test_a_path_that_leads_nowhere_is_no_parameter(path: str) -> None:
    """Neither the measure's name nor a rule's title is a parameter."""
    assert not has(held("points.interaction"), path)


@pytest.mark.parametrize(
    ("path", "lacking"),
    [
        ("none", "none"),
        ("parts.none.cap", "none"),
        ("parts.bound.none", "none"),
        ("parts.bound", "parts.bound"),
    ],
)
def test_what_is_not_there_cannot_be_replaced(path: str, lacking: str) -> None:
    """Replacing names a parameter that exists, not a thing in a list; the error names what is lacking."""
    with pytest.raises(KeyError, match=f"'{lacking}'"):
        replaced(held("points.interaction"), path, "1")


def test_a_list_of_named_things_can_be_cut_down_to_some() -> None:
    """The value of such a list is its names; an unknown name is refused."""
    cut = replaced(held("tasks"), "tasks", ["repeat_oath", "volunteering"])
    assert value(cut, "tasks") == ["repeat_oath", "volunteering"]
    assert value(held("tasks"), "tasks.volunteering.title") == "一起开展志愿服务"
    with pytest.raises(KeyError):
        replaced(held("tasks"), "tasks", ["none"])


def test_a_value_of_another_kind_is_refused() -> None:
    """The measure's own types say what a parameter takes."""
    with pytest.raises(msgspec.ValidationError):
        replaced(held("levels"), "stars_per_diamond", "four")


def test_the_rules_own_parameters_can_be_replaced() -> None:
    """When, how strongly and for whom a rule holds may carry a reading too."""
    later = replaced(held("levels"), "from", "2018-01-01")
    assert later.from_ == date(2018, 1, 1)
    assert replaced(held("levels"), "applies.levels", ["city"]).applies.levels == ("city",)
    assert replaced(held("levels"), "force", "may").force == "may"


def test_leaves_are_every_plain_value_once() -> None:
    """Each leaf's path leads back to its value; the names of things are among them."""
    rule = held("points.interaction")
    found = dict(leaves(tree(rule)))
    assert found["parts.bound"] == "bound"
    assert found["parts.bound.rates.class_1"] == "0.1"
    assert found["applies.categories"] == ()
    assert not any(path.endswith(".id") for path in found)
    assert all(same(value(rule, path), leaf) for path, leaf in found.items() if path.count(".") != 1)


def test_a_rule_without_content_has_only_its_own_parameters() -> None:
    """An ``unset`` has a day, a force and a scope."""
    (ended,) = (
        one for one in records()["shandong-2017"].rules if one.id == "guidance.branch" and not one.does
    )
    assert set(tree(ended)) == {"from", "force", "applies"}


@pytest.mark.parametrize(("left", "right"), [(1, True), (0, False), ("1", 1), ([1], [2]), (None, "")])
def test_values_written_differently_are_different(left: object, right: object) -> None:
    """``1`` is not ``true`` and not ``"1"``."""
    assert not same(left, right)


def test_values_written_alike_are_the_same() -> None:
    """Lists and tuples, and mappings in another order, are written alike."""
    assert same((1, 2), [1, 2])
    assert same({"a": 1, "b": 2}, {"b": 2, "a": 1})


@pytest.mark.parametrize(("reading", "carrier", "other"), CARRIERS)
def test_a_reading_can_be_turned(reading: str, carrier: Carrier, other: Any) -> None:
    """Only the parameter named changes, and the editions still load without a finding about it."""
    turned_records = turned(records(), carrier, other)
    for _, rule in carrying(turned_records, carrier):
        assert same(value(rule, carrier.parameter), other)
        assert reading in rule.readings
    changed = {name for name, record in turned_records.items() if record != records()[name]}
    assert changed == {carrier.edition}
    assert load(turned_records)[1] == ()


def test_a_carrier_without_parameter_cannot_be_turned() -> None:
    """Unknown editions, rules and parameters are errors of the caller."""
    for place in (
        ("none", "levels", "star"),
        ("shandong-2017", "none", "star"),
        ("shandong-2017", "levels", "x"),
    ):
        carrier = Carrier(edition=place[0], rule=place[1], parameter=place[2], value=1, others=())
        with pytest.raises(KeyError, match="/".join(place)):
            turned(records(), carrier, 1)
