"""What differs between editions, and what an edition lacks."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.policy.editions import CATEGORIES, COUNT, by_name, edition, records, rule
from plus100.core.periods import Span
from plus100.ledger.policy import Gap, ParameterChange, diff, gaps, load

EDITIONS, _ = load(records())
DAY = date(2018, 6, 1)
SHANDONG, NATIONAL = EDITIONS["shandong-2017"], EDITIONS["national-2016"]
COVERAGE = {"measure": "coverage", "categories": ["full_time", "attached"]}
QUOTA = {"measure": "partner_quota", "at_least": 1}
THEMES = {"measure": "themes", "themes": []}
ITEM = {"measure": "points_item", "item": "i", "cap": "5", "parts": []}
CLASSES = {"measure": "points_classes", "classes": []}
YEAR = Span(date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_an_edition_does_not_differ_from_itself(name: str) -> None:
    """On one day nothing is added, removed or changed."""
    assert diff(EDITIONS[name], DAY, EDITIONS[name], DAY) == ()


def test_shandong_changes_the_windows_and_adds_points() -> None:
    """Each change names the parameters with old and new value; what is alike is left out."""
    changes = {change.id: change for change in diff(NATIONAL, DAY, SHANDONG, DAY)}
    window = ParameterChange(path="window", old="quarter", new="two_months")
    assert changes["five_ones.full_time"].kind == "changed"
    assert window in changes["five_ones.full_time"].parameters
    assert ParameterChange(path="ceiling", old=False, new=True) in changes["five_ones.full_time"].parameters
    assert changes["points.articles"].kind == "added"
    assert changes["points.articles"].old is None
    assert "lecture.year" not in changes
    assert "presence.online" not in changes


def test_a_difference_read_backwards_is_its_mirror() -> None:
    """Added becomes removed, and every parameter changes places."""
    there = {change.id: change for change in diff(NATIONAL, DAY, SHANDONG, DAY)}
    back = {change.id: change for change in diff(SHANDONG, DAY, NATIONAL, DAY)}
    assert there.keys() == back.keys()
    mirror = {"added": "removed", "removed": "added", "changed": "changed"}
    for name, change in there.items():
        assert mirror[change.kind] == back[name].kind
        swapped = {(one.path, one.new, one.old) for one in back[name].parameters if one.path != "themes"}
        same = {(one.path, one.old, one.new) for one in change.parameters if one.path != "themes"}
        assert str(sorted(map(str, swapped))) == str(sorted(map(str, same)))


def test_two_days_of_one_edition_differ() -> None:
    """The five ones of Shandong begin on 2017-05-03; the points stood before."""
    changes = {one.id: one.kind for one in diff(SHANDONG, date(2017, 5, 2), SHANDONG, date(2017, 5, 3))}
    assert changes["five_ones.full_time"] == "changed"
    assert changes["tasks"] == "added"
    assert "points.activities" not in changes


def test_a_rule_of_another_measure_has_changed_its_measure() -> None:
    """The measure itself is a parameter of the difference."""
    held, _ = load(
        by_name(edition("a", rule("r", "2018-01-01", COUNT)), edition("b", rule("r", "2018-01-01", QUOTA)))
    )
    (change,) = diff(held["a"], DAY, held["b"], DAY)
    assert ParameterChange(path="measure", old="activity_count", new="partner_quota") in change.parameters


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_the_real_editions_lack_nothing_from_their_first_day(name: str) -> None:
    """Every category has its quota on every day since the notice of 2016-05-12."""
    assert gaps(EDITIONS[name], CATEGORIES, Span(date(2016, 5, 12), date(2030, 12, 31))) == ()


def test_before_the_first_notice_everything_is_lacking() -> None:
    """One gap for each need, with all its days in one span."""
    before = Span(date(2016, 1, 1), date(2016, 5, 11))
    assert gaps(NATIONAL, CATEGORIES, Span(date(2016, 1, 1), date(2016, 12, 31))) == (
        Gap(need="coverage", span=before),
        Gap(need="themes", span=before),
    )


def lacking(*stated: dict[str, object]) -> list[tuple[str, str, str, str]]:
    """Gaps of an edition in 2018, for two categories."""
    held, _ = load(by_name(edition("a", *stated)))
    found = gaps(held["a"], ("full_time", "attached"), YEAR)
    return [
        (gap.need, gap.category, gap.span.first.isoformat(), gap.span.last.isoformat()) for gap in found
    ]


def test_a_category_without_quota_is_a_gap_only_where_it_is_covered() -> None:
    """A quota for everybody covers all; one for some leaves the others out."""
    whole = [rule("c", "2018-01-01", COVERAGE), rule("t", "2018-01-01", THEMES)]
    assert lacking(*whole, rule("q", "2018-01-01", QUOTA)) == []
    some = rule("q", "2018-01-01", QUOTA, applies={"categories": ["full_time"]})
    assert lacking(*whole, some) == [("partner_quota", "attached", "2018-01-01", "2018-12-31")]


def test_a_gap_ends_where_the_rule_begins_and_begins_where_it_ends() -> None:
    """Days are exact, and a rule taken up again leaves two gaps."""
    whole = [rule("c", "2018-01-01", COVERAGE), rule("t", "2018-01-01", THEMES)]
    again = [
        rule("q", "2018-02-01", QUOTA),
        rule("q", "2018-03-01", change="unset"),
        rule("q", "2018-04-01", {**QUOTA, "at_least": 2}),
    ]
    assert [gap for gap in lacking(*whole, *again) if gap[1] == "attached"] == [
        ("partner_quota", "attached", "2018-01-01", "2018-01-31"),
        ("partner_quota", "attached", "2018-03-01", "2018-03-31"),
    ]


def test_days_that_lack_the_same_are_one_gap() -> None:
    """Another rule that begins in between does not cut a gap in two."""
    begun = [
        rule("c", "2018-01-01", COVERAGE),
        rule("q", "2018-01-01", QUOTA),
        rule("a", "2018-07-01", COUNT),
    ]
    assert lacking(*begun) == [("themes", "", "2018-01-01", "2018-12-31")]


def test_points_need_classes() -> None:
    """A points item without classes cannot be computed."""
    whole = [
        rule("c", "2018-01-01", COVERAGE),
        rule("t", "2018-01-01", THEMES),
        rule("q", "2018-01-01", QUOTA),
    ]
    item = rule("i", "2018-05-01", ITEM)
    assert lacking(*whole, item) == [("points_classes", "", "2018-05-01", "2018-12-31")]
    assert lacking(*whole, item, rule("k", "2018-01-01", CLASSES)) == []
