"""Rules that change, end or come twice, with the editions changed for the purpose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from measure.scenario import edition_records, editions, judge, world
from measure.test_edges import edited, without
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.parameters import replaced
from plus100.ledger.policy.rules import ActivityCount, Group, PartnerQuota, Presence, Rule
from plus100.measure.figures import QuotaFigure

TALK = {"type": "activity", "form": "offline", "theme": "talk"}
SHARE = {"type": "share", "article": "示例"}
CADRE = {"since": "2017-01-01"}


def with_rules(name: str, *more: Rule) -> Mapping[str, Edition]:
    """The real editions with further rules, or versions of rules, in one of them."""
    records = edition_records()
    rules = (*records[name].rules, *more)
    return editions({**records, name: msgspec.structs.replace(records[name], rules=rules)})


def rule_of(name: str, edition: str = "shandong-2017") -> Rule:
    """A rule as an edition states it first."""
    return next(rule for rule in edition_records()[edition].rules if rule.id == name)


def quota(scenario: dict[str, Any], held: Mapping[str, Edition], name: str) -> QuotaFigure:
    """One quota of the one cadre of a scenario."""
    return next(one for one in world(scenario, held).figures("one").quotas if one.id == name)


def test_a_rule_counts_on_its_last_day_and_not_on_the_next() -> None:
    """Where an item's rule ends within the year, what was done until then keeps its points."""
    ends = msgspec.structs.replace(
        rule_of("points.articles"), change="unset", does=None, from_=date(2018, 4, 1)
    )
    scenario = {
        "as_of": "2018-03-31",
        "cadre": CADRE,
        "log": [{**SHARE, "date": f"2018-03-{day}", "article": f"示例{day}"} for day in (29, 30, 31)],
        "expect": {"points": {"articles": "1.5"}},
    }
    held = with_rules("shandong-2017", ends)
    assert judge(scenario, held) == []
    after = world({**scenario, "as_of": "2018-04-01"}, held).figures("one")
    assert after.points is not None
    assert "articles" not in [item.id for item in after.points.items]


def test_an_ended_rule_is_not_remembered_as_in_force() -> None:
    """Between two task lists there is none, and no task is unknown; neither answer outlasts its days."""
    tasks = rule_of("tasks")
    ends = msgspec.structs.replace(tasks, change="unset", does=None, from_=date(2018, 4, 1))
    again = msgspec.structs.replace(tasks, change="replace", from_=date(2018, 5, 1))
    days = ("2018-03-31", "2018-04-01", "2018-04-30", "2018-05-01")
    scenario = {
        "as_of": "2018-06-30",
        "cadre": {**CADRE, "category": "full_time"},
        "log": [{**TALK, "theme": "other", "tasks": [f"own{day}"], "date": day} for day in days],
    }
    figures = world(scenario, with_rules("shandong-2017", ends, again)).figures("one")
    assert figures.points is not None
    lines = next(item for item in figures.points.items if item.id == "study_tasks").parts[0].lines
    assert [line.why for line in lines] == ["unknown_task", "", "", "unknown_task"]


def test_without_a_task_list_every_task_counts() -> None:
    """Where no list says which tasks there are, none is unknown."""
    scenario = {
        "as_of": "2018-06-30",
        "cadre": CADRE,
        "log": [{**TALK, "theme": "other", "tasks": ["anything"], "date": "2018-02-01"}],
        "expect": {"left_out": {"study_tasks": {}}, "tallies": {"tasks": "1"}},
    }
    assert judge(scenario, edited(without("tasks"))) == []


def test_a_part_for_some_themes_counts_no_others() -> None:
    """Where a part of an item names themes, activities of any other are left out, each with its reason."""

    def turn(rule: Rule) -> Rule:
        named = "parts.activities.themes"
        return replaced(rule, named, ["lecture", "deed"]) if rule.id == "points.activities" else rule

    scenario = {
        "as_of": "2018-06-30",
        "cadre": {**CADRE, "category": "full_time"},
        "log": [{**TALK, "theme": theme, "date": "2018-03-01"} for theme in ("talk", "lecture", "deed")],
        "expect": {"points": {"activities": "2"}, "left_out": {"activities": {"other_theme": "1"}}},
    }
    assert judge(scenario, edited(turn)) == []


