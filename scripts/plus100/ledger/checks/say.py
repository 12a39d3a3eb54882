"""How a check speaks: one finding, its severity from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from plus100.core.catalogue import CATALOGUE
from plus100.core.findings import Finding, Location, Pointer

Place = tuple[str, Pointer | None]
"""A path and the pointer into its document; ``None`` means the file as a whole."""

ALIKE = 70
"""From this likeness on (0 to 100), an existing name is offered in place of a mistaken one."""


def say(code: str, place: Place, message: str, fix: str, *others: Place) -> Finding:
    """One finding. ``others`` are further places of the same fault."""
    return Finding(
        code=code,
        message=message,
        fix=fix,
        where=Location(path=place[0], pointer=place[1]),
        others=tuple(Location(path=path, pointer=pointer) for path, pointer in others),
        severity=CATALOGUE[code].severity,
    )


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The existing name that the mistaken one was probably meant to be, if any is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a slip needs it

    found = process.extractOne(name, sorted(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else None


def offer(name: str, names: Iterable[str], otherwise: str) -> str:
    """The fix for a reference that leads nowhere: the nearest existing name, else ``otherwise``."""
    near = nearest(name, names)
    return f"是不是想写“{near}”？{otherwise}" if near else otherwise
