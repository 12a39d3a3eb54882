"""Both validators judge every keyword that our schemas use as the public test suite does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
import referencing
from referencing.jsonschema import DRAFT202012

from plus100.intake.messages.slow import DIALECT
from plus100.intake.schema import KINDS, load
from support.corpora import corpus

pytestmark = pytest.mark.corpora

ANNOTATIONS = frozenset(["title", "description", "default", "$schema", "x-own"])
"""Keywords that assert nothing."""

NO_FILE = {
    "$defs": "defs", "$ref": "ref", "if": "if-then-else", "then": "if-then-else", "else": "if-then-else",
}  # fmt: skip
"""Keywords whose cases stand in a file of another name."""

DISAGREEMENTS = {
    ("jsonschema", "pattern with Unicode property escape requires unicode mode"): (
        "Python's expressions have no property escapes; test_schemas holds our patterns to none"
    ),
}
"""(validator, group) → why its verdict differs from the suite's; none may differ unlisted."""


def keywords(part: object) -> Iterator[str]:
    """Every schema keyword in a schema; names of properties and definitions are none."""
    if isinstance(part, list):
        for item in part:
            yield from keywords(item)
    if not isinstance(part, dict):
        return
    for word, value in part.items():
        yield word
        if word in ("properties", "$defs"):
            for inner in value.values():
                yield from keywords(inner)
        elif word not in ("const", "enum", "default"):
            yield from keywords(value)


USED = sorted({word for kind in KINDS for word in keywords(load(kind))} - ANNOTATIONS)


def suite(word: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The suite's groups for a keyword: schema with cases. Of formats we use ``date`` only."""
    files = corpus("json-schema-test-suite.json")["files"]
    path = f"{NO_FILE.get(word, word)}.json" if word != "format" else "optional/format/date.json"
    for group in files[f"tests/draft2020-12/{path}"]:
        for case in group["tests"]:
            yield group, case


def remotes() -> dict[str, Any]:
    """The schemas that the suite expects to be served at its address."""
    files = corpus("json-schema-test-suite.json")["files"]
    return {
        f"http://localhost:1234/{path.removeprefix('remotes/')}": schema
        for path, schema in files.items()
        if path.startswith("remotes/") and "draft" not in path.replace("draft2020-12", "")
    }


@cache
def slow_registry() -> Any:
    """Those schemas for jsonschema."""
    resources = [
        (uri, referencing.Resource.from_contents(each, default_specification=DRAFT202012))
        for uri, each in remotes().items()
    ]
    return referencing.Registry().with_resources(resources)


@cache
def fast_registry() -> jsonschema_rs.Registry:
    """Those schemas for jsonschema-rs."""
    return jsonschema_rs.Registry(list(remotes().items()), draft=jsonschema_rs.Draft202012)


def slow(schema: Any, value: object) -> bool | None:
    """The verdict of jsonschema as we use it; ``None`` for an expression that Python cannot read."""
    try:
        checker = DIALECT.FORMAT_CHECKER
        valid: bool = DIALECT(schema, registry=slow_registry(), format_checker=checker).is_valid(value)
    except re.error:
        return None
    return valid


def fast(schema: Any, value: object) -> bool | None:
    """The verdict of jsonschema-rs."""
    return jsonschema_rs.Draft202012Validator(
        schema, registry=fast_registry(), validate_formats=True
    ).is_valid(value)


@pytest.mark.parametrize("word", USED)
def test_validators_agree_with_suite(word: str) -> None:
    """Of a keyword that we use, each case of the suite gets the suite's verdict from both validators."""
    wrong = {
        (name, group["description"]): case["description"]
        for group, case in suite(word)
        for name, judge in (("jsonschema", slow), ("jsonschema-rs", fast))
        if judge(group["schema"], case["data"]) != case["valid"]
    }
    expected = DISAGREEMENTS.keys() if word == "pattern" else set()
    assert wrong.keys() == expected, json.dumps([*wrong.items()], indent=1)
