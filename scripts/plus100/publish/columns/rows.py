"""A piece as lists show it, on the columns' own pages and on that of its unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One piece; all text is plain."""

    href: str
    title: str
    column: str
    unit: str
    unit_name: str
    day: str
    level: str
    summary: str
    tags: tuple[str, ...]
    expired: bool


Shelves = Mapping[str, Sequence[Row]]
"""Unit → its pieces, newest first."""
