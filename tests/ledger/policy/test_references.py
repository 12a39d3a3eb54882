"""Names that a rule takes from other rules of its edition."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.policy.editions import COUNT, by_name, edition, rule
from plus100.ledger.policy import load

ONE, TWO = "2017-01-01", "2018-01-01"


def vocabulary(*themes: str) -> dict[str, Any]:
    """An activity vocabulary."""
    return {"measure": "themes", "themes": [{"id": theme, "title": theme} for theme in themes]}


def classes(*names: str) -> dict[str, Any]:
    """Points classes without categories."""
    stated = [{"id": name, "title": name, "categories": []} for name in names]
    return {"measure": "points_classes", "classes": stated}


def item(name: str, *rated: str, **part: Any) -> dict[str, Any]:
    """A points item of one part with a rate for some classes."""
    stated = {"id": "p", "counts": "activities", "rates": dict.fromkeys(rated, "1"), **part}
    return {"measure": "points_item", "item": name, "cap": "5", "parts": [stated]}


def found(*stated: dict[str, Any], parent: tuple[dict[str, Any], ...] = ()) -> list[tuple[str, Any]]:
    """Codes and pointers of a child of a root with these rules."""
    held = by_name(edition("root", *parent), edition("child", *stated, extends="root"))
    return [(one.code, one.where.pointer) for one in load(held)[1]]


@pytest.mark.parametrize(
    ("does", "pointer"),
    [
        ({**COUNT, "themes": ["talk", "walk"]}, ("themes", 1)),
        ({"measure": "campaign", "theme": "walk"}, ("theme",)),
        (item("i", themes=["talk", "walk"]), ("parts", 0, "themes", 1)),
    ],
)
def test_a_theme_stands_in_the_vocabulary(does: dict[str, Any], pointer: tuple[str | int, ...]) -> None:
    """Every place that names a theme is looked at; the parent's vocabulary counts."""
    parent = (rule("t", ONE, vocabulary("talk")),)
    assert found(rule("a", ONE, does), parent=parent) == [("P413", ("rules", 0, "does", *pointer))]
    assert found(rule("a", ONE, does), parent=(rule("t", ONE, vocabulary("talk", "walk")),)) == []


def test_other_needs_no_vocabulary() -> None:
    """``other`` is always a theme, and a rule may name none at all."""
    assert (
        found(rule("a", ONE, {**COUNT, "themes": ["other"]}), rule("b", ONE, {"measure": "campaign"})) == []
    )


def test_a_theme_may_come_into_the_vocabulary_while_the_rule_holds() -> None:
    """The points of 2017 stood before the vocabulary of May; it is enough that both hold on some day."""
    named = rule("a", ONE, {**COUNT, "themes": ["walk"]})
    later = rule("t", TWO, vocabulary("walk"))
    assert found(named, later) == []
    ended = rule("a", "2017-06-01", {**COUNT, "themes": []})
    assert found(named, ended, later) == [("P413", ("rules", 0, "does", "themes", 0))]


def test_the_vocabulary_that_has_been_replaced_is_gone() -> None:
    """A rule that begins later cannot name what is no longer a theme."""
    words = (rule("t", ONE, vocabulary("talk")), rule("t", TWO, vocabulary("walk")))
    named = rule("a", TWO, {**COUNT, "themes": ["talk"]})
    assert found(named, *words) == [("P413", ("rules", 0, "does", "themes", 0))]
    on_its_last_day = rule("a", "2017-12-31", {**COUNT, "themes": ["talk"]})
    assert found(on_its_last_day, *words) == []


@pytest.mark.parametrize("rated", [(), ("x",), ("x", "y", "z"), ("z", "y")])
def test_there_is_a_rate_for_every_class_and_no_other(rated: tuple[str, ...]) -> None:
    """A class without a rate has no points, a rate without a class no people."""
    stated = (rule("k", ONE, classes("x", "y")), rule("a", ONE, item("i", *rated)))
    assert found(*stated) == [("P414", ("rules", 1, "does", "parts", 0, "rates"))]
    assert found(rule("k", ONE, classes("x", "y")), rule("a", ONE, item("i", "y", "x"))) == []


def test_every_rate_that_is_too_many_or_lacking_is_named() -> None:
    """The message names all of them and the fix all classes, in the order of their names."""
    stated = (rule("k", ONE, classes("y", "x")), rule("a", ONE, item("i", "z", "y")))
    (finding,) = load(by_name(edition("root", *stated)))[1]
    assert finding.message.endswith("对不上：x、z。")
    assert finding.fix.endswith("当时的类别：x、y。")


def test_classes_at_fault_are_not_asked_for_rates() -> None:
    """A rule at fault is left out before others are held against it: no fault follows from another."""
    twice = {
        "measure": "points_classes",
        "classes": [{"id": "z", "title": "z", "categories": ["full_time"] * 2}],
    }
    parent = (rule("k", ONE, classes("x")),)
    stated = (rule("k", TWO, twice, change="replace"), rule("a", TWO, item("i", "x")))
    assert [code for code, _ in found(*stated, parent=parent)] == ["P417"]


def test_another_rule_at_fault_hides_no_fault() -> None:
    """Only where the classes or themes themselves are at fault is nothing said of those who name them."""
    week = rule("w", ONE, {**COUNT, "window": "week"})
    parent = (rule("k", ONE, classes("x")), rule("t", ONE, vocabulary("talk")))
    wrong = (rule("a", ONE, item("i", "y")), rule("b", ONE, {**COUNT, "themes": ["walk"]}))
    assert [code for code, _ in found(week, *wrong, parent=parent)] == ["P413", "P414", "P417"]
    again = (rule("k", ONE, classes("y")), rule("t", ONE, vocabulary("walk")))
    assert [code for code, _ in found(*again, *wrong, parent=parent)] == ["P404", "P404"]


def test_themes_at_fault_later_excuse_no_rule_that_ended_before() -> None:
    """A vocabulary at fault may hold the theme only from its own first day on."""
    again = rule("t", "2019-01-01", vocabulary("walk"))
    named = rule("b", ONE, {**COUNT, "themes": ["walk"]})
    parent = (rule("t", ONE, vocabulary("talk")),)
    ended = rule("b", TWO, change="unset")
    assert [code for code, _ in found(again, named, parent=parent)] == ["P404"]
    assert sorted(code for code, _ in found(again, named, ended, parent=parent)) == ["P404", "P413"]


def test_classes_that_do_not_hold_yet_do_not_count() -> None:
    """The classes are those of the item's first day."""
    stated = (rule("k", TWO, classes("x")), rule("a", ONE, item("i", "x")))
    assert [code for code, _ in found(*stated)] == ["P414"]
    (finding,) = load(by_name(edition("root", *stated)))[1]
    assert finding.fix.endswith("：没有。")


def test_an_item_is_scored_by_one_rule_at_a_time() -> None:
    """A second rule for the same item is a fault, and one that follows the first is not."""
    first = rule("a", ONE, item("i"))
    assert found(first, rule("b", TWO, item("i"))) == [("P418", ("rules", 1, "does", "item"))]
    assert found(first, rule("b", TWO, item("j"))) == []
    assert found(first, rule("a", TWO, change="unset"), rule("b", TWO, item("i"))) == []
    assert found(rule("b", TWO, item("i")), parent=(first,)) == [("P418", ("rules", 0, "does", "item"))]
    unset = rule("a", TWO, change="unset")
    assert found(unset, rule("b", TWO, item("i")), parent=(first,)) == []
    assert found(rule("a", TWO, item("i"), change="replace"), parent=(first,)) == []