def test_a_part_that_is_new_counts_from_its_first_day() -> None:
    """An entry of before has no rule to stand on, though the item itself is older."""
    old = rule_of("points.youth_voice")
    named = replaced(old, "parts", ["own"])
    both = msgspec.structs.replace(old, change="replace", from_=date(2018, 3, 1))
    records = edition_records()
    rules = tuple(named if rule.id == old.id else rule for rule in records["shandong-2017"].rules)
    held = editions(
        {
            **records,
            "shandong-2017": msgspec.structs.replace(records["shandong-2017"], rules=(*rules, both)),
        }
    )
    hero = {"type": "reply", "area": "hero"}
    scenario = {
        "as_of": "2018-06-30",
        "cadre": CADRE,
        "log": [{**hero, "date": "2018-02-28", "about": "a"}, {**hero, "date": "2018-03-01", "about": "b"}],
        "expect": {
            "parts": {"youth_voice.hero": "0.5"},
            "left_out": {"youth_voice": {"no_rule_then": "1"}},
        },
    }
    assert judge(scenario, held) == []


def test_each_month_is_judged_by_the_version_then_in_force() -> None:
    """Statements asked for only since April are shown, not judged, for the months before."""
    old = rule_of("presence.online")
    asked = msgspec.structs.replace(old, change="replace", from_=date(2018, 4, 1))
    asked = replaced(asked, "required", not getattr(old.does, "required", True))
    scenario = {
        "as_of": "2018-04-30",
        "cadre": CADRE,
        "expect": {
            "quotas": {
                "presence.online": {
                    "windows": [
                        *(f"2018-{day} not_set 0" for day in ("01-31", "02-28", "03-31")),
                        "2018-04-30 short 0",
                    ]
                }
            }
        },
    }
    assert judge(scenario, with_rules("shandong-2017", asked)) == []


def test_statements_are_not_judged_by_what_once_was_a_count_of_activities() -> None:
    """Months under a version that asked for activities, or for other statements, are not applicable."""
    old = rule_of("presence.online")
    for before in (ActivityCount(at_least=1, window="month"), Presence(kinds=("monthly_topic",))):
        was = msgspec.structs.replace(old, does=before)
        now = msgspec.structs.replace(old, change="replace", from_=date(2018, 4, 1))
        records = edition_records()
        rules = tuple(was if rule.id == old.id else rule for rule in records["shandong-2017"].rules)
        stated = msgspec.structs.replace(records["shandong-2017"], rules=(*rules, now))
        found = quota(
            {"as_of": "2018-04-30", "cadre": CADRE},
            editions({**records, "shandong-2017": stated}),
            "presence.online",
        )
        assert [window.status for window in found.windows] == ["not_applicable"] * 3 + ["not_set"]


def test_groups_that_add_up_are_asked_for_as_many_people() -> None:
    """Two groups of fifty, if several may add up, are a hundred people, whoever owns them included."""

    def scenario(members: str) -> dict[str, Any]:
        said = {"type": "statement", "kind": "group", "date": "2019-03-01", "members": members}
        return {
            "as_of": "2019-06-30",
            "unit": {"policy": "xjyyxy-2019", "level": "school"},
            "cadre": {"since": "2019-01-01"},
            "log": [{**said, "group": "g"}, {**said, "group": "h"}],
        }

    def stated(**does: Any) -> Mapping[str, Edition]:
        return edited(
            lambda rule: (
                msgspec.structs.replace(rule, does=Group(**does)) if rule.id == "group.year" else rule
            ),
            "xjyyxy-2019",
        )

    together = quota(scenario("49"), stated(groups=2, members=50, together=True), "group.year")
    assert (together.have, together.need, together.unit) == (98, 100, "people")
    assert [(line.kind, line.counted, line.why) for line in together.lines] == [("entry", 49, "")] * 2
    owned = quota(scenario("49"), stated(groups=2, members=50, owner_counts=True), "group.year")
    assert (owned.have, owned.status) == (2, "met")
    too_few = quota(scenario("48"), stated(groups=2, members=50, owner_counts=True), "group.year")
    assert (too_few.have, {line.why for line in too_few.lines}) == (0, {"too_few_members"})


