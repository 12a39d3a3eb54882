"""Plain documents → YAML text. Block style, keys in the order given, lists of scalars in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from json import dumps

Scalar = str | int | bool | None
Value = Scalar | Mapping[str, "Value"] | Sequence["Value"]
Document = Mapping[str, Value]

MARK = "# 示例：虚构数据，与真实的单位、人员和活动无关"
PLAIN = re.compile(r"[A-Za-z0-9一-鿿“《（][A-Za-z0-9一-鿿“”《》（）〔〕，。、：；！？·—/ .+_-]*")
NUMBER = re.compile(r"[-+]?(0[xo][0-9a-fA-F]+|\.?[0-9][0-9_.:]*([eE][-+]?[0-9]+)?)")
WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def document(path: str, kind: str, value: Document | Sequence[Document]) -> str:
    """A whole file with its schema line; ``path`` is relative to the records folder."""
    up = "../" * (path.count("/") + 1)
    head = f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n{MARK}\n"
    lines = _block(value, "") if isinstance(value, Mapping) else _items(value, "")
    return head + "".join(f"{line}\n" for line in lines)


def _block(mapping: Document, indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _block(value, indent + "  ")
        elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")
        elif isinstance(value, list | tuple):
            yield f"{indent}{key}: [{', '.join(scalar(item) for item in value)}]"
        else:
            yield f"{indent}{key}: {scalar(value)}"


def _items(items: Sequence[Value], indent: str) -> Iterator[str]:
    for item in items:
        if not isinstance(item, Mapping):
            raise TypeError("a list of mappings holds mappings only")
        for number, line in enumerate(_block(item, indent + "  ")):
            yield line if number else f"{indent}- {line[len(indent) + 2 :]}"


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    plain = (
        PLAIN.fullmatch(value)
        and not NUMBER.fullmatch(value)
        and value.lower() not in WORDS
        and value == value.strip()
    )
    return value if plain else dumps(value, ensure_ascii=False)


def scalar(value: Value) -> str:
    """One value on one line: plain where YAML 1.2 (and a hasty reader) cannot take it for another."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case None:
            return "null"
        case str():
            return _text(value)
        case _:
            raise TypeError(f"not a scalar: {value!r}")
