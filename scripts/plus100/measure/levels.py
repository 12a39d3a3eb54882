"""Stars and diamonds (X46)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Levels
from plus100.measure.figures import Level
from plus100.measure.terms import Terms, does

ROUNDING = {"floor": ROUND_FLOOR, "half_up": ROUND_HALF_UP, "ceil": ROUND_CEILING}
AHEAD = {"floor": Decimal(1), "half_up": Decimal("0.5"), "ceil": Decimal(0)}
"""How many stars' worth of points above the present stars the next one comes."""


def level_of(total: Decimal, held: Held, terms: Terms) -> Level:
    """Diamonds and the stars left over. ``next_at`` is where the next star comes (with ``ceil``: just
    above it), ``None`` once the top is reached.
    """
    rule = does(held, Levels)
    top = rule.max_diamonds * rule.stars_per_diamond
    stars = min(int((total / rule.star).to_integral_value(ROUNDING[rule.rounding])), top)
    diamonds, left = divmod(stars, rule.stars_per_diamond)
    return Level(
        diamonds=diamonds,
        stars=left,
        next_at=None if stars == top else (stars + AHEAD[rule.rounding]) * rule.star,
        grounds=terms.grounds(held),
    )
