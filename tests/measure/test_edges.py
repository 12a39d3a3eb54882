"""Edges that the real editions don't reach today, with the editions changed for the purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec
import pytest

from measure.scenario import World, edition_records, editions, judge, shown, world
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.parameters import replaced
from plus100.ledger.policy.rules import Deadline, Group, Levels, Presence, Rule
from plus100.measure.terms import does

TALK = {"type": "activity", "form": "offline", "theme": "talk"}
Edit = Callable[[Rule], Rule | None]


def edited(edit: Edit, name: str = "shandong-2017") -> Mapping[str, Edition]:
    """The real editions with every rule of one passed through ``edit`` (``None``: left out)."""
    records = edition_records()
    rules = tuple(rule for old in records[name].rules if (rule := edit(old)) is not None)
    return editions({**records, name: msgspec.structs.replace(records[name], rules=rules)})


def without(*names: str) -> Edit:
    """Leave out the rules of these names."""
    return lambda rule: None if rule.id in names else rule


def test_without_levels_there_are_points_and_no_level() -> None:
    """An edition that has points but no levels says so."""
    scenario = {
        "as_of": "2018-06-30",
        "cadre": {"since": "2017-01-01"},
        "log": [{**TALK, "date": "2018-02-01"}],
        "expect": {"total": "1", "level": "null", "points_reason": "no_levels"},
    }
    assert judge(scenario, edited(without("levels"))) == []


def test_without_classes_or_items_there_are_no_points() -> None:
    """Classes without items make no points table; items without classes are rules at fault."""
    scenario: dict[str, Any] = {
        "as_of": "2018-06-30",
        "cadre": {"since": "2017-01-01"},
        "expect": {"total": "null", "points_reason": "no_points_rules", "board": "null"},
    }
    at_fault = {**scenario, "expect": {**scenario["expect"], "points_reason": "rule_at_fault"}}
    assert judge(at_fault, edited(without("points.classes"))) == []
    assert (
        judge(
            scenario,
            edited(
                lambda rule: None if rule.id.startswith("points.") and rule.id != "points.classes" else rule
            ),
        )
        == []
    )


def test_an_item_that_begins_later_counts_from_then() -> None:
    """An entry before its item's rule began is left out; a part that is new likewise."""
    later = edited(
        lambda rule: (
            msgspec.structs.replace(rule, from_=date(2018, 3, 1))
            if rule.id == "points.activities"
            else rule
        )
    )
    scenario = {
        "as_of": "2018-06-30",
        "cadre": {"since": "2017-01-01"},
        "log": [{**TALK, "date": "2018-02-28"}, {**TALK, "date": "2018-03-01"}],
        "expect": {"points": {"activities": "1"}, "left_out": {"activities": {"no_rule_then": "1"}}},
    }
    assert judge(scenario, later) == []


def test_an_entry_under_a_post_without_a_class_counts_nothing() -> None:
    """What was done in a category that no class holds is worth nothing after a change of post."""
    held = edited(
        lambda rule: (
            replaced(rule, "classes.class_2.categories", ("large_unit_part_time",))
            if rule.id == "points.classes"
            else rule
        )
    )
    scenario = {
        "as_of": "2018-06-30",
        "cadre": {
            "since": "2017-01-01",
            "posts": [
                {"category": "other_part_time", "from": "2017-01-01", "until": "2018-03-31"},
                {"category": "full_time", "from": "2018-04-01"},
            ],
        },
        "log": [{**TALK, "date": "2018-03-31"}, {**TALK, "date": "2018-04-01"}],
        "expect": {"points": {"activities": "1"}, "left_out": {"activities": {"no_class_then": "1"}}},
    }
    assert judge(scenario, held) == []


