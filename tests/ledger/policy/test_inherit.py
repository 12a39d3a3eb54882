"""What a child has of its parent, and from when until when."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.policy.editions import COUNT, by_name, edition, readings, records, rule
from plus100.core.periods import DAY
from plus100.ledger.policy import load
from plus100.ledger.policy.rules import ActivityCount

TWO = {**COUNT, "at_least": 2}
THREE = {**COUNT, "at_least": 3}


def at_least(held: object) -> int | None:
    """The number that a held rule demands, ``None`` for no rule."""
    if held is None:
        return None
    does = held.rule.does  # type: ignore[attr-defined]
    assert isinstance(does, ActivityCount)
    return does.at_least


def demanded(child: tuple[object, ...], parent: tuple[object, ...], day: str) -> int | None:
    """What ``child`` demands under the id ``a`` on a day."""
    stated = by_name(edition("parent", *parent), edition("child", *child, extends="parent"))  # type: ignore[arg-type]
    return at_least(load(stated)[0]["child"].rule("a", date.fromisoformat(day)))


def test_an_inherited_rule_holds_until_the_day_before_the_child_replaces_it() -> None:
    """The parent's version ends on the eve of the child's first one."""
    parent = (rule("a", "2016-01-01", COUNT),)
    child = (rule("a", "2017-05-03", TWO, change="replace"),)
    assert demanded(child, parent, "2015-12-31") is None
    assert demanded(child, parent, "2017-05-02") == 1
    assert demanded(child, parent, "2017-05-03") == 2


def test_a_rule_that_a_child_replaces_still_comes_from_the_parent_before() -> None:
    """Each version names the edition that states it, also where the child ends it."""
    parent, child = rule("a", "2016-01-01", COUNT), rule("a", "2017-05-03", TWO, change="replace")
    stated = by_name(edition("parent", parent), edition("child", child, extends="parent"))
    assert [one.origin for one in load(stated)[0]["child"].rules["a"]] == ["parent", "child"]


def test_an_edition_keeps_its_title_and_description() -> None:
    """What it is called and what it is about are its own, not its parent's."""
    named = msgspec.structs.replace(
        edition("child", extends="parent"), title="示例", description="示例版本。"
    )
    child = load(by_name(edition("parent"), named))[0]["child"]
    assert (child.title, child.description) == ("示例", "示例版本。")


def test_a_rule_may_be_replaced_further_up_in_the_file_than_it_is_added() -> None:
    """What comes first is told by the days on which versions begin, not by their places in the file."""
    first, later = rule("a", "2017-01-01", COUNT), rule("a", "2018-01-01", TWO, change="replace")
    for stated in ((first, later), (later, first)):
        editions, findings = load(by_name(edition("root", *stated)))
        assert findings == ()
        assert [at_least(held) for held in editions["root"].rules["a"]] == [1, 2]


def test_a_later_version_of_the_parent_does_not_come_back() -> None:
    """Once a child has replaced a rule, its own version holds, whatever the parent says later."""
    parent = (rule("a", "2016-01-01", COUNT), rule("a", "2019-01-01", THREE))
    child = (rule("a", "2017-05-03", TWO, change="replace"),)
    assert demanded(child, parent, "2020-01-01") == 2


def test_an_earlier_change_of_the_parent_is_inherited() -> None:
    """Before the child speaks, the parent's versions follow each other as they do there."""
    parent = (rule("a", "2016-01-01", COUNT), rule("a", "2017-01-01", THREE))
    child = (rule("a", "2018-01-01", TWO, change="replace"),)
    assert demanded(child, parent, "2016-12-31") == 1
    assert demanded(child, parent, "2017-01-01") == 3
    assert demanded(child, parent, "2018-01-01") == 2


