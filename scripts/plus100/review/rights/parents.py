"""Under whom a unit comes to hang, by what the head says: whoever answers there must have a say."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from plus100.core.ids import NAME


def parents(value: object, day: date, before: object = None) -> tuple[str, ...]:
    """The units that a ``parent`` names for the day or later, each once; ``("",)`` where it names none. A
    value with dates is a list of rows, oldest first; those that stood ``before`` are not asked again.
    """
    rows, old = _rows(value), _rows(before)
    named = [
        row.get("value") if isinstance(row, dict) else row
        for row, later in zip_longest(rows, rows[1:])
        if row not in old and not _begun(later, day)
    ]
    found = dict.fromkeys(unit for unit in named if isinstance(unit, str) and NAME.fullmatch(unit))
    return tuple(found) or ("",)


def _rows(parent: object) -> tuple[object, ...]:
    if isinstance(parent, list):
        return tuple(parent)
    return () if parent is None else (parent,)


def _begun(row: object, day: date) -> bool:
    """Whether a row has taken the place of the one before it by the day."""
    begins = row.get("from") if isinstance(row, dict) else None
    return isinstance(begins, str) and begins <= day.isoformat()
