"""Readings: each one's parameter changes a figure when it is turned to any of its other values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from measure.scenario import CASES, edition_records, editions, judge, read_yaml, readings
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.turn import turned

Key = tuple[str, str, str, str]

CARRIERS = {
    (reading.id, carrier.edition, carrier.rule, carrier.parameter): carrier
    for reading in readings().readings
    for carrier in reading.carried_by
}


def cases() -> Iterator[tuple[Key, dict[str, Any]]]:
    """Every case with the carrier that it is about."""
    for path in sorted((CASES / "readings").glob("*.yml")):
        for case in read_yaml(path):
            yield (path.stem, case["edition"], case["rule"], case["parameter"]), case


@cache
def edition_turned(key: Key, number: int) -> Mapping[str, Edition]:
    """The real editions with a reading's parameter turned to one of its other values."""
    return editions(turned(edition_records(), CARRIERS[key], CARRIERS[key].others[number]))


def as_text(value: object) -> object:
    """A parameter's value as a case writes it."""
    if isinstance(value, list | tuple):
        return [as_text(each) for each in value]
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    return value.isoformat() if isinstance(value, date) else str(value)


def test_every_parameter_of_a_reading_has_a_case() -> None:
    """No reading carried by a parameter is without a case that turns it, and no case is left over."""
    assert sorted(key for key, _ in cases()) == sorted(CARRIERS)


@pytest.mark.parametrize("case", [pytest.param(case, id=" ".join(key)) for key, case in cases()])
def test_a_reading_as_decided(case: dict[str, Any]) -> None:
    """Under the reading as decided the case's figures are as it says."""
    assert judge(case, editions()) == []


@pytest.mark.parametrize(
    ("key", "case"), [pytest.param(key, case, id=" ".join(key)) for key, case in cases()]
)
def test_turning_a_reading_changes_the_case(key: Key, case: dict[str, Any]) -> None:
    """Each other value gives the figures that the case states for it, and not those as decided."""
    carrier = CARRIERS[key]
    assert [other["value"] for other in case["others"]] == [as_text(value) for value in carrier.others]
    for number, other in enumerate(case["others"]):
        held = edition_turned(key, number)
        assert judge({**case, "expect": other["expect"]}, held) == []
        assert judge(case, held) != []