def test_two_rules_on_partners_are_each_judged_by_its_own_number() -> None:
    """A second quota does not borrow the number of the first."""
    second = Rule(
        id="partners.again",
        title="示例",
        from_=date(2017, 1, 1),
        does=PartnerQuota(at_least=7),
        sources=rule_of("partners.full_time").sources,
    )
    held = with_rules("shandong-2017", second)
    scenario = {"as_of": "2018-06-30", "cadre": {**CADRE, "category": "full_time"}}
    assert quota(scenario, held, "partners.again").need == 7
    assert quota(scenario, held, "partners.full_time").need == 100


def test_who_is_met_is_one_who_counts_as_a_partner() -> None:
    """Partners kept after moving away are met where the quota counts them; one met before is no news."""

    def turn(rule: Rule) -> Rule:
        if rule.id == "partners.full_time":
            return replaced(rule, "kept_moved_away", "counted")
        if rule.id == "activities.face_to_face_year":
            return replaced(rule, "partners_more_than", "1/2")
        return rule

    partner = {"since": "2017-01-01"}
    met = {**TALK, "face_to_face": "true", "partners": ["p001", "p002"]}
    scenario = {
        "as_of": "2018-12-31",
        "unit": {"policy": "national-2016"},
        "cadre": {**CADRE, "category": "full_time"},
        "partners": [{**partner, "moved_away": "2018-01-01"}, partner, partner],
        "log": [{**met, "date": "2018-03-01"}, {**met, "date": "2018-04-01"}],
    }
    found = quota(scenario, edited(turn, "national-2016"), "activities.face_to_face_year")
    assert (found.have, found.need, found.status) == (2, 2, "met")
    assert [(line.counted, line.why) for line in found.lines] == [(2, ""), (0, "no_new_partner")]
    apart = edited(lambda rule: rule if rule.id == "partners.full_time" else turn(rule), "national-2016")
    assert quota(scenario, apart, "activities.face_to_face_year").have == 1


def test_a_rule_at_fault_takes_points_and_level_only_if_they_rest_on_it() -> None:
    """A count of activities at fault is told of; levels at fault leave points without a level."""

    def at_fault(name: str, parameter: str, value: object) -> Mapping[str, Edition]:
        return edited(lambda rule: replaced(rule, parameter, value) if rule.id == name else rule)

    told = {"status": "assessed", "reason": "rule_at_fault", "total": "0"}
    scenario = {"as_of": "2018-06-30", "cadre": CADRE}
    level = {"diamonds": "0", "stars": "0"}
    elsewhere = {**scenario, "expect": {**told, "points_reason": "", "level": level}}
    assert judge(elsewhere, at_fault("five_ones.full_time", "window", "week")) == []
    of_levels = {**scenario, "expect": {**told, "points_reason": "rule_at_fault", "level": "null"}}
    assert judge(of_levels, at_fault("levels", "star", "0")) == []


def test_a_figure_cites_its_rule_with_sources_and_readings() -> None:
    """What a figure rests on is the rule's own words: edition, title, force, sources, readings."""
    scenario = {"as_of": "2018-06-30", "cadre": CADRE}
    figures = world(scenario, editions()).figures("one")
    assert all(one.grounds.rule == one.id for one in (*figures.quotas, *figures.ratios))
    grounds = quota(scenario, editions(), "partners.full_time").grounds
    rule = rule_of("partners.full_time")
    assert (grounds.edition, grounds.rule, grounds.title) == ("shandong-2017", rule.id, rule.title)
    assert (grounds.force, grounds.sources, grounds.readings) == (rule.force, rule.sources, rule.readings)
    assert grounds.readings