def test_a_class_without_a_rate_is_closed() -> None:
    """Where a child edition names a class of its own, items that give it no rate are not open to it."""
    records = edition_records()
    parent = records["shandong-2017"]
    classes = next(rule for rule in parent.rules if rule.id == "points.classes")
    renamed = msgspec.structs.replace(classes.does.classes[0], id="class_3")  # type: ignore[union-attr]
    does = msgspec.structs.replace(classes.does, classes=(renamed,))
    rule = msgspec.structs.replace(classes, change="replace", from_=date(2018, 1, 1), does=does)
    child = msgspec.structs.replace(parent, id="child", extends="shandong-2017", rules=(rule,))
    scenario = {
        "as_of": "2018-06-30",
        "unit": {"policy": "child"},
        "cadre": {"since": "2017-01-01"},
        "partners": [{"occupation": "service"}, {}],
        "log": [{**TALK, "date": "2018-06-30"}],
        "expect": {
            "class": "class_3",
            "points": {"partners": "0", "activities": "0"},
            "left_out": {"partners": {"not_open": "2"}, "activities": {"not_open": "1"}},
        },
    }
    assert judge(scenario, editions({**records, "child": child})) == []


def test_a_share_of_the_quota_needs_a_quota() -> None:
    """Where no number of partners is set, or no rule sets one, a share of it cannot be taken."""
    scenario = {
        "as_of": "2018-06-30",
        "unit": {"policy": "national-2016"},
        "cadre": {"since": "2017-01-01", "category": "other_part_time"},
        "partners": [{"local": "false"}],
        "expect": {
            "ratios": {
                "partners.non_local": {"status": "not_applicable", "note": "quota_not_set", "whole": "0"}
            }
        },
    }

    def by_quota(rule: Rule) -> Rule:
        return replaced(rule, "denominator", "quota") if rule.id == "partners.non_local" else rule

    def unset(rule: Rule) -> Rule | None:
        return None if rule.id == "partners.other_part_time" else by_quota(rule)

    assert judge(scenario, edited(unset, "national-2016")) == []
    larger = {**scenario, "cadre": {"since": "2017-01-01", "category": "large_unit_part_time"}}
    assert judge(larger, edited(by_quota, "national-2016")) == []


def test_a_rule_that_once_asked_something_else_is_not_judged_backwards() -> None:
    """Windows under a version of another measure, or of other windows, are not applicable."""

    def from_april(rule: Rule) -> Rule:
        return (
            msgspec.structs.replace(rule, from_=date(2018, 4, 1))
            if rule.id == "five_ones.part_time"
            else rule
        )

    def presence_before(rule: Rule) -> Rule:
        if rule.id != "five_ones.part_time":
            return rule
        return msgspec.structs.replace(rule, does=Presence(kinds=("daily_voice",)))

    records = edition_records()
    national = tuple(presence_before(rule) for rule in records["national-2016"].rules)
    shandong = tuple(from_april(rule) for rule in records["shandong-2017"].rules)
    held = editions(
        {
            **records,
            "national-2016": msgspec.structs.replace(records["national-2016"], rules=national),
            "shandong-2017": msgspec.structs.replace(records["shandong-2017"], rules=shandong),
        }
    )
    scenario: dict[str, Any] = {
        "as_of": "2018-06-30",
        "cadre": {"since": "2017-01-01", "category": "other_part_time"},
        "expect": {
            "quotas": {
                "five_ones.part_time": {
                    "windows": [
                        "2018-03-31 not_applicable 0 rule_part_of_window 0/90",
                        "2018-06-30 short 0",
                    ]
                }
            }
        },
    }
    assert judge(scenario, held) == []
    before = {**scenario, "as_of": "2018-03-31"}
    before["expect"] = {"quotas": {"five_ones.part_time": {"unit": "statements", "status": "short"}}}
    assert judge(before, held) == []


def test_a_deadline_in_windows_or_without_a_statement_is_only_shown() -> None:
    """Only a day with a statement is a demand on a cadre."""

    def turn(rule: Rule) -> Rule:
        if rule.id == "deadlines.five_ones_report":
            return msgspec.structs.replace(
                rule, does=Deadline(window="quarter", day=20, statement="client_login")
            )
        return rule

    made = world({"as_of": "2018-06-30", "cadre": {"since": "2017-01-01"}}, edited(turn))
    quotas = {quota.id for quota in made.figures("one").quotas}
    assert "deadlines.five_ones_report" not in quotas
    assert "deadlines.guidance" not in quotas
    assert "deadlines.client_login" in quotas


