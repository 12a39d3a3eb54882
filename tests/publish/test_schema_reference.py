"""The reference of record files says everything that the schemas say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from plus100.intake.documents import kind_of, read_document
from plus100.intake.schema import COLUMNS, KINDS, Kind, load
from plus100.publish.columns.kinds import COLUMNS as PLACES
from plus100.publish.columns.kinds import Column
from plus100.publish.columns.pieces import read_piece
from plus100.publish.policies.text import safe
from plus100.publish.schema_examples import EXAMPLES
from plus100.publish.schema_reference import pages, reference


def fields(schema: Any, part: Any, seen: set[str]) -> Iterator[tuple[str, Any]]:
    """Every field of every object that a kind's documents may hold."""
    if not isinstance(part, dict):
        return
    if "$ref" in part and part["$ref"] not in seen:
        seen.add(part["$ref"])
        yield from fields(schema, schema["$defs"][part["$ref"].removeprefix("#/$defs/")], seen)
    for name, inner in part.get("properties", {}).items():
        if inner is not False:
            yield name, inner
            yield from fields(schema, inner, seen)
    branches = [rule["then"] for rule in part.get("allOf", ()) if "$ref" in rule.get("then", ())]
    dated = [part["else"]] if part.get("if") == {"type": "array"} else []
    for inner in (part.get("items"), *branches, *dated):
        yield from fields(schema, inner, seen)


@pytest.mark.parametrize("kind", [*KINDS, *COLUMNS])
def test_every_field_is_there(kind: Kind) -> None:
    """Each field of a kind stands on its page with name, Chinese title and description."""
    text, schema = reference(kind), load(kind)
    found = list(fields(schema, schema, set()))
    assert len(found) >= 2
    for name, part in found:
        row = f"| `{name}` | {safe(part['title'])} |"
        assert row in text, row
        assert safe(part["description"]) in text, name


@pytest.mark.parametrize("kind", [*KINDS, *COLUMNS])
def test_links_lead_to_sections(kind: Kind) -> None:
    """Every link within a page has its section, and no section stands twice."""
    text = reference(kind)
    anchors = re.findall(r"\{#([^}]+)\}", text)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= set(anchors)


@pytest.mark.parametrize("kind", [*KINDS, *COLUMNS])
def test_tables_are_whole(kind: Kind) -> None:
    """No cell's text breaks its table: every row has as many cells as the row before."""
    tables = re.findall(r"(?:^\|.*\n)+", reference(kind), re.MULTILINE)
    assert tables
    for table in tables:
        assert len({row.count("|") for row in table.splitlines()}) == 1, table


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_sound(kind: Kind) -> None:
    """The example of a kind belongs to it and is read without a finding."""
    path, text = EXAMPLES[kind]
    assert kind_of(path) == kind
    value, findings = read_document(path, text.encode(), kind)
    assert value
    assert findings == ()


@pytest.mark.parametrize("column", PLACES, ids=lambda one: one.folder)
def test_examples_of_columns_are_sound(column: Column) -> None:
    """So with the example of a contribution, which stands in its column's folder."""
    path, text = EXAMPLES[column.kind]
    assert path.startswith(f"docs/columns/{column.folder}/")
    piece, findings = read_piece(path, text.encode(), column)
    assert findings == ()
    assert piece


def test_index_leads_to_every_kind() -> None:
    """There is a page for each kind, and the index links it."""
    made = {page.path: page.markdown for page in pages()}
    assert made.keys() == {
        "reference/index.md",
        *(f"reference/{kind}/index.md" for kind in (*KINDS, *COLUMNS)),
    }
    assert all(f"]({kind}/index.md)" in made["reference/index.md"] for kind in (*KINDS, *COLUMNS))
