"""Exemptions accepted or not, and what one cadre's exemption or post must not change for another."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from measure.scenario import World, edition_records, editions, judge, world
from measure.test_edges import edited
from measure.test_versions import with_rules
from plus100.ledger.policy.parameters import replaced
from plus100.ledger.policy.rules import Applies, Coverage, Exemptions, Rule
from plus100.measure.evidence import gather
from plus100.measure.figures import CadreFigures
from plus100.measure.history import past_ends
from plus100.measure.people import figures_of, subject_of
from plus100.measure.seats import seats_of
from plus100.measure.status import exempt_spans
from plus100.measure.terms import Terms

EXEMPT = {"reason": "maternity", "approver": "书记", "approved_on": "2018-01-01", "from": "2018-02-01"}
RULE = next(rule for rule in edition_records()["national-2016"].rules if isinstance(rule.does, Exemptions))


def national(cadre: dict[str, Any], *more: Rule) -> World:
    """One cadre under the national edition with further versions of its rules."""
    scenario = {"as_of": "2018-06-30", "unit": {"policy": "national-2016"}, "cadre": cadre}
    return world(scenario, with_rules("national-2016", *more))


def spans(made: World, day: date) -> list[tuple[date, date]]:
    """The accepted exemptions of the one cadre, as known on a day."""
    terms = Terms(made.frame)
    found = exempt_spans(terms, seats_of(made.frame, "one"), day)
    return [(span.first, span.last) for each in found.values() for span in each]


@pytest.mark.parametrize(
    ("cadre", "exemption"),
    [
        ({"since": "2017-01-01"}, {}),
        ({"since": "2017-01-01", "until": "2018-03-31"}, {"until": "2019-12-31"}),
        ({"since": "2017-01-01"}, {"until": "2018-03-31"}),
    ],
    ids=["now", "until the post ends", "until the exemption ends"],
)
@pytest.mark.parametrize("gone", ["2018-07-01", "2018-04-01"])
def test_the_rule_of_the_exemptions_last_day_accepts_it(
    cadre: dict[str, Any], exemption: dict[str, Any], gone: str
) -> None:
    """That is the day in question, or the last of the post or of the exemption, whichever is first: a
    rule that goes afterwards has accepted it all the same.
    """
    ends = msgspec.structs.replace(RULE, change="unset", does=None, from_=date.fromisoformat(gone))
    made = national({**cadre, "exemptions": [{**EXEMPT, **exemption}]}, ends)
    in_force = gone == "2018-07-01" or "until" in {**cadre, **exemption}
    assert bool(spans(made, date(2018, 6, 30))) == in_force


def test_each_post_of_an_engagement_may_have_its_exemption() -> None:
    """One accepted under an earlier post stands, though the rule for the later post would not take it."""
    records = edition_records()
    first, later = (
        msgspec.structs.replace(RULE, from_=since, applies=Applies(categories=(category,)))
        for since, category in ((RULE.from_, "full_time"), (date(2018, 4, 1), "attached"))
    )
    rules = tuple(first if rule.id == RULE.id else rule for rule in records["national-2016"].rules)
    rules += (msgspec.structs.replace(later, change="replace"),)
    held = editions(
        {**records, "national-2016": msgspec.structs.replace(records["national-2016"], rules=rules)}
    )
    scenario = {
        "as_of": "2018-06-30",
        "unit": {"policy": "national-2016"},
        "cadre": {
            "since": "2017-01-01",
            "posts": [
                {"category": "full_time", "from": "2017-01-01", "until": "2018-03-31"},
                {"category": "attached", "from": "2018-04-01"},
            ],
            "exemptions": [
                {**EXEMPT, "until": "2018-03-31"},
                {**EXEMPT, "from": "2018-05-01", "until": "2018-05-31"},
            ],
        },
    }
    assert spans(world(scenario, held), date(2018, 6, 30)) == [
        (date(2018, 2, 1), date(2018, 3, 31)),
        (date(2018, 5, 1), date(2018, 5, 31)),
    ]


def test_a_category_that_is_not_covered_is_not_assessed() -> None:
    """Whom the edition does not name has no demands and is told so, with the post that is held."""

    def turn(rule: Rule) -> Rule:
        return replaced(rule, "categories", ["full_time"]) if isinstance(rule.does, Coverage) else rule

    scenario = {
        "as_of": "2018-06-30",
        "unit": {"policy": "national-2016"},
        "cadre": {"since": "2017-01-01", "category": "attached"},
        "expect": {"status": "not_covered", "reason": "category_not_covered", "total": "null"},
    }
    held = edited(turn, "national-2016")
    assert judge(scenario, held) == []
    assert world(scenario, held).figures("one").category == "attached"


def test_only_the_rules_on_exemptions_and_coverage_leave_them_open_when_at_fault() -> None:
    """Another rule at fault accepts no exemption without approval, and leaves nobody's coverage open."""
    held = edited(
        lambda rule: replaced(rule, "window", "week") if rule.id == "five_ones.full_time" else rule
    )
    claimed = {**EXEMPT, "approver": ""}
    scenario = {"as_of": "2018-06-30", "cadre": {"since": "2017-01-01", "exemptions": [claimed]}}
    assert judge({**scenario, "expect": {"status": "assessed", "reason": "exemption_refused"}}, held) == []
    approved = {"since": "2017-01-01", "exemptions": [EXEMPT]}
    expect = {"status": "exempt", "reason": "exempt_maternity"}
    assert judge({**scenario, "cadre": approved, "expect": expect}, held) == []

    def uncovered(rule: Rule) -> Rule | None:
        week = rule.id == "five_ones.full_time"
        return (
            None if isinstance(rule.does, Coverage) else replaced(rule, "window", "week") if week else rule
        )

    nobody = {"status": "not_covered", "reason": "no_coverage"}
    national = {**scenario, "unit": {"policy": "national-2016"}, "expect": nobody}
    assert judge(national, edited(uncovered, "national-2016")) == []


