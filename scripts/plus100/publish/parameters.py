"""A rule's parameters in words, as the schema titles them: what ``policy show`` and the policy pages
print. Parameters that are left at their defaults are not said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
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


def described(rule: Rule, themes: Names = NO_NAMES) -> tuple[str, ...]:
    """What the rule does, then each thing within it on a line of its own; then whom it concerns.
    ``themes`` names the edition's activity themes.
    """
    plain: dict[str, Any] = msgspec.to_builtins(rule)
    lines: list[str] = []
    if rule.does is not None:
        does = plain["does"]
        node = definition(does.pop("measure"))
        lines = ["，".join([node["title"], *plain_parts(does, node, themes)]), *inner(does, node, themes)]
    return (*lines, *applies(rule))


def plain_parts(values: Mapping[str, Any], node: Node, themes: Names) -> Iterator[str]:
    """``至少 100``: every parameter that is a plain value or a list of them."""
    for name, value in values.items():
        field = resolved(node["properties"][name])
        if value not in UNSAID and value != field.get("default") and not is_things(value):
            names = themes if name in ("theme", "themes") else NO_NAMES
            yield f"{field['title']} {value_words(value, field, names)}"


def inner(values: Mapping[str, Any], node: Node, themes: Names) -> Iterator[str]:
    """One line for each thing in a list of things: a part, a task, a theme."""
    for name, value in values.items():
        if is_things(value):
            field = resolved(node["properties"][name])
            item = resolved(field["items"])
            for thing in value:
                rest = {key: one for key, one in thing.items() if key not in ("id", "title", "reason")}
                parts = [called(thing, item), *plain_parts(rest, item, themes)]
                yield f"{field['title']}：{'，'.join(parts)}"


def called(thing: Mapping[str, Any], item: Node) -> str:
    """``志愿服务（volunteering）``: what a thing in a list is called."""
    if "reason" in thing:
        return value_words(thing["reason"], resolved(item["properties"]["reason"]))
    title = thing.get("title") or word("part", thing["id"])
    return f"{title}（{thing['id']}）"


def is_things(value: object) -> bool:
    """Whether it is a list of mappings."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Mapping)


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


def applies(rule: Rule) -> Iterator[str]:
    """Whom the rule concerns, where not everybody."""
    if rule.applies.categories:
        yield "适用于" + "、".join(word("category", one) for one in rule.applies.categories)
    if rule.applies.levels:
        yield "单位层级：" + "、".join(word("level", one) for one in rule.applies.levels)


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
