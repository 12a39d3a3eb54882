"""A cited number says what the policy holds today, in words that fit a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.parameters import replaced
from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import Shelf
from plus100.publish.handbook.values import cited, lacking, worded
from publish.handbook.the_book import frame, shelf

TODAY = date(2018, 11, 30)

WORDS = [
    ("national-2016", "partners.full_time", "at_least", "100"),
    ("national-2016", "partners.full_time", "by", "2016年8月31日"),
    ("national-2016", "partners.non_local", "at_most", "20%"),
    ("national-2016", "partners.main_age", "more_than", "一半"),
    ("national-2016", "activities.offline_quarter", "window", "每季度"),
    ("shandong-2017", "points.youth_voice", "parts.hero.rates.class_1", "0.5"),
    ("xjyyxy-2019", "group.year", "due", "12月31日"),
    ("national-2016", "exemptions", "reasons.posted_elsewhere.at_least_months", "6"),
]


@pytest.mark.parametrize(("edition", "rule", "path", "words"), WORDS)
def test_a_value_is_worded(edition: str, rule: str, path: str, words: str) -> None:
    """Shares are percentages, days are Chinese days, windows are labels, decimals stay as they are."""
    editions = frame().editions
    assert lacking(editions, edition, rule, path, TODAY) == ""
    assert cited(editions, edition, rule, path, TODAY) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("1/5", "20%"), ("1/2", "一半"), ("1/3", "1/3"), ("02-05", "2月5日"), ("x", ""), (3, "")],
)
def test_shares_and_days(value: object, words: str) -> None:
    """What a policy writes as a fraction or a date is said as people say it."""
    assert worded(value) == words


def test_a_rule_that_is_not_there_has_no_value() -> None:
    """Nothing is made up for it."""
    with pytest.raises(KeyError):
        cited(frame().editions, "national-2016", "nobody", "at_least", TODAY)


def of_children(edition: Edition, rule: str, path: str, value: object) -> Edition:
    """The edition with one value changed in all versions of a rule."""
    versions = tuple(replace(held, rule=replaced(held.rule, path, value)) for held in edition.rules[rule])
    return replace(edition, rules={**edition.rules, rule: versions})


def test_a_changed_policy_changes_the_handbook() -> None:
    """Ten names more in the policy are ten more in the answer, without a word being edited."""
    text = {"qa/lianxi/q41.md": shelf().texts["qa/lianxi/q41.md"]}
    editions = dict(frame().editions)
    changed = of_children(editions["national-2016"], "partners.full_time", "at_least", 110)
    editions["national-2016"] = changed
    before = compose(Shelf(text), frame()).pages[1].markdown
    after = compose(Shelf(text), replace(frame(), editions=editions)).pages[1].markdown
    assert "专职团干部至少100名" in before
    assert "专职团干部至少110名" in after


def test_a_value_taken_out_of_the_policy_is_missed_in_the_handbook() -> None:
    """Its citation has nothing to stand for, which is told with the answer's file and line."""
    editions = dict(frame().editions)
    national = editions["national-2016"]
    rules = {name: held for name, held in national.rules.items() if name != "partners.spread"}
    editions["national-2016"] = replace(national, rules=rules)
    text = {"qa/lianxi/q46.md": shelf().texts["qa/lianxi/q46.md"]}
    found = [
        one
        for one in compose(Shelf(text), replace(frame(), editions=editions)).findings
        if one.code == "H603"
    ]
    lines = text["qa/lianxi/q46.md"].decode().splitlines()
    assert len(found) == 1
    assert found[0].where.path == "docs/qa/lianxi/q46.md"
    assert "partners.spread" in lines[(found[0].where.line or 0) - 1]
