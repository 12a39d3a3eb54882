"""Lines of a trace: laid out one by one, or folded where a reader wants the count only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from plus100.core.points import ZERO
from plus100.measure.figures import Line

Claim = tuple[tuple[date, str, str, object], Decimal, str]
"""A record as ``Evidence`` holds it (day, id, engagement, …), what it is worth, and why not."""

ONE = Decimal(1)


def lay(kind: str, claims: Iterable[Claim], *, fold: bool) -> list[Line]:
    """One line a claim, or with ``fold`` one for all of an engagement that are worth the same for the
    same reason. Either way ``counted`` equals ``raw`` until a cap is applied.
    """
    if fold:
        return _folded(kind, claims)
    return [Line(at[2], kind, at[1], at[0], raw, raw, why) for at, raw, why in claims]


def lay_counted(kind: str, claims: Iterable[Claim], *, fold: bool) -> list[Line]:
    """Like ``lay``, but what counts always stands on a line of its own; only what is left out folds."""
    kept: list[Claim] = list(claims)
    counted = [Line(at[2], kind, at[1], at[0], raw, raw, why) for at, raw, why in kept if raw]
    return counted + lay(kind, (claim for claim in kept if not claim[1]), fold=fold)


def total(lines: Iterable[Line]) -> Decimal:
    """The sum of what counts."""
    return sum((line.counted for line in lines), ZERO)


def total_raw(lines: Iterable[Line]) -> Decimal:
    """The sum before any cap."""
    return sum((line.raw for line in lines), ZERO)


def _folded(kind: str, claims: Iterable[Claim]) -> list[Line]:
    counts: dict[tuple[str, Decimal, str], int] = {}
    for at, raw, why in claims:
        key = (at[2], raw, why)
        counts[key] = counts.get(key, 0) + 1
    return [
        Line(cadre, kind, "", None, raw * count, raw * count, why, count)
        for (cadre, raw, why), count in counts.items()
    ]
