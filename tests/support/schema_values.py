"""Values that our schemas allow, generated from the schemas themselves.

Knows just the keywords and idioms that the schemas use (see ``plus100.intake.messages.explain``); what it
makes is checked against the schema by the tests, so that it cannot drift from them unseen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from plus100.intake.messages.slow import DIALECT
from plus100.intake.schema import Kind, Schema, definition, load

# what YAML can hold and a reader lets pass
_LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
_TEXT = st.one_of(st.sampled_from("共青团示例青年活动abcXYZ019-_'\"<>&:#{}[]"), _LETTERS)
_DAYS = st.dates().filter(lambda day: 1900 <= day.year <= 2099)


@cache
def documents(kind: Kind) -> st.SearchStrategy[Any]:
    """Documents of a kind that its schema allows."""
    return values(load(kind), load(kind))


def values(root: Schema, part: Any) -> st.SearchStrategy[Any]:
    """Values that a part of a schema allows; its rules between fields are met by ``_mend``."""
    part = _resolved(root, part)
    if "const" in part:
        return st.just(part["const"])
    if "oneOf" in part:
        return st.sampled_from([choice["const"] for choice in part["oneOf"]])
    if part.get("if") == {"type": "array"}:
        return st.one_of(values(root, part["else"]), values(root, part["then"]))
    if branches := _branches(part):
        return st.one_of([values(root, branch) for branch in branches])
    kinds = part["type"] if isinstance(part["type"], list) else [part["type"]]
    return st.one_of([_of_type(root, part, kind) for kind in kinds])


def _resolved(root: Schema, part: Any) -> dict[str, Any]:
    """The part with what it refers to folded in."""
    while "$ref" in part:
        rest = {key: value for key, value in part.items() if key != "$ref"}
        part = {**definition(root, part["$ref"]), **rest}
    return dict(part)


def _branches(part: Schema) -> list[Any]:
    """The shapes among which a tag chooses."""
    return [each["then"] for each in part.get("allOf", ()) if "$ref" in each.get("then", ())]


def _of_type(root: Schema, part: Schema, kind: str) -> st.SearchStrategy[Any]:
    if kind == "object":
        return _objects(root, part)
    if kind == "array":
        unique = _same if part.get("uniqueItems") else None
        most = min(part.get("maxItems", 3), part.get("minItems", 0) + 2)
        items = values(root, part["items"])
        return st.lists(items, min_size=part.get("minItems", 0), max_size=most, unique_by=unique)
    if kind == "string":
        return _strings(part)
    if kind == "integer":
        return st.integers(part["minimum"], part["maximum"])
    if kind == "number":
        least = max(part.get("minimum", 0), part.get("exclusiveMinimum", -1) + 1)
        return st.integers(least * 10, part["maximum"] * 10).map(lambda tenths: tenths / 10)
    return st.booleans() if kind == "boolean" else st.none()


def _same(item: object) -> str:
    return json.dumps(item, sort_keys=True)


def _strings(part: Schema) -> st.SearchStrategy[str]:
    if part.get("format") == "date":
        return _DAYS.map(lambda day: day.isoformat())
    least, most = part.get("minLength", 0), part["maxLength"]
    pattern = part.get("pattern", "")
    if pattern and not pattern.startswith(("^[^", "[^")):
        return _formed(pattern, least, most)
    return (
        st.text(_TEXT, min_size=least, max_size=min(most, 20))
        | st.text(_TEXT, min_size=most, max_size=most)
        if most <= 60
        else st.text(_TEXT, min_size=least, max_size=20)
    )


@cache
def _formed(pattern: str, least: int, most: int) -> st.SearchStrategy[str]:
    found = st.from_regex(pattern.replace("$", r"\Z"), alphabet=st.characters(codec="ascii"))
    return found.filter(lambda text: least <= len(text) <= most)


def _objects(root: Schema, part: Schema) -> st.SearchStrategy[dict[str, Any]]:
    if isinstance(part.get("additionalProperties"), Mapping):
        names = values(root, part["propertyNames"])
        return st.dictionaries(names, values(root, part["additionalProperties"]), min_size=1, max_size=3)
    whole = st.fixed_dictionaries({name: values(root, each) for name, each in part["properties"].items()})
    optional = sorted(part["properties"].keys() - set(part["required"]))
    left_out = st.sets(st.sampled_from(optional)) if optional else st.just(set())
    return st.builds(lambda full, out: _mend(part, full, out), whole, left_out)


def _mend(part: Schema, full: dict[str, Any], left_out: set[str]) -> dict[str, Any]:
    """The mapping without some keys, such that every rule between fields is met."""
    value = {key: each for key, each in full.items() if key not in left_out}
    for _ in range(4):
        for rule in part.get("allOf", ()):
            side = "then" if DIALECT(rule["if"]).is_valid(value) else "else"
            demand = rule.get(side, {})
            for name in demand.get("required", ()):
                value[name] = full[name]
            for name, allowed in demand.get("properties", {}).items():
                if allowed is False:
                    value.pop(name, None)
    return value
