"""Record types are the schemas' shapes: what passes a schema converts without a fault."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from plus100.intake.schema import definition, load
from plus100.ledger import records
from plus100.ledger.records import Since, on


def _entry(kind: str) -> dict[str, Any]:
    return dict(definition(load("log"), f"#/$defs/{kind}"))


SHAPES = [
    (records.Settings, load("settings")),
    (records.Maintainer, definition(load("settings"), "#/$defs/maintainer")),
    (records.Waiver, definition(load("waivers"), "#/$defs/waiver")),
    (records.Unit, load("unit")),
    (records.Reviewer, definition(load("unit"), "#/$defs/reviewer")),
    (records.OwnQuota, definition(load("unit"), "#/$defs/own_quota")),
    (records.Theme, definition(load("unit"), "#/$defs/theme")),
    (records.Cadre, load("cadre")),
    (records.Post, definition(load("cadre"), "#/$defs/post")),
    (records.Basis, definition(load("cadre"), "#/$defs/basis")),
    (records.Exemption, definition(load("cadre"), "#/$defs/exemption")),
    (records.Account, definition(load("cadre"), "#/$defs/account")),
    (records.Link, definition(load("cadre"), "#/$defs/link")),
    (records.Key, definition(load("cadre"), "#/$defs/key")),
    (records.ForgeAccount, definition(load("cadre"), "#/$defs/forge_account")),
    (records.Partner, definition(load("partners"), "#/$defs/partner")),
    (records.Activity, _entry("activity")),
    (records.Reply, _entry("reply")),
    (records.Share, _entry("share")),
    (records.Reaction, _entry("reaction")),
    (records.Statement, _entry("statement")),
]


@pytest.mark.parametrize(("kind", "schema"), SHAPES, ids=lambda shape: getattr(shape, "__name__", ""))
def test_a_record_type_has_the_schemas_fields_and_needs_the_same(
    kind: type[msgspec.Struct], schema: dict[str, Any]
) -> None:
    """Same names, same required ones; ``type`` is the tag of entries and not a field."""
    fields = msgspec.structs.fields(kind)
    assert {field.encode_name for field in fields} == set(schema["properties"]) - {"type"}
    required = {field.encode_name for field in fields if field.required}
    assert required == set(schema.get("required", ())) - {"type"}


def test_a_plain_value_holds_on_every_day() -> None:
    """Most facts never change."""
    assert on("shi", date.min) == "shi"


@pytest.mark.parametrize(
    ("day", "value"), [("2016-12-31", None), ("2017-01-01", "a"), ("2017-05-31", "a"), ("2017-06-01", "b")]
)
def test_a_dated_value_holds_from_its_day_until_the_next(day: str, value: str | None) -> None:
    """Before the first there is none."""
    values = (Since(value="a", from_=date(2017, 1, 1)), Since(value="b", from_=date(2017, 6, 1)))
    assert on(values, date.fromisoformat(day)) == value
