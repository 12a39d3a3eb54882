"""The schemas in ``schemas/``: loading them, asking them, and the codes and labels they hold.

The files are the single source for allowed codes and their Chinese labels. References from one
kind into ``common.schema.json`` are folded in on loading, so that a loaded schema stands alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

import jsonschema_rs

Kind = Literal[
    "settings", "unit", "cadre", "partners", "log", "policy", "readings", "waivers",
    "answer", "example", "glossary", "sayings",
    "notice", "practice", "moment", "boost", "story",
]  # fmt: skip
"""A kind of document; each has its ``schemas/<kind>.schema.json``."""

COLUMNS: tuple[Kind, ...] = ("notice", "practice", "moment", "boost", "story")
"""Kinds that are the front matter of a contribution to a column."""

TEXTS: tuple[Kind, ...] = ("answer", "example", "glossary", "sayings", *COLUMNS)
"""Kinds of what people write in ``docs``; every other kind is a record file."""

KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind not in TEXTS)

LISTS = frozenset(["partners", "log", "waivers"])
"""Kinds whose file is a list of items; every other kind is one mapping."""

Schema = Mapping[str, Any]

_COMMON = "common.schema.json#/"


def schema_folder() -> Path:
    """The repository's ``schemas/``, found from this file (the package is installed editable)."""
    return Path(__file__).resolve().parents[3] / "schemas"


@cache
def load(kind: Kind) -> Schema:
    """The schema of a kind with the shared definitions folded in: all references are local."""
    schema = _read(kind)
    definitions = {**_read("common")["$defs"], **schema.get("$defs", {})}
    return {**schema, "$defs": definitions}


def _read(name: str) -> dict[str, Any]:
    text = (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text.replace(f'"{_COMMON}', '"#/')))


@cache
def _compiled(kind: Kind) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(load(kind)), validate_formats=True)


def is_valid(kind: Kind, value: object) -> bool:
    """Whether the value is of the kind's shape: one call in native code.

    What that code cannot take at all (a lone surrogate) is not valid either; ``explain`` decides.
    """
    return _passes(_compiled(kind), value)


@cache
def _compiled_item(kind: Kind) -> jsonschema_rs.Draft202012Validator:
    schema = load(kind)
    item = {**schema["items"], "$defs": schema["$defs"]}
    return jsonschema_rs.Draft202012Validator(item, validate_formats=True)


def invalid_items(kind: Kind, items: Sequence[object]) -> tuple[int, ...]:
    """Positions of the items of a list document that are not of their shape."""
    return tuple(index for index, item in enumerate(items) if not _passes(_compiled_item(kind), item))


def _passes(compiled: jsonschema_rs.Draft202012Validator, value: object) -> bool:
    try:
        return compiled.is_valid(value)
    except ValueError:
        return False


def definition(schema: Schema, reference: str) -> Schema:
    """The definition that a local reference (``#/$defs/…``) names."""
    return cast("Schema", schema["$defs"][reference.removeprefix("#/$defs/")])


@cache
def codes(name: str) -> Mapping[str, str]:
    """The codes of a shared list (``category``, ``field``, ``met``, …) with their Chinese labels,
    in the order of the schema. ``KeyError`` for a name that is no code list.
    """
    return labels(_read("common")["$defs"][name])


def labels(code_list: Schema) -> Mapping[str, str]:
    """Codes and labels of a ``oneOf`` list of ``const`` and ``title``."""
    return MappingProxyType({choice["const"]: choice["title"] for choice in code_list["oneOf"]})
