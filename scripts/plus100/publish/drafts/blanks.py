"""Blanks of a draft: what they look like, and filling in those that a program knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAME = "new-file"
"""The file's name while nobody has given it one."""

_BLANK = re.compile(r"^(?P<lead> *(?:- )?)(?P<name>[a-z_]+):(?P<note>  #)", re.MULTILINE)


def blanks(text: str) -> tuple[str, ...]:
    """The fields without a value but with a note, in order; one with neither holds what follows it."""
    return tuple(found["name"] for found in _BLANK.finditer(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with values in the blanks of those names; other blanks stay."""

    def put(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        return found[0] if value is None else f"{found['lead']}{found['name']}: {value}{found['note']}"

    return _BLANK.sub(put, text)
