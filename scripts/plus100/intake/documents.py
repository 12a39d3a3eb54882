"""One record file from bytes to a value of its schema's shape, with everything that is wrong."""

from __future__ import annotations

import re

from plus100.core.findings import Finding, Pointer
from plus100.intake import leaks, messages, strict_yaml
from plus100.intake.careful import examine
from plus100.intake.explain import Fault, explain
from plus100.intake.nodes import Node
from plus100.intake.schema import Kind, is_valid
from plus100.intake.text import decode

LISTS = frozenset(["partners", "log"])
"""Kinds whose file is a list of items; every other kind is one mapping."""

_PLACES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"settings\.yml"), "settings"),
    (re.compile(r"policies/readings\.yml"), "readings"),
    (re.compile(r"policies/[^/]+\.yml"), "policy"),
    (re.compile(r"units/[^/]+/unit\.yml"), "unit"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/cadre\.yml"), "cadre"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/partners/[^/]+\.yml"), "partners"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/log/[^/]+\.yml"), "log"),
)


def kind_of(path: str) -> Kind | None:
    """The kind of a record file by its place (``records/units/u/unit.yml`` → ``unit``); ``None`` for
    files that are none. The first folder may have any name.
    """
    _, _, place = path.partition("/")
    return next((kind for form, kind in _PLACES if form.fullmatch(place)), None)


def read_document(path: str, data: bytes, kind: Kind) -> tuple[object | None, tuple[Finding, ...]]:
    """Strict YAML, leak scan and schema in one. Values are ``None`` when the file cannot be read or is
    no list (no mapping) at all; otherwise whole, even with findings, whose pointers tell what to
    leave out: in a list file a fault within item ``i`` has a pointer that begins with ``i``.
    """
    value, unread = strict_yaml.read(data, path)
    refused = (*unread, *leaks.scan(path, data))
    if value is None and unread:
        return None, refused
    if is_valid(kind, value):
        return value, refused
    known = {found.where.pointer for found in refused}
    wrong = (found for found in _judge(path, data, kind, value) if found.where.pointer not in known)
    top_is_sound = isinstance(value, list if kind in LISTS else dict)
    return value if top_is_sound else None, (*refused, *wrong)


def _judge(path: str, data: bytes, kind: Kind, value: object) -> tuple[Finding, ...]:
    """The findings about a value that the schema refuses. Where text is wanted, the text as it was
    written replaces numbers and the like *in the value*: ``title: 2017`` is a title.
    """
    if not isinstance(value, list if kind in LISTS else dict):
        return (messages.wrong_top(path, value, is_list=kind in LISTS),)
    faults = explain(kind, value)
    if _take_raw(path, data, value, faults):
        faults = explain(kind, value)
    return tuple(messages.finding(fault, path) for fault in faults)


def _take_raw(path: str, data: bytes, value: object, faults: tuple[Fault, ...]) -> bool:
    """Put the raw text in the place of plain scalars where text is wanted; whether any was."""
    wanted = [fault.pointer for fault in faults if fault.keyword == "type" and _wants_text(fault)]
    if not wanted:
        return False
    text, _ = decode(data, path)
    tree = examine(text or "", path).root
    taken = [(pointer, raw) for pointer in wanted if (raw := _raw(tree, pointer, text or ""))]
    for pointer, raw in taken:
        _put(value, pointer, raw)
    return bool(taken)


def _wants_text(fault: Fault) -> bool:
    """Whether a scalar that was read as something else stands where the schema has text. An empty
    value stays one, and ``null`` is text only where any text will do.
    """
    if isinstance(fault.value, list | dict) or "string" not in fault.schema.get("type", ()):
        return False
    return fault.value is not None or not (fault.schema.keys() & {"oneOf", "format"})


def _raw(node: Node | None, pointer: Pointer, text: str) -> str | None:
    """The text of a plain scalar as it stands in the file."""
    for step in pointer:
        node = node.items.get(step) if node else None
    return text[node.start : node.end] if node and node.style == "plain" else None


def _put(value: object, pointer: Pointer, new: str) -> None:
    *way, last = pointer
    for step in way:
        value = value[step]  # type: ignore[index] # a fault's pointer leads through collections
    value[last] = new  # type: ignore[index]
