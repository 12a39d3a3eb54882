"""What is wrong with a value that the fast validator refuses; the slow way, with the text at hand."""

from __future__ import annotations

from collections.abc import Mapping

from plus100.core.findings import Finding, Pointer
from plus100.intake.messages import findings as messages
from plus100.intake.messages.explain import Fault, explain
from plus100.intake.reading.careful import examine
from plus100.intake.reading.nodes import Node
from plus100.intake.reading.text import decode
from plus100.intake.schema import LISTS, Kind, invalid_items

OTHER: Mapping[Kind, Kind] = {"partners": "log", "log": "partners"}
"""The two folders of a cadre, which look alike and are taken for one another."""


def judge(path: str, data: bytes, kind: Kind, value: object) -> tuple[Finding, ...]:
    """The findings about a value that the schema refuses. Where text is wanted, the text as it was
    written replaces numbers and the like *in the value*: ``title: 2017`` is a title.
    """
    if not isinstance(value, list if kind in LISTS else dict):
        return (messages.wrong_top(path, value, is_list=kind in LISTS),)
    if _is_swapped(kind, value):
        return (messages.swapped(path, kind),)
    faults = explain(kind, value)
    if _take_raw(path, data, value, faults):
        faults = explain(kind, value)
    return tuple(messages.finding(fault, path) for fault in faults)


def _is_swapped(kind: Kind, value: object) -> bool:
    """Whether a list of partners lies among the logs, or a log among the partners: no item fits here, and
    most do there.
    """
    if kind not in OTHER or not isinstance(value, list) or len(invalid_items(kind, value)) < len(value):
        return False
    return 2 * len(invalid_items(OTHER[kind], value)) < len(value)


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
