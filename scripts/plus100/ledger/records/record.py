"""What every record is built of: closed frozen types, and facts that are dated."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """Base of everything that a record file holds."""


class Since(Record, Generic[T], frozen=True, kw_only=True):
    """A value in force from a day on."""

    value: T
    from_: date


DatedStr = str | tuple[Since[str], ...]
DatedBool = bool | tuple[Since[bool], ...]


def on(value: T | tuple[Since[T], ...], day: date) -> T | None:
    """A dated value on a day; ``None`` before the first."""
    if not isinstance(value, tuple):
        return value
    found = None
    for since in value:
        if since.from_ > day:
            break
        found = since.value
    return found