def test_groups_without_a_size_are_counted_even_if_they_add_up() -> None:
    """Where no size is asked, "together" says nothing: groups are counted."""

    def turn(rule: Rule) -> Rule:
        return (
            msgspec.structs.replace(rule, does=Group(groups=2, together=True))
            if rule.id == "group.year"
            else rule
        )

    scenario = {
        "as_of": "2019-06-30",
        "unit": {"policy": "xjyyxy-2019", "level": "school"},
        "cadre": {"since": "2019-01-01"},
        "log": [{"type": "statement", "kind": "group", "date": "2019-03-01", "group": "g"}],
        "expect": {"quotas": {"group.year": {"have": "1", "need": "2", "unit": "groups", "short": "1"}}},
    }
    assert judge(scenario, edited(turn, "xjyyxy-2019")) == []


def test_an_engagement_without_a_book_has_nothing() -> None:
    """A book that is missing counts as empty."""
    made = world({"as_of": "2018-06-30", "cadre": {"since": "2017-01-01"}, "partners": [{}]}, editions())
    assert shown(World(made.frame, {}).figures("one"))["tallies"]["partners"] == "0"


def test_a_missing_book_hides_no_other() -> None:
    """What the other engagements' books hold counts all the same."""
    made = world(
        {
            "as_of": "2018-06-30",
            "units": {"east": {}, "west": {}},
            "cadres": {
                "east/a": {"person": "a", "since": "2017-01-01", "until": "2017-12-31"},
                "west/a": {"person": "a", "since": "2018-01-01", "partners": [{}]},
            },
        },
        editions(),
    )
    found = World(made.frame, {"west/a": made.books["west/a"]}).figures("a")
    assert found.tallies["partners"] == 1


def test_a_post_after_the_engagements_end_is_none() -> None:
    """A post is held no longer than its engagement; one that would begin later is not held at all."""
    scenario = {
        "as_of": "2018-06-30",
        "cadre": {
            "since": "2017-01-01",
            "until": "2018-03-31",
            "left": "departure",
            "posts": [
                {"category": "full_time", "from": "2017-01-01"},
                {"category": "attached", "from": "2018-06-01"},
            ],
        },
        "expect": {"status": "left"},
    }
    assert judge(scenario, editions()) == []


def test_a_unit_that_lost_its_policy_accepts_no_exemption() -> None:
    """Without an edition on the day there is no rule that could accept an exemption."""
    scenario = {
        "as_of": "2018-06-30",
        "unit": {"policy": "lost"},
        "cadre": {
            "since": "2017-01-01",
            "exemptions": [
                {
                    "reason": "maternity",
                    "approver": "书记",
                    "approved_on": "2018-01-01",
                    "from": "2018-01-01",
                }
            ],
        },
        "expect": {"status": "not_covered", "reason": "no_edition"},
    }
    assert judge(scenario, editions()) == []


def test_the_board_is_that_of_the_edition_that_last_spoke_of_points() -> None:
    """A child that leaves the points alone is ranked with its parent; one that changes an item is not."""
    records = edition_records()
    parent = records["shandong-2017"]
    activities = next(rule for rule in parent.rules if rule.id == "points.activities")
    child = msgspec.structs.replace(parent, id="child", extends="shandong-2017", rules=())
    own = msgspec.structs.replace(activities, change="replace", from_=date(2018, 1, 1))
    other = msgspec.structs.replace(child, id="other", rules=(own,))
    held = editions({**records, "child": child, "other": other})
    for policy, board in (("child", "shandong-2017"), ("other", "other")):
        scenario = {
            "as_of": "2018-06-30",
            "unit": {"policy": policy},
            "cadre": {"since": "2017-01-01"},
            "expect": {"edition": policy, "board": board},
        }
        assert judge(scenario, held) == []


def test_a_rule_asked_for_another_measure_is_our_own_fault() -> None:
    """A rule of one measure never passes for one of another: that would be a slip of ours, and is loud."""
    rules = (held for versions in editions()["shandong-2017"].rules.values() for held in versions)
    levels = next(held for held in rules if isinstance(held.rule.does, Levels))
    assert does(levels, Levels) is levels.rule.does
    with pytest.raises(TypeError, match="levels is no Deadline"):
        does(levels, Deadline)
