"""A rule's parameters and their values in words, as the schema titles them: for saying what differs
between two rules. What a rule says as a whole stands in ``words``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from plus100.ledger.policy.rules import Rule
from plus100.publish.labels import SCHEMAS, word

Node = Mapping[str, Any]
Names = Mapping[str, str]
NO_NAMES: Names = MappingProxyType({})
UNSAID: tuple[object, ...] = (None, (), {}, "")


def value_words(value: object, field: Node, themes: Names = NO_NAMES) -> str:
    """A value as people say it: the schema's label of a code, yes or no, lists with commas."""
    if isinstance(value, list | tuple):
        item = resolved(field.get("items", {}))
        return "、".join(value_words(one, item, themes) for one in value)
    if isinstance(value, Mapping):
        return "、".join(f"{word('class', str(name))} {one}" for name, one in value.items())
    if isinstance(value, bool):
        return "是" if value else "否"
    labels = {choice.get("const"): choice["title"] for choice in field.get("oneOf", ())}
    return str(labels.get(value) or themes.get(str(value), value))


def parameter(rule: Rule, path: str) -> tuple[str, Node]:
    """Title and schema of the parameter at a path of ``ledger.policy.parameters``; the path itself and
    an empty schema where it has none (the name of a thing in a list stays as it is).
    """
    plain: dict[str, Any] = msgspec.to_builtins(rule)
    node: Node = definition("rule") if rule.does is None else definition(plain["does"]["measure"])
    titles: list[str] = []
    for name in path.split("."):
        fields = node.get("properties", {}) | {
            own: definition("rule")["properties"][own] for own in ("ceiling", "force", "applies", "from")
        }
        if name in fields:
            node = resolved(fields[name])
            titles.append(node["title"])
            continue
        titles.append(name)
        node = resolved(node.get("items", node.get("additionalProperties") or {}))
    return "·".join(titles), node


@cache
def definition(name: str) -> Node:
    """One definition of ``policy.schema.json``."""
    return document("policy.schema.json")["$defs"][name]  # type: ignore[no-any-return]


@cache
def document(name: str) -> Node:
    """One schema file."""
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def resolved(node: Any) -> Node:  # noqa: ANN401  (a JSON Schema may be a mapping or a boolean)
    """The schema that a reference leads to; a title beside the reference wins."""
    if not isinstance(node, Mapping):
        return {}
    found: Node = node
    while "$ref" in found:
        file, _, path = found["$ref"].partition("#/$defs/")
        target = document(file or "policy.schema.json")["$defs"][path]
        found = target | {name: value for name, value in found.items() if name != "$ref"}
    return found