def test_an_unset_ends_a_rule_and_it_may_be_taken_up_again() -> None:
    """From the day of the ``unset`` there is no rule, until a later version."""
    parent = (rule("a", "2016-01-01", COUNT),)
    child = (rule("a", "2017-01-01", change="unset"), rule("a", "2018-01-01", TWO, change="replace"))
    assert demanded(child, parent, "2016-12-31") == 1
    assert demanded(child, parent, "2017-06-01") is None
    assert demanded(child, parent, "2018-01-01") == 2


def test_a_rule_unset_from_its_first_day_is_nowhere() -> None:
    """An edition does not name a rule that it never has."""
    stated = by_name(
        edition("parent", rule("a", "2016-01-01", COUNT)),
        edition("child", rule("a", "2016-01-01", change="unset"), extends="parent"),
    )
    assert "a" not in load(stated)[0]["child"].rules


def test_an_end_of_the_parent_is_inherited() -> None:
    """What the parent ends before the child speaks of it stays ended."""
    parent = (rule("a", "2016-01-01", COUNT), rule("a", "2017-01-01", change="unset"))
    child = (rule("a", "2018-01-01", TWO, change="replace"),)
    assert demanded(child, parent, "2017-06-01") is None
    assert demanded(child, parent, "2018-01-01") == 2


@settings(deadline=None)  # how busy the machine is, is no part of the rule
@given(st.lists(st.dates(date(2016, 1, 1), date(2020, 12, 31)), min_size=1, max_size=6, unique=True))
def test_on_every_day_at_most_one_version_holds(days: list[date]) -> None:
    """Versions never overlap and leave no day between them, whatever the order in the file."""
    stated = [rule("a", day.isoformat(), {**COUNT, "at_least": n + 1}) for n, day in enumerate(days)]
    held = load(by_name(edition("root", *stated)))[0]["root"].rules["a"]
    first, *_ = held
    assert first.rule.from_ == min(days)
    for one, following in pairwise(held):
        assert one.until == following.rule.from_ - DAY
    assert held[-1].until is None


def test_the_lineage_runs_from_the_root_and_rules_know_their_origin() -> None:
    """Three generations: the grandchild has the rules of all, each with the edition it stands in."""
    stated = by_name(
        edition("c", rule("c", "2016-01-01", COUNT), extends="b"),
        edition("a", rule("a", "2016-01-01", COUNT)),
        edition("b", rule("b", "2016-01-01", COUNT), extends="a"),
    )
    found = load(stated)[0]["c"]
    assert found.lineage == ("a", "b", "c")
    assert {held.rule.id: held.origin for held in found.on(date(2016, 1, 1))} == {
        "a": "a",
        "b": "b",
        "c": "c",
    }
    assert found.on(date(2015, 12, 31)) == ()


def test_what_is_left_out_is_told_with_what_it_would_have_done() -> None:
    """An ``unset`` at fault is told by the measure that it would have ended, if there is one. A parent's
    rule at fault is the child's too, until the child has one of that name.
    """
    week = {**COUNT, "window": "week"}
    parent = edition("parent", rule("a", "2016-01-01", COUNT), rule("b", "2016-02-01", week))
    ends = rule("a", "2017-01-01", change="unset")
    stated = by_name(
        parent,
        edition("child", ends, ends, rule("none", "2017-02-01", change="unset"), extends="parent"),
        edition("other", rule("b", "2017-03-01", COUNT), extends="parent"),
    )
    editions, _ = load(stated)
    count = "activity_count"
    assert [(one.id, one.measure, one.from_) for one in editions["child"].left_out] == [
        ("a", count, date(2017, 1, 1)),
        ("none", "", date(2017, 2, 1)),
        ("b", count, date(2016, 2, 1)),
    ]
    assert editions["other"].left_out == ()


def test_an_edition_without_its_parent_falls_with_its_children_and_no_other() -> None:
    """A missing parent takes its descendants along; everything else stands."""
    stated = by_name(edition("lost", extends="nowhere"), edition("child", extends="lost"), edition("sound"))
    editions, findings = load(stated)
    assert list(editions) == ["sound"]
    assert [finding.code for finding in findings] == ["P402"]


