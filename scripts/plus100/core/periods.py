"""Spans of days and the calendar windows in which things fall due.

All dates are plain calendar dates; both ends of a span are inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from ``first`` to ``last``, both included. ``last`` before ``first`` is not a span."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Number of days, at least 1."""
        return (self.last - self.first).days + 1

    def overlap(self, other: Span) -> Span | None:
        """The days in both, or ``None``."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None


class Window(StrEnum):
    """Fixed calendar windows (X25: January–February, March–April, … and not rolling)."""

    MONTH = "month"
    TWO_MONTHS = "two_months"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Length in months; each divides 12, so windows never cross a year's end."""
        return {"month": 1, "two_months": 2, "quarter": 3, "half_year": 6, "year": 12}[self.value]

    def around(self, day: date) -> Span:
        """The window that holds the day."""
        index = (day.month - 1) // self.months
        return self.numbered(day.year, index)

    def numbered(self, year: int, index: int) -> Span:
        """The year's window number ``index``, from 0."""
        first = date(year, index * self.months + 1, 1)
        after = add_months(first, self.months)
        return Span(first, after - DAY if after < date.max else date.max)

    def through(self, span: Span) -> Iterator[Span]:
        """Every window that shares a day with the span, in order."""
        window = self.around(span.first)
        while window.first <= span.last:
            yield window
            if window.last == date.max:
                return
            window = self.around(window.last + DAY)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month (31 Jan + 1 = 28 Feb).

    Dates past the calendar's end are clipped to ``date.max``.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year_of(day: date) -> Span:
    """The calendar year that holds the day."""
    return Window.YEAR.around(day)
