"""What every schema file keeps: valid, closed, bounded, and Chinese for whoever reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plus100.intake.messages.slow import DIALECT
from plus100.intake.schema import KINDS, TEXTS, Kind, codes, load, schema_folder

HAN = re.compile(r"[一-鿿]")
FILES = [*KINDS, *TEXTS, "common"]


def text_of(name: str) -> dict[str, Any]:
    """A schema file as it stands."""
    path = schema_folder() / f"{name}.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def parts(part: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema within a schema with its place, but not conditions and what follows from them."""
    if not isinstance(part, dict):
        return
    yield place, part
    for word in ("properties", "$defs"):
        for name, inner in part.get(word, {}).items():
            yield from parts(inner, f"{place}/{word}/{name}")
    for word in ("items", "additionalProperties"):
        yield from parts(part.get(word), f"{place}/{word}")
    if part.get("if") == {"type": "array"}:
        yield from parts(part["then"], f"{place}/then")
        yield from parts(part["else"], f"{place}/else")


@pytest.mark.parametrize("name", FILES)
def test_metaschema(name: str) -> None:
    """A schema file is valid JSON Schema 2020-12 and says so."""
    schema = text_of(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_documented_in_chinese(name: str) -> None:
    """Every field and definition has a Chinese title of at most 16 characters and a description."""
    for place, part in parts(text_of(name)):
        if not re.search(r"/(?:properties|\$defs)/[^/]+$", place):
            continue
        assert HAN.search(part.get("title", "")) or part["title"].isascii(), place
        assert 1 <= len(part["title"]) <= 16, place
        assert HAN.search(part["description"]), place
        assert part["description"].endswith("。"), place


@pytest.mark.parametrize("name", FILES)
def test_every_code_has_a_label(name: str) -> None:
    """Each code of a list has a label of its own, and no two share one."""
    for place, part in parts(text_of(name)):
        choices = part.get("oneOf", [])
        assert all(isinstance(choice["const"], str) and choice["title"] for choice in choices), place
        assert len({choice["title"] for choice in choices}) == len(choices), place
        assert len({choice["const"] for choice in choices}) == len(choices), place


@pytest.mark.parametrize("name", FILES)
def test_objects_are_closed(name: str) -> None:
    """No object takes a key that its schema doesn't name, unless a tag picks the closed shape."""
    for place, part in parts(text_of(name)):
        if part.get("type") != "object":
            continue
        tagged = any("$ref" in rule.get("then", ()) for rule in part.get("allOf", ()))
        assert tagged or part["additionalProperties"] is False or "propertyNames" in part, place
        assert "required" in part or "propertyNames" in part, place


@pytest.mark.parametrize("kind", [*KINDS, *TEXTS])
def test_strings_numbers_and_lists_are_bounded(kind: Kind) -> None:
    """Every text has a longest length, every number a range, every list in a document a size."""
    schema = load(kind)
    for place, part in parts({**schema, "$defs": {}}):
        whole = dict(part)
        while "$ref" in whole:
            target = whole.pop("$ref")
            whole = {**schema["$defs"][target.removeprefix("#/$defs/")], **whole}
        types = whole.get("type", [])
        types = [types] if isinstance(types, str) else types
        if "string" in types and "oneOf" not in whole and "const" not in whole:
            assert "maxLength" in whole, place
        if {"integer", "number"} & set(types):
            assert "maximum" in whole, place
        if "array" in types and place:
            assert "maxItems" in whole, place


@pytest.mark.parametrize("kind", [*KINDS, *TEXTS])
def test_rules_explain_themselves(kind: Kind) -> None:
    """A rule between fields is an ``if`` whose ``then`` or ``else`` says in Chinese what it demands."""
    for place, part in parts(load(kind)):
        for rule in part.get("allOf", ()):
            for side in ("then", "else"):
                if side in rule and "$ref" not in rule[side]:
                    assert HAN.search(rule[side]["description"]), place
                    assert not rule[side]["description"].endswith("。"), place


def patterns() -> list[str]:
    """Every pattern that any schema uses."""
    found = {part["pattern"] for name in FILES for _, part in parts(text_of(name)) if "pattern" in part}
    return sorted(found)


@pytest.mark.parametrize("pattern", patterns())
def test_patterns_use_what_all_engines_share(pattern: str) -> None:
    r"""No ``\d``, ``\w``, ``\p`` and the like, about which engines differ; anchored at both ends."""
    assert not re.search(r"\\[dDwWbBpPAZkx]", pattern)
    assert "(?<" not in pattern
    assert pattern.startswith(("^", "[^"))


@given(st.sampled_from(patterns()), st.data())
def test_both_engines_read_patterns_alike(pattern: str, data: st.DataObject) -> None:
    """Our patterns mean the same to the fast and to the slow validator, line ends included."""
    import jsonschema_rs  # noqa: PLC0415 - only here

    like = st.from_regex(pattern) | st.from_regex(pattern).map(lambda text: text + "\n") | st.text()
    text = data.draw(like.filter(lambda each: not re.search(r"[\ud800-\udfff]", each)))
    schema = {"pattern": pattern}
    assert jsonschema_rs.Draft202012Validator(schema).is_valid(text) == DIALECT(schema).is_valid(text)


def test_codes_are_the_labels_of_the_schema() -> None:
    """``codes`` hands out a shared list in the schema's order."""
    assert list(codes("form").items()) == [("online", "线上"), ("offline", "线下")]
    assert len(codes("industry")) == 20
    with pytest.raises(KeyError):
        codes("day")
