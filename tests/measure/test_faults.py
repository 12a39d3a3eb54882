"""Faults in policies and units, from the files to the figures: nothing that rests on them looks whole,
nobody else loses anything, and one fault is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from plus100.ledger.assemble import check
from plus100.measure.figures import CadreFigures, Season
from plus100.measure.season import measure_season
from support import mini

SHANDONG = "records/policies/shandong-2017.yml"
NATIONAL = "records/policies/national-2016.yml"
COLLEGE = "records/policies/xjyyxy-2019.yml"
XIAN = "records/units/xian"
UNDER_SHANDONG = {
    "gongsi/wu-qi",
    "sheng/li-er",
    "sheng/wang-yi",
    "shi/zhao-san",
    "zhen/sun-wu",
    "zhen/zhou-liu",
}
Edits = Iterable[Mapping[str, str]]


def edit(path: str, find: str, replace: str) -> dict[str, str]:
    """One change."""
    return {"path": path, "find": find, "replace": replace}


def season(edits: Edits, as_of: date | None = None) -> Season:
    """The miniature league with some changes, measured."""
    found = measure_season(mini.source(edits=edits), as_of=as_of).season
    assert found is not None
    return found


def cadres(edits: Edits, as_of: date | None = None) -> dict[str, CadreFigures]:
    """Its cadres by id."""
    return {one.id: one for one in season(edits, as_of).cadres}


def codes(edits: Edits) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in check(mini.source(edits=edits))]


AT_FAULT = {
    "a cap that is no number": edit(
        SHANDONG, 'item: wishes\n      cap: "10"', "item: wishes\n      cap: ten"
    ),
    "a cap of nothing": edit(SHANDONG, 'item: wishes\n      cap: "10"', 'item: wishes\n      cap: "0"'),
    "a restart that there is not": edit(SHANDONG, "restart: yearly", "restart: monthly"),
    "a measure that there is not": edit(SHANDONG, "measure: points_classes", "measure: points_clases"),
    "a rule without a name": edit(SHANDONG, "- id: points.wishes", "- idd: points.wishes"),
    "a rule without a day": edit(
        SHANDONG, "title: 微心愿\n    from: 2017-01-01", "title: 微心愿\n    from: 2017-13-01"
    ),
    "a rule whose day is no text": edit(
        SHANDONG, "title: 微心愿\n    from: 2017-01-01", "title: 微心愿\n    from: 20170101"
    ),
    "a rule that does nothing readable": edit(
        SHANDONG,
        'does: {measure: levels, star: "5", stars_per_diamond: 4, max_diamonds: 5, rounding: floor}',
        "does: levels",
    ),
    "a task list with a surplus key": edit(
        SHANDONG, "measure: task_list", "measure: task_list\n      x: 1"
    ),
}


@pytest.mark.parametrize("name", AT_FAULT)
def test_no_total_rests_on_a_rule_at_fault(name: str) -> None:
    """Where a rule that scores is left out there is no total, and it is said why; others keep theirs. One
    finding tells of it, none of the readings and rules that refer to it.
    """
    before, after = cadres([]), cadres([AT_FAULT[name]])
    assert len(codes([AT_FAULT[name]])) == 1
    for cadre in UNDER_SHANDONG:
        found = after[cadre]
        assert (found.status, found.points, found.level) == ("assessed", None, None)
        assert (found.reason, found.points_reason) == ("rule_at_fault", "rule_at_fault")
    others = before.keys() - UNDER_SHANDONG
    for cadre in others:
        found, then = after[cadre], before[cadre]
        assert (found.status, found.reason, found.quotas) == (then.status, then.reason, then.quotas)
        assert (found.points, found.points_reason) == (then.points, then.points_reason)
    assert season([AT_FAULT[name]]).boards == ()
    assert season([AT_FAULT[name]]).history == ()


def test_a_rule_at_fault_that_is_yet_to_begin_takes_nothing_away() -> None:
    """Before its first day it would not count; on that day it would."""
    later = edit(
        SHANDONG, "title: 微心愿\n    from: 2017-01-01", "title: 微心愿\n    from: 2018-07-01\n    x: 1"
    )
    assert cadres([later], date(2018, 6, 30))["sheng/wang-yi"].points_reason == ""
    assert cadres([later], date(2018, 7, 1))["sheng/wang-yi"].points_reason == "rule_at_fault"


def test_levels_at_fault_cost_the_level_only() -> None:
    """The points stand, and are ranked."""
    found = cadres([edit(SHANDONG, 'measure: levels, star: "5"', 'measure: levels, star: "0"')])
    assert found["sheng/wang-yi"].points == cadres([])["sheng/wang-yi"].points
    assert (found["sheng/wang-yi"].level, found["sheng/wang-yi"].points_reason) == (None, "rule_at_fault")


def test_a_unit_that_changed_policy_in_the_year_rests_on_both() -> None:
    """Points of the year may come from either edition; those of the next year only from the present."""
    moved = edit(
        "records/units/zhen/unit.yml",
        "policy: shandong-2017",
        "policy: [{value: shandong-2017, from: 2017-01-01}, {value: national-2016, from: 2018-06-01}]",
    )
    faulty = AT_FAULT["a cap of nothing"]
    assert cadres([moved, faulty])["zhen/sun-wu"].points_reason == "rule_at_fault"
    assert cadres([moved, faulty], date(2019, 1, 31))["zhen/sun-wu"].points_reason == "no_points_rules"


def test_where_one_served_in_an_earlier_year_does_not_matter() -> None:
    """Points begin anew every year; a fault in the rules of a former unit takes nothing from them."""
    moved = edit("records/units/shi/unit.yml", "policy: shandong-2017", "policy: national-2016")
    faulty = AT_FAULT["a cap of nothing"]
    assert cadres([moved, faulty])["shi/zhao-san"].points_reason == "no_points_rules"
    assert cadres([moved, faulty], date(2017, 12, 31))["shi/zhao-san"].points_reason == "rule_at_fault"


def test_what_a_rule_at_fault_named_is_not_refused() -> None:
    """No activity is withheld for a theme, none for a task, nobody for an exemption, that the rule may
    have named; an approved exemption stands.
    """
    theme = edit(
        SHANDONG,
        "- {id: culture_sports, title: 文体活动}",
        "- {id: culture_sports, title: 文体活动}\n        - {id: walk}",
    )
    walk = edit("records/units/sheng/cadres/wang-yi/log/2018-01.yml", "theme: talk", "theme: walk")
    assert codes([walk]) == ["R363"]
    assert codes([theme, walk]) == ["S202"]
    assert cadres([theme])["sheng/li-er"].points == cadres([])["sheng/li-er"].points
    assert cadres([theme])["sheng/li-er"].reason == "rule_at_fault"
    assert codes([AT_FAULT["a task list with a surplus key"]]) == ["S201"]
    exemption = edit(NATIONAL, "needs_approval: true", "needs_approval: maybe")
    assert codes([exemption]) == ["S203"]
    assert cadres([exemption])["xian/qian-si"].status == "exempt"


def test_without_a_readable_coverage_nobody_is_told_that_there_is_none() -> None:
    """The reason is the fault."""
    found = cadres([edit(NATIONAL, "military: false", "military: neither")])
    assert (found["lin-shi/feng-jiu"].status, found["lin-shi/feng-jiu"].reason) == (
        "not_covered",
        "rule_at_fault",
    )


def test_a_child_that_changes_a_rule_at_fault_is_not_blamed() -> None:
    """What it replaces or ends is there, though nobody can read it; and it no longer rests on it."""
    faulty = edit(NATIONAL, "required: false", "required: perhaps")
    assert codes([faulty]) == ["S203"]
    assert cadres([faulty])["xueyuan/zheng-ba"].reason == "rule_at_fault"
    found = cadres([faulty], date(2019, 1, 31))
    assert {found[one].reason for one in (*UNDER_SHANDONG, "xueyuan/zheng-ba")} == {""}


def test_a_faulty_unit_shows_its_cadres_and_keeps_its_place() -> None:
    """Its cadres are rows, withheld; it is a unit without figures, and those below it still add up."""
    found = season([edit(f"{XIAN}/unit.yml", "level: county", "level: village")])
    rows = {one.id: (one.status, one.reason) for one in found.cadres}
    assert rows["xian/qian-si"] == rows["xian/zhao-san"] == ("withheld", "at_fault")
    own = {one.id: one for one in found.units}["xian"]
    assert (own.cadres, own.reported, own.withheld) == ({"withheld": 3}, False, 4)
    after = {one.id: one for one in found.subtrees}["shi"]
    assert after.cadres == {"assessed": 4, "withheld": 3}
    assert after.withheld == 4


@pytest.mark.parametrize(
    "fault",
    [
        edit(f"{XIAN}/unit.yml", "level: county", "level: village"),
        edit(f"{XIAN}/cadres/zhao-san/cadre.yml", "category: full_time", "category: full"),
        edit(f"{XIAN}/cadres/zhao-san/cadre.yml", "person: zhao-san", "person: [zhao-san]"),
    ],
    ids=["the unit", "the engagement", "not even the person"],
)
def test_who_has_a_withheld_engagement_has_no_total(fault: dict[str, str]) -> None:
    """What was done in it is missing from any sum, this year's and past years'."""
    found = season([fault])
    mover = next(one for one in found.cadres if one.id == "shi/zhao-san")
    assert (mover.status, mover.reason, mover.points) == ("assessed", "other_at_fault", None)
    assert mover.points_reason == "other_at_fault"
    assert "shi/zhao-san" not in {
        row.cadre for board in (*found.boards, *found.history) for row in board.rows
    }
    assert "shi/zhao-san" in {row.cadre for board in season([]).history for row in board.rows}


def test_of_one_whose_new_engagement_is_withheld_nothing_false_is_said() -> None:
    """The new post is in the records, at fault: that is the reason, on every day."""
    fault = edit("records/units/shi/unit.yml", "level: city", "level: village")
    after = cadres([fault])["xian/zhao-san"]
    assert (after.status, after.reason) == ("left", "other_at_fault")
    assert cadres([fault], date(2015, 12, 31))["xian/zhao-san"].reason == "other_at_fault"
    assert cadres([], date(2015, 12, 31))["xian/zhao-san"].reason == "not_yet"
    idle = edit(f"{XIAN}/cadres/zhao-san/cadre.yml", "    from: 2016-01-01", "    from: 2016-02-01")
    assert cadres([fault, idle], date(2016, 1, 31))["xian/zhao-san"].reason == "other_at_fault"
    assert cadres([idle], date(2016, 1, 31))["xian/zhao-san"].reason == "no_post"