def test_a_cycle_takes_its_members_and_what_hangs_on_them() -> None:
    """Every member of the cycle is named once; an edition that only leads into it is not at fault."""
    stated = by_name(
        edition("a", extends="b"), edition("b", extends="a"), edition("c", extends="a"), edition("d")
    )
    editions, findings = load(stated)
    assert list(editions) == ["d"]
    assert [(one.code, one.where.path) for one in findings] == [
        ("P403", "records/policies/a.yml"),
        ("P403", "records/policies/b.yml"),
    ]


def test_a_lone_edition_without_its_parent_is_told_that_there_is_no_other() -> None:
    """The fix lists the editions that there are, and says so where there are none."""
    (alone,) = load(by_name(edition("lost", extends="nowhere")))[1]
    assert alone.fix == "核对 extends；现有的版本：没有别的版本。"
    (among,) = load(by_name(edition("lost", extends="nowhere"), edition("a"), edition("b")))[1]
    assert among.fix == "核对 extends；现有的版本：a、b。"


def test_an_edition_with_another_id_is_known_by_its_file() -> None:
    """The file's name is the one that units use; the difference is found."""
    editions, findings = load({"city": edition("town", rule("a", "2016-01-01", COUNT))})
    assert editions["city"].id == "city"
    assert editions["city"].rules["a"][0].origin == "city"
    assert [finding.code for finding in findings] == ["P401"]


@pytest.mark.parametrize("order", list(permutations(sorted(records()))))
def test_the_order_of_files_changes_nothing(order: tuple[str, ...]) -> None:
    """Editions and findings are the same in whatever order the files come."""
    stated = records()
    editions, findings = load({name: stated[name] for name in order}, readings())
    expected, _ = load(stated, readings())
    assert editions == expected
    assert list(editions) == list(expected)
    assert findings == ()


@pytest.mark.parametrize("code", ["P404", "P405", "P406", "P416", "P417", "P414", "P418"])
def test_a_rule_at_fault_leaves_the_parents_in_its_place(code: str) -> None:
    """The smallest owner of a fault is left out: the rule, and what was inherited holds."""
    classes = {
        "measure": "points_classes",
        "classes": [{"id": "x", "title": "x", "categories": ["full_time"]}],
    }
    item = {
        "measure": "points_item",
        "cap": "5",
        "parts": [{"id": "p", "counts": "shares", "rates": {"x": "1"}}],
    }
    parent = edition(
        "parent",
        rule("a", "2016-01-01", COUNT, ceiling=True),
        rule("classes", "2016-01-01", classes),
        rule("item", "2016-01-01", {**item, "item": "i"}),
    )
    ids = ("a", "classes", "item", "other", "again")
    wrong = {
        "P404": [rule("a", "2017-01-01", COUNT)],
        "P405": [rule("other", "2017-01-01", COUNT, change="replace")],
        "P406": [rule("a", "2017-01-01", COUNT, change="replace")] * 2,
        "P416": [rule("a", "2017-01-01", TWO, change="replace")],
        "P417": [rule("a", "2017-01-01", {**COUNT, "window": "week"}, change="replace")],
        "P414": [
            rule(
                "item",
                "2017-01-01",
                {**item, "item": "i", "parts": []}
                | {"parts": [{"id": "p", "counts": "shares", "rates": {"y": "1"}}]},
                change="replace",
            )
        ],
        "P418": [rule("again", "2017-01-01", {**item, "item": "i"})],
    }[code]
    editions, findings = load(by_name(parent, edition("child", *wrong, extends="parent")))
    assert [finding.code for finding in findings] == [code]
    kept = 2 if code == "P406" else 1
    assert sum(len(editions["child"].rules.get(one, ())) for one in ids) == 2 + kept
