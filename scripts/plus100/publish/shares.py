"""Numbers as people read them: percentages, means and the width of a bar."""

from __future__ import annotations

from decimal import Decimal

from plus100.core.points import Ratio
from plus100.publish.views import IndicatorView

FULL = 100


def ratio(view: IndicatorView) -> Ratio:
    """The exact ratio of a published indicator."""
    return Ratio(Decimal(view.part), view.whole)


def exact_percent(part: str, whole: int | str) -> str:
    """``9``, ``45`` → ``20%``."""
    return Ratio(Decimal(part), int(whole)).percent()


def mean(view: IndicatorView) -> str:
    """A mean with two decimals at most."""
    return ratio(view).mean()


def bar(have: str, need: str | None) -> int:
    """How far a bar is filled, in whole percent from 0 to 100; down, so that full means full."""
    whole = Decimal(need or 0)
    if whole <= 0:
        return 0
    return max(0, min(FULL, int(Decimal(have) * FULL / whole)))
