"""The words that messages about schema faults are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plus100.intake.messages.explain import Fault
from plus100.intake.messages.shown import LONGEST, looks_personal, shown, words
from plus100.intake.reading import strict_yaml

FEW = 12
"""Codes or keys that are listed whole."""

TYPE_NAMES: Mapping[str, str] = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": " true 或 false",
    "array": "列表",
    "object": "一组“字段: 取值”",
    "null": "null",
}


class Told(NamedTuple):
    """A code, what is wrong, how to mend it, and the corrected excerpt if there is one."""

    code: str
    message: str
    fix: str
    snippet: str = ""


def field(fault: Fault) -> str:
    """The field as messages name it: ``category（类别）``; an item of a list by its number."""
    last = fault.pointer[-1] if fault.pointer else ""
    if isinstance(last, int):
        return f"第 {last + 1} 项（{fault.title}）" if fault.title else f"第 {last + 1} 项"
    if not last:
        return "文件"
    return named(words(last), fault.title) + ("" if fault.title else " ")


def named(name: str, title: str) -> str:
    """A slug with its Chinese name: ``category（类别）``."""
    return f"{name}（{title}）" if title and title != name else name


def quoted(name: str) -> str:
    """A key in quotation marks, shortened and masked like a value."""
    return words(name) if looks_personal(name) else f"“{words(name)}”"


def after_type(value: object) -> str:
    """The value after its type's name, where that says more."""
    if isinstance(value, str):
        return shown(value)
    return f" {shown(value)}" if isinstance(value, int | float) else ""


def line(fault: Fault, value: str) -> str:
    """The corrected line, of an item the corrected item; empty where it would repeat what must not be."""
    last = fault.pointer[-1] if fault.pointer else 0
    text = value if isinstance(last, int) else f"{last}: {value}"
    return text if text.isprintable() and len(value) <= LONGEST and not looks_personal(text) else ""


def showable(value: object) -> bool:
    """Whether the value may be repeated whole in a corrected line."""
    text = value if isinstance(value, str) else ""
    return isinstance(value, bool | int) or (
        0 < len(text) <= LONGEST
        and text.isprintable()
        and not looks_personal(text)
        and text == text.strip()
    )


def scalar(value: object) -> str:
    """A showable value as YAML, in quotes where plain text would mean something else."""
    if not isinstance(value, str):
        return ("true" if value else "false") if isinstance(value, bool) else str(value)
    for text in (value, f'"{value}"', "'" + value.replace("'", "''") + "'"):
        if strict_yaml.read(f"a: {text}\n".encode(), "") == ({"a": value}, ()):
            return text
    return value
