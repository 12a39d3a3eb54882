"""Which kind of thing a path is."""

from __future__ import annotations

import re
from typing import NamedTuple

from plus100.core.ids import NAME

_N = NAME.pattern
_UNIT = rf"units/(?P<unit>{_N})"
_CADRE = rf"{_UNIT}/cadres/(?P<cadre>{_N})"
_ASIDE = r"(?:README\.md|CHANGELOG\.md|\.gitkeep)"

RECORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (thing, re.compile(pattern))
    for thing, pattern in (
        ("settings", r"settings\.yml"),
        ("waiver", r"waivers\.yml"),
        ("policy", rf"policies/(?:{_N}\.yml|{_ASIDE})"),
        ("unit", rf"{_UNIT}/unit\.yml"),
        ("cadre", rf"{_CADRE}/cadre\.yml"),
        ("partners", rf"{_CADRE}/partners/{_N}\.yml"),
        ("log", rf"{_CADRE}/log/{_N}\.yml"),
        ("own", rf"{_CADRE}/(?:{_N}/)?{_ASIDE}"),
        ("ruling", rf"{_UNIT}/(?:audits|rulings)/(?:{_N}\.yml|{_ASIDE})"),
        ("records", rf"{_UNIT}/(?:activities|reports)/(?:{_N}\.yml|{_ASIDE})"),
        ("records", rf"{_UNIT}/(?:cadres/)?{_ASIDE}"),
        ("settings", rf"(?:units/)?{_ASIDE}"),
    )
)
"""Places below the records folder, the first that fits."""

OUTSIDE: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Texts and pictures only: whatever else lies in docs would be published as it is.
    ("column", re.compile(r"docs/columns/[^/]+/(?:[^/]+/)*[^/]+\.(?i:md|jpe?g|png|webp)")),
    ("handbook", re.compile(r"docs/(?:qa|guide)/.+\.(?:md|yml)")),
    ("code", re.compile(r".+", re.DOTALL)),
)
"""Places beside it."""


class Place(NamedTuple):
    """A kind of thing, with the unit and the cadre (``unit/cadre``) that it belongs to, else ""."""

    thing: str
    unit: str = ""
    cadre: str = ""


def place_of(path: str, prefix: str) -> Place:
    """The place of a path from the repository's top."""
    inside = path.startswith(f"{prefix}/")
    place = path[len(prefix) + 1 :] if inside else path
    for thing, pattern in RECORDS if inside else OUTSIDE:
        match = pattern.fullmatch(place)
        if match is not None:
            found = match.groupdict()
            unit, cadre = found.get("unit") or "", found.get("cadre") or ""
            return Place(thing, unit, f"{unit}/{cadre}" if cadre else "")
    return Place("nowhere")
