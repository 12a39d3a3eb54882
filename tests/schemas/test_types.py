"""The types and the schemas describe the same documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plus100.intake.messages.explain import explain
from plus100.intake.schema import KINDS, Kind, is_valid, load
from plus100.ledger import records
from plus100.ledger.policy import rules
from support.schema_values import documents

TYPES: dict[Kind, Any] = {
    "settings": records.Settings,
    "unit": records.Unit,
    "cadre": records.Cadre,
    "waivers": tuple[records.Waiver, ...],
    "partners": tuple[records.Partner, ...],
    "log": tuple[records.Entry, ...],
    "policy": rules.EditionRecord,
    "readings": rules.Readings,
}

ROOTS: dict[Kind, Any] = {
    "settings": records.Settings,
    "unit": records.Unit,
    "cadre": records.Cadre,
    "policy": rules.EditionRecord,
    "readings": rules.Readings,
}

NAMES = {"Theme": "theme", "ExemptionReason": "exemption_reason_rule", "Levels": "levels"}
"""Types whose definition is not simply their name in snake case."""


def snake(name: str) -> str:
    """``OwnQuota`` → ``own_quota``."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")


def structs(module: Any, base: type) -> Iterator[Any]:
    """The types of a module that stand in documents."""
    abstract = {"Record", "Since", "LogEntry", "Part"}
    for each in vars(module).values():
        if isinstance(each, type) and issubclass(each, base) and each.__name__ not in abstract:
            yield each


def shape(kind: Kind, struct: Any) -> dict[str, Any] | None:
    """The object of a kind's schema that describes a type."""
    schema = load(kind)
    if ROOTS.get(kind) is struct:
        return dict(schema)
    name = NAMES.get(struct.__name__, snake(struct.__name__))
    found = schema["$defs"].get(name)
    return found if found and "properties" in found else None


PAIRS = [
    (kind, struct)
    for kind in KINDS
    for module, base in ((records, records.Record), (rules, rules.Part))
    for struct in structs(module, base)
    if (module is rules) == (kind in ("policy", "readings")) and shape(kind, struct)
]


def test_every_type_has_its_schema() -> None:
    """No type stands in a document without an object of some schema that describes it."""
    described = {struct for _, struct in PAIRS}
    every = {*structs(records, records.Record), *structs(rules, rules.Part)}
    assert described == every


@pytest.mark.parametrize(("kind", "struct"), PAIRS, ids=lambda each: getattr(each, "__name__", each))
def test_fields_are_the_same(kind: Kind, struct: Any) -> None:
    """A type's fields are its schema's properties, and both agree on which are required."""
    described = shape(kind, struct) or {}
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    tag = {struct.__struct_config__.tag_field} - {None}
    assert described["properties"].keys() == fields.keys() | tag
    assert set(described["required"]) - tag == {name for name, field in fields.items() if field.required}


@pytest.mark.parametrize(("kind", "struct"), PAIRS, ids=lambda each: getattr(each, "__name__", each))
def test_defaults_are_the_same(kind: Kind, struct: Any) -> None:
    """A default that a schema names is the one that the type takes."""
    properties = (shape(kind, struct) or {})["properties"]
    for field in msgspec.structs.fields(struct):
        stated = properties[field.encode_name].get("default", field.default)
        assert stated == field.default, field.encode_name
        if isinstance(field.default, bool | int) or (field.default and isinstance(field.default, str)):
            assert "default" in properties[field.encode_name], field.encode_name


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking whole documents takes minutes
)
@given(data=st.data())
def test_valid_documents_convert(kind: Kind, data: st.DataObject) -> None:
    """Whatever passes a schema converts into its type, and both validators let it pass."""
    document = data.draw(documents(kind))
    assert explain(kind, document) == ()
    assert is_valid(kind, document)
    msgspec.convert(document, TYPES[kind])
