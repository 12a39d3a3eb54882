"""How far somebody is, in the words that pages and the terminal share: demands met, what is missing, the
next star, the limit of a share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from plus100.core.points import text
from plus100.publish.shares import exact_percent
from plus100.publish.views import CadreView, QuotaView

JUDGED = ("met", "short", "over")
"""Statuses of a demand that one can meet or not: it has a number, and its last day has passed or it
holds on any day.
"""


class Tally(NamedTuple):
    """Demands met, all those judged, and those that there is still time for."""

    met: int
    judged: int
    open: int


def tally(quotas: Iterable[QuotaView]) -> Tally:
    """Count a cadre's demands."""
    found = Counter(one.status for one in quotas)
    return Tally(found["met"], sum(found[status] for status in JUDGED), found["open"])


def met(cadre: CadreView) -> str:
    """``7／9``: demands met among those judged; — where there is none."""
    found = tally(cadre.quotas)
    return f"{found.met}／{found.judged}" if found.judged else "—"


def to_next_star(cadre: CadreView) -> str:
    """How many points are left to the next star; "" at the top or without a level."""
    if cadre.points is None or cadre.level is None or cadre.level.next_at is None:
        return ""
    return text(Decimal(cadre.level.next_at) - Decimal(cadre.points.total))


def missing(unit: str, have: Decimal, need: Decimal | None, names: Sequence[str]) -> str:
    """What is not there yet. Themes are shown but not demanded (X24); of kinds, either all are or some
    of those named will do.
    """
    if not names:
        return ""
    listed = "、".join(names)
    if unit == "activities":
        return f"这一期还没有的主题：{listed}"
    return f"还没有：{listed}" if need is None or have + len(names) <= need else f"可以用：{listed}"


def limit(value: str | None, bound: str) -> str:
    """``不超过 20%``, ``超过一半``; a limit of nobody and one of not everybody in words."""
    if not value or bound not in {"at_most", "more_than"}:
        return "没有界限"
    part, whole = value.split("/")
    if bound == "at_most" and part in {"0", whole}:
        return "不能有" if part == "0" else "不能全是"
    share = "一半" if Decimal(part) * 2 == Decimal(whole) else f" {exact_percent(part, whole)}"
    return f"{'不超过' if bound == 'at_most' else '超过'}{share}"
