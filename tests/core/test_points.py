"""Exact points and ratios."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plus100.core.points import Ratio, text


@pytest.mark.parametrize(
    ("value", "printed"),
    [("4.40", "4.4"), ("1E+1", "10"), ("0.00", "0"), ("-0", "0"), ("100", "100"), ("0.05", "0.05")],
)
def test_points_print_without_exponent_or_trailing_zeros(value: str, printed: str) -> None:
    """As people write them."""
    assert text(Decimal(value)) == printed


@given(st.decimals(min_value=0, max_value=100_000, places=4))
def test_printing_keeps_the_value(value: Decimal) -> None:
    """What is published reads back as the same number."""
    assert Decimal(text(value)) == value


@pytest.mark.parametrize(
    ("part", "whole", "compared"),
    [(20, 100, 0), (21, 100, 1), (19, 100, -1), (2, 10, 0), (0, 0, 0), (1, 3, 1)],
)
def test_ratios_compare_exactly_with_a_fraction(part: int, whole: int, compared: int) -> None:
    """20 of 100 is exactly a fifth; nothing of nothing is at every limit."""
    assert Ratio.of(part, whole).compare(1, 5) == compared


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 20), st.integers(1, 20))
def test_comparing_is_that_of_cross_products(
    part: int, whole: int, numerator: int, denominator: int
) -> None:
    """No rounding decides whether a limit is kept."""
    left, right = part * denominator, numerator * whole
    assert Ratio.of(part, whole).compare(numerator, denominator) == (left > right) - (left < right)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (1, 5, "20%"),
        (1, 3, "33.3%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),
        (0, 7, "0%"),
        (0, 0, "—"),
        (3, 3, "100%"),
    ],
)
def test_percentages_have_one_decimal_at_most_half_up(part: int, whole: int, percent: str) -> None:
    """A share of nothing is no number."""
    assert Ratio.of(part, whole).percent() == percent


@pytest.mark.parametrize(
    ("part", "whole", "mean"), [("10", 4, "2.5"), ("1", 3, "0.33"), ("0.25", 2, "0.13"), ("0", 0, "—")]
)
def test_means_have_two_decimals_at_most_half_up(part: str, whole: int, mean: str) -> None:
    """0.125 is shown as 0.13; a mean of nothing is no number."""
    assert Ratio.of(Decimal(part), whole).mean() == mean