def test_nobody_is_measured_by_what_holds_for_a_colleague_only() -> None:
    """Windows are the same for colleagues of one post and unlike for one exempt, come late or changed;
    what is remembered of the one is not told of the other.
    """
    scenario = {
        "as_of": "2018-06-30",
        "cadres": {
            "home/a": {"since": "2017-01-01"},
            "home/b": {"since": "2017-01-01", "exemptions": [{**EXEMPT, "until": "2018-02-28"}]},
            "home/c": {"since": "2018-03-15"},
            "home/d": {
                "since": "2017-01-01",
                "posts": [
                    {"category": "attached", "from": "2017-01-01", "until": "2018-03-31"},
                    {"category": "full_time", "from": "2018-04-01"},
                ],
            },
            "home/e": {"since": "2017-01-01"},
            "home/f": {"since": "2017-01-01", "exemptions": [{**EXEMPT, "until": "2018-03-01"}]},
        },
    }
    made = world(scenario, editions())
    for order in ("abcdef", "fedcba"):
        terms = Terms(made.frame)
        for person in order:
            evidence = gather(made.books, made.frame.persons[person])
            subject = subject_of(terms, person, evidence, made.frame.as_of)
            assert figures_of(subject, fold=False) == made.figures(person)
    assert len({windows(made.figures(person)) for person in "abcdf"}) == 5
    assert windows(made.figures("a")) == windows(made.figures("e"))


def windows(figures: CadreFigures) -> tuple[str, ...]:
    """The statuses of the windows of the five ones."""
    found = next(quota for quota in figures.quotas if quota.id == "five_ones.full_time")
    return tuple(f"{window.status} {window.note} {window.days}" for window in found.windows)


def test_without_points_there_is_no_history() -> None:
    """Editions that never had points rules have no past year's board."""
    held = editions()
    assert past_ends([held["meizhou-2016"]], date(2019, 6, 30)) == ()
    assert past_ends(held.values(), date(2019, 6, 30)) == (date(2017, 12, 31), date(2018, 12, 31))
