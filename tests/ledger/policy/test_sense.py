"""Parameters that make no sense together, and the closed lists against the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ledger.policy.editions import ROOT, by_name, edition, readings, records, rule
from plus100.ledger.policy import load
from plus100.ledger.policy.sense import COUNTS, SHARES, faults

SCHEMA = json.loads((ROOT / "schemas" / "policy.schema.json").read_text(encoding="utf-8"))["$defs"]
PART = {"id": "p", "counts": "shares", "rates": {"x": "1"}}


def item(**part: Any) -> dict[str, Any]:
    """A points item of one part."""
    return {"measure": "points_item", "item": "i", "cap": "5", "parts": [{**PART, **part}]}


def count(**others: Any) -> dict[str, Any]:
    """An activity count."""
    return {"measure": "activity_count", "at_least": 1, "window": "year", **others}


SENSELESS = [
    ({"measure": "partner_quota", "at_least": -1}, ("at_least",)),
    ({"measure": "partner_quota", "at_least": 1, "kept_moved_away": "ignored"}, ("kept_moved_away",)),
    ({"measure": "partner_share", "of": "tall"}, ("of",)),
    ({"measure": "partner_share", "of": "bound", "denominator": "all"}, ("denominator",)),
    ({"measure": "partner_share", "of": "bound", "at_most": "2/1"}, ("at_most",)),
    ({"measure": "partner_share", "of": "bound", "at_most": "1/0"}, ("at_most",)),
    ({"measure": "partner_share", "of": "bound", "more_than": "half"}, ("more_than",)),
    ({"measure": "partner_share", "of": "bound", "at_most": "1/2", "more_than": "1/3"}, ("more_than",)),
    ({"measure": "partner_spread", "by": "height", "at_least": 2}, ("by",)),
    ({"measure": "partner_spread", "by": "met", "at_least": 0}, ("at_least",)),
    ({"measure": "pairing", "at_least": -1}, ("at_least",)),
    ({"measure": "pairing", "at_least": 3, "at_most": 2}, ("at_most",)),
    ({"measure": "link_quota", "kind": "club", "at_least": 1}, ("kind",)),
    ({"measure": "link_quota", "kind": "branch", "at_least": 0}, ("at_least",)),
    ({"measure": "channels", "any_of": ["qq"], "at_least": 0}, ("at_least",)),
    ({"measure": "channels", "any_of": ["qq", "qq"], "at_least": 2}, ("at_least",)),
    ({"measure": "account_name", "form": "nickname"}, ("form",)),
    ({"measure": "group", "groups": 0}, ("groups",)),
    ({"measure": "group", "members": 0}, ("members",)),
    ({"measure": "group", "due": "02-30"}, ("due",)),
    (count(at_least=0), ("at_least",)),
    (count(window="week"), ("window",)),
    (count(form="mixed"), ("form",)),
    (count(windows="sliding"), ("windows",)),
    (count(partners_more_than="3/2"), ("partners_more_than",)),
    (count(every_theme=True), ("every_theme",)),
    ({"measure": "presence", "kinds": []}, ("kinds",)),
    ({"measure": "presence", "kinds": ["daily_voice", "hourly"]}, ("kinds", 1)),
    ({"measure": "campaign", "first": "2018-01-01", "months": [1]}, ("months",)),
    ({"measure": "campaign", "last": "2018-01-01", "months": [1]}, ("months",)),
    ({"measure": "campaign", "first": "2018-01-02", "last": "2018-01-01"}, ("last",)),
    ({"measure": "campaign", "months": [12, 0]}, ("months", 1)),
    ({"measure": "campaign", "months": [13]}, ("months", 0)),
    ({"measure": "deadline"}, ()),
    ({"measure": "deadline", "window": "quarter"}, ()),
    ({"measure": "deadline", "day": 20}, ()),
    ({"measure": "deadline", "on": "2018-01-01", "day": 20}, ()),
    ({"measure": "deadline", "on": "2018-01-01", "window": "quarter", "day": 20}, ()),
    ({"measure": "deadline", "window": "week", "day": 20}, ("window",)),
    ({"measure": "deadline", "window": "quarter", "day": 0}, ("day",)),
    ({"measure": "deadline", "window": "quarter", "day": 32}, ("day",)),
    ({"measure": "points_classes", "classes": [], "restart": "monthly"}, ("restart",)),
    ({**item(), "overshoot": "round"}, ("overshoot",)),
    ({**item(), "cap": "0"}, ("cap",)),
    ({**item(), "parts": [PART, PART]}, ("parts", 1, "id")),
    (item(counts="smiles"), ("parts", 0, "counts")),
    (item(task_entries="maybe"), ("parts", 0, "task_entries")),
    (item(rates={"x": "1", "y": "-1"}), ("parts", 0, "rates", "y")),
    (item(cap="0"), ("parts", 0, "cap")),
    (item(counts="reactions"), ("parts", 0, "direction")),
    (item(counts="reactions", direction="sideways"), ("parts", 0, "direction")),
    (item(counts="replies"), ("parts", 0, "areas")),
    (item(counts="shares", once=True, once_for="month"), ("parts", 0, "once_for")),
    (item(counts="replies", areas=["own"], unless=["other"]), ("parts", 0, "unless", 0)),
    (item(counts="replies", areas=["own"], unless=[PART["id"]]), ("parts", 0, "unless", 0)),
    ({"measure": "levels", "star": "0", "stars_per_diamond": 4, "max_diamonds": 5}, ("star",)),
    ({"measure": "levels", "star": "5", "stars_per_diamond": 0, "max_diamonds": 5}, ("stars_per_diamond",)),
    ({"measure": "levels", "star": "5", "stars_per_diamond": 4, "max_diamonds": 0}, ("max_diamonds",)),
    (
        {"measure": "levels", "star": "5", "stars_per_diamond": 4, "max_diamonds": 5, "rounding": "down"},
        ("rounding",),
    ),
]
AT_THE_EDGE = [
    {"measure": "partner_quota", "at_least": 0},
    {"measure": "partner_share", "of": "bound", "at_most": "0/1"},
    {"measure": "partner_share", "of": "bound", "more_than": "1/1"},
    {"measure": "partner_spread", "by": "met", "at_least": 1},
    {"measure": "pairing", "at_least": 0, "at_most": 0},
    {"measure": "link_quota", "kind": "committee", "at_least": 1},
    {"measure": "channels", "any_of": ["qq", "weibo"], "at_least": 2},
    {"measure": "group", "groups": 1, "members": 1, "due": "02-29"},
    count(every_theme=True, themes=["other"]),
    count(partners_more_than="0/1"),
    {"measure": "campaign"},
    {"measure": "campaign", "first": "2018-01-01", "last": "2018-01-01"},
    {"measure": "campaign", "months": [1, 12]},
    {"measure": "deadline", "window": "month", "day": 1},
    {"measure": "deadline", "window": "year", "day": 31},
    {"measure": "points_classes", "classes": [], "restart": "never"},
    item(rates={"x": "0"}),
    item(cap="0.1"),
    item(counts="reactions", direction="both"),
    item(counts="replies", areas=["own"]),
    item(counts="shares", once=True, once_for="ever"),
    {
        **item(),
        "parts": [{**PART, "counts": "replies", "areas": ["own"], "unless": ["z"]}, {**PART, "id": "z"}],
    },
    {**item(), "cap": "0.1"},
    {"measure": "levels", "star": "0.1", "stars_per_diamond": 1, "max_diamonds": 1, "rounding": "ceil"},
    {"measure": "exemptions", "reasons": []},
]


@pytest.mark.parametrize(("does", "pointer"), SENSELESS, ids=str)
def test_a_senseless_parameter_is_found_at_its_place(
    does: dict[str, Any], pointer: tuple[str | int, ...]
) -> None:
    """Exactly one fault, at the parameter that contradicts."""
    (stated,) = edition("root", rule("a", "2018-01-01", does)).rules
    assert [where for where, _ in faults(stated)] == [pointer]


def test_what_is_senseless_is_said_as_written_down(bless: bool) -> None:  # noqa: FBT001
    """What is wrong with each of them, to the letter."""
    path = Path(__file__).with_name("senseless.txt")
    stated = [edition("root", rule("a", "2018-01-01", does)).rules[0] for does, _ in SENSELESS]
    said = "".join(
        f"{does['measure']} {'.'.join(map(str, where))}: {message}\n"
        for (does, _), one in zip(SENSELESS, stated, strict=True)
        for where, message in faults(one)
    )
    if bless:
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("does", AT_THE_EDGE, ids=str)
def test_the_edge_still_makes_sense(does: dict[str, Any]) -> None:
    """The least and greatest values that a parameter may have are fine."""
    (stated,) = edition("root", rule("a", "2018-01-01", does)).rules
    assert not list(faults(stated))


def test_a_category_stands_in_one_class_only() -> None:
    """Nobody is scored by two tables; the second mention is the fault."""
    classes = [
        {"id": "x", "title": "甲", "categories": ["full_time", "attached"]},
        {"id": "y", "title": "乙", "categories": ["other_part_time", "attached"]},
    ]
    does = {"measure": "points_classes", "classes": classes}
    _, (finding,) = load(by_name(edition("root", rule("a", "2018-01-01", does))))
    assert finding.code == "P417"
    assert finding.where.pointer == ("rules", 0, "does", "classes", 1, "categories", 1)
    assert "甲" in finding.message


def choices(node: dict[str, Any]) -> set[str]:
    """Codes that the schema lets a field have."""
    return {one["const"] for one in node["oneOf"]}


@pytest.mark.parametrize(
    ("measure", "field"),
    [
        ("partner_quota", "kept_moved_away"),
        ("partner_share", "of"),
        ("partner_share", "denominator"),
        ("partner_spread", "by"),
        ("account_name", "form"),
        ("activity_count", "window"),
        ("activity_count", "form"),
        ("activity_count", "windows"),
        ("points_classes", "restart"),
        ("points_item", "overshoot"),
        ("levels", "rounding"),
    ],
)
def test_the_schemas_codes_make_sense(measure: str, field: str) -> None:
    """Every code of the schema is known here, and one that it lacks is not."""
    base = {
        "partner_quota": {},
        "partner_share": {"of": "bound"},
        "partner_spread": {"by": "met", "at_least": 1},
        "account_name": {"form": "real_name"},
        "activity_count": {"at_least": 1, "window": "year"},
        "points_classes": {"classes": []},
        "points_item": {"item": "i", "cap": "5", "parts": []},
        "levels": {"star": "5", "stars_per_diamond": 4, "max_diamonds": 5},
    }[measure]
    for code in choices(SCHEMA[measure]["properties"][field]):
        (stated,) = edition(
            "root", rule("a", "2018-01-01", {"measure": measure, **base, field: code})
        ).rules
        assert not list(faults(stated)), code


def test_what_can_be_counted_is_what_the_schema_says() -> None:
    """The closed lists of shares and counts are those of the schema."""
    assert set(SHARES) == choices(SCHEMA["partner_share"]["properties"]["of"])
    assert set(COUNTS) == choices(SCHEMA["points_part"]["properties"]["counts"])


def test_the_real_editions_make_sense() -> None:
    """The four editions and all readings load without a finding."""
    assert load(records(), readings())[1] == ()
