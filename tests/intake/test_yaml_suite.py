"""The public YAML test suite, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from plus100.intake.reading.strict_yaml import read

SUITE = Path(__file__).parents[3] / "shared" / "corpora" / "yaml-test-suite.json"
EXPECTED = yaml.safe_load((Path(__file__).parents[1] / "cases" / "yaml-suite.yml").read_text())

pytestmark = pytest.mark.corpora


def cases() -> dict[str, Any]:
    """All cases by id."""
    found: dict[str, Any] = json.loads(SUITE.read_text(encoding="utf-8"))["cases"]
    return found


def outcome(case: dict[str, Any]) -> tuple[object, str]:
    """The value and the code of the first finding, empty where there is none."""
    value, findings = read(case["yaml"].encode(), "suite.yml")
    return value, findings[0].code if findings else ""


def test_no_invalid_case_is_accepted() -> None:
    """What YAML 1.2 forbids yields a finding, also where libyaml lets it pass."""
    invalid = {name: outcome(case)[1] for name, case in cases().items() if case["error"]}
    assert len(invalid) == EXPECTED["invalid"]
    assert [name for name, code in invalid.items() if not code] == []


def test_every_valid_case_is_read_exactly_or_refused_by_its_rule() -> None:
    """No case is read as something else, and the rule that refuses each is the one written down."""
    refused: dict[str, list[str]] = {}
    exact = 0
    for name, case in cases().items():
        if case["error"] or "json" not in case:
            continue
        value, code = outcome(case)
        if code:
            refused.setdefault(code, []).append(name)
        else:
            exact += 1
            assert (name, value) == (name, json.loads(case["json"]))
    assert exact == EXPECTED["read"]
    assert refused == EXPECTED["refused"]
