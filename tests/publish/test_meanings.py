"""Whoever uses the published data needs nothing but its schema: each field says what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from plus100.publish import meanings, traces, views
from plus100.publish import schema as published
from plus100.review import schema as review
from plus100.review.views import Receipt

SCHEMAS = {
    "score": published.schema(views.SeasonView),
    "dossier": published.schema(traces.DossierView),
    "receipt": published.schema(Receipt, review.TITLES, review.MEANINGS),
}


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    """``schema.Type.field`` and its schema."""
    for file, schema in SCHEMAS.items():
        for name, part in schema["$defs"].items():
            yield from ((f"{file}.{name}.{field}", told) for field, told in part["properties"].items())


FIELDS = dict(fields())


@pytest.mark.parametrize("field", FIELDS)
def test_a_published_field_has_a_title_and_says_what_it_means(field: str) -> None:
    """In Chinese; more than the title again, and what ``null`` means wherever that may stand."""
    told = FIELDS[field]
    assert re.search(r"[\u4e00-\u9fff]", told["title"])
    assert len(told["description"]) > len(told["title"])
    if {"type": "null"} in told.get("anyOf", ()) or "null" in told.get("type", ()):
        assert "null" in told["description"]


@pytest.mark.parametrize("table", [meanings.MEANINGS, review.MEANINGS], ids=["publish", "review"])
def test_nothing_is_said_of_a_field_that_is_not_there(table: meanings.Meanings) -> None:
    """The tables stand beside the types, and must not outlive a field."""
    there = {name.partition(".")[2] for name in FIELDS}
    assert {f"{name}.{field}" for name, row in table.items() for field in row} <= there


def test_a_field_that_counts_points_or_people_names_its_unit() -> None:
    """A number without a unit is read wrongly sooner or later."""
    for field, told in FIELDS.items():
        if field.rpartition(".")[2] in {"raw", "counted", "total", "to_gain", "next_at", "points"}:
            assert re.search("单位：分|→|积分|计入的", told["description"]), field
        if field.rpartition(".")[2] in {"have", "need", "short"}:
            assert re.search("unit|计数单位", told["description"]), field
