"""What a cadre has yet to do: demands not met and shares out of bounds, the nearest date first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plus100.publish.labels import word
from plus100.publish.progress import limit
from plus100.publish.views import Basis, CadreView, QuotaView, RatioView

ANY_DAY = "尽快"
LEFT = frozenset({"open", "short", "over"})
OUT = frozenset({"over", "under"})


class Todo(NamedTuple):
    """One thing to do: which demand, how it stands, how much is left, until when."""

    basis: Basis
    kind: str
    status: str
    left: str
    until: str
    missing: str = ""


def todo(view: CadreView, missing: Callable[[QuotaView], str]) -> list[Todo]:
    """Everything, by date; what holds on any day comes last, shares after demands."""
    left = sorted(
        (one for one in view.quotas if one.status in LEFT),
        key=lambda one: (one.due is None, one.due or "", one.id),
    )
    return [*(_demand(one, missing(one)) for one in left), *_shares(view.ratios)]


def _demand(one: QuotaView, lacks: str) -> Todo:
    left = "" if one.short == "0" else f"{one.short} {word('unit', one.unit)}"
    return Todo(one.basis, "quota", one.status, left, one.due or ANY_DAY, lacks)


def _shares(ratios: tuple[RatioView, ...]) -> Iterator[Todo]:
    for one in ratios:
        if one.status in OUT:
            yield Todo(one.basis, "ratio", one.status, limit(one.limit, one.bound), ANY_DAY)
