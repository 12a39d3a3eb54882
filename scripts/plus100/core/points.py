"""Exact points and ratios. No float ever holds a figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


def text(value: Decimal) -> str:
    """Plain decimal text without exponent or trailing zeros: ``4.40`` → ``4.4``, ``1E+1`` → ``10``."""
    normal = value.normalize()
    return format(normal or ZERO, "f")


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` of ``whole``, both exact; never shown as a mean or share alone.

    ``part`` may be points (a mean of points is their sum over the number of people).
    """

    part: Decimal
    whole: int

    @classmethod
    def of(cls, part: int | Decimal, whole: int) -> Ratio:
        """Ratio of a count or a sum of points to a count."""
        return cls(Decimal(part), whole)

    def compare(self, numerator: int, denominator: int) -> int:
        """-1, 0 or 1 as the ratio lies below, at or above ``numerator/denominator``; a ratio of
        nothing (``whole`` 0) counts as 0.
        """
        left = self.part * denominator
        right = Decimal(numerator * self.whole)
        return (left > right) - (left < right)

    def percent(self) -> str:
        """For people: ``20%``, ``33.3%`` (one decimal, half up), ``—`` where the whole is 0."""
        if not self.whole:
            return "—"
        tenths = (self.part * 1000 / self.whole).quantize(Decimal(1), rounding="ROUND_HALF_UP")
        return f"{text(tenths / 10)}%"

    def mean(self) -> str:
        """For people: a mean with two decimals at most, half up; ``—`` where the whole is 0."""
        if not self.whole:
            return "—"
        return text((self.part / self.whole).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP"))
