"""The committed sample league is what the generator makes, and as large and varied as promised."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from samples.league import league, plans
from samples.roster import SHANDONG, UNITS

RECORDS = Path(__file__).parents[2] / "records"


def test_committed_records_are_the_generated_ones() -> None:
    """Every committed sample file equals what the generator makes, byte for byte, and none is missing."""
    made = {path: text.encode() for path, text in league()}
    found = {
        path.relative_to(RECORDS).as_posix(): path.read_bytes()
        for path in (RECORDS / "settings.yml", *(RECORDS / "units").rglob("*"))
        if path.is_file()
    }
    assert sorted(found) == sorted(made)
    assert [path for path in made if found[path] != made[path]] == []


def test_a_second_run_makes_the_same() -> None:
    """The generator keeps no state between runs."""
    assert list(league()) == list(league())


def test_no_two_people_are_published_under_one_name() -> None:
    """Some are known by their surname only, and are told apart all the same."""
    names = [
        plan.name if plan.publish == "full" else f"{plan.name[0]}某"
        for plan in {plan.cadre: plan for plan in plans()}.values()
    ]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if name.endswith("某")] != []


def test_units() -> None:
    """At least 14 units on at least 3 levels under one root, under all four policies."""
    assert len(UNITS) >= 14
    assert len({unit.level for unit in UNITS}) >= 3
    assert [unit.id for unit in UNITS if unit.parent is None] == ["shili"]
    editions = {path.stem for path in (RECORDS / "policies").glob("*-20*.yml")}
    assert {unit.policy for unit in UNITS} == editions


def test_cadres() -> None:
    """At least 70 cadres of all five categories, about two thirds of them under Shandong's policy."""
    everyone = plans()
    people = {plan.cadre: plan for plan in everyone}
    assert len(people) >= 70
    assert len({plan.posts[0].category for plan in everyone}) == 5
    share = sum(plan.edition == SHANDONG for plan in people.values()) / len(people)
    assert 0.6 <= share <= 0.75


def test_partners_and_entries() -> None:
    """At least 3,500 partners and 3,000 entries, in 2017 as well as in 2018."""
    count: Counter[str] = Counter()
    for path, text in league():
        kind = Path(path).parent.name
        count[kind] += text.count("\n- ")
        if kind == "log":
            count[Path(path).name[:4]] += text.count("\n- ")
    assert count["partners"] >= 3500
    assert count["log"] >= 3000
    assert min(count["2017"], count["2018"]) >= 1000
