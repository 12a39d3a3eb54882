"""The way through a schema to one of its errors, and what is passed on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plus100.intake.schema import Schema, definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """What was passed on the way through the schema to an error."""

    schema: Schema
    title: str
    rule: str
    watched: frozenset[str]
    dated: bool


def follow(schema: Schema, path: Sequence[str | int]) -> Trail:
    """Walk the schema along an error's path, up to the keyword that failed."""
    here: Any = schema
    title, rule, watched, dated = "", "", frozenset[str](), False
    for index, step in enumerate(path[:-1] if path[-1] != "properties" else path):
        above = _holder(schema, here, step)
        here = above[step]
        if step in ("then", "else") and index and "if" in above:
            rule, watched = here.get("description", ""), frozenset(_mentioned(above["if"]))
            dated = above["if"] == {"type": "array"}
        elif index and path[index - 1] == "properties":
            title, rule, dated = here.get("title", "") if isinstance(here, Mapping) else "", "", False
        elif step == "items":
            title, rule, dated = here.get("title", title), "", False
    return Trail(
        schema=_holder(schema, here, path[-1]), title=title, rule=rule, watched=watched, dated=dated
    )


def _holder(schema: Schema, part: Any, step: str | int) -> Any:  # noqa: ANN401 - JSON
    """The part itself or what it refers to, whichever has the step. jsonschema's paths leave
    references out.
    """
    while isinstance(part, Mapping) and step not in part and "$ref" in part:
        part = definition(schema, part["$ref"])
    return part


def _mentioned(condition: object) -> Iterator[str]:
    """Keys that a condition looks at."""
    if not isinstance(condition, Mapping):
        return
    yield from condition.get("required", ())
    yield from condition.get("properties", ())
    for inner in (*condition.get("anyOf", ()), condition.get("not")):
        yield from _mentioned(inner)
