"""Spans of days and calendar windows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from plus100.core.periods import Span, Window, add_months, year_of

YEAR = [date(2016, 1, 1) + timedelta(days=n) for n in range(366)]


def span(first: str, last: str) -> Span:
    """A span from two ISO dates."""
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def test_both_ends_belong_to_a_span() -> None:
    """20日前 includes the 20th: the last day counts, so does the first."""
    january = span("2017-01-01", "2017-01-31")
    assert january.days == 31
    assert date(2017, 1, 1) in january
    assert date(2017, 1, 31) in january
    assert date(2016, 12, 31) not in january
    assert date(2017, 2, 1) not in january
    assert span("2017-01-01", "2017-01-01").days == 1


@pytest.mark.parametrize(
    ("other", "common"),
    [
        (span("2017-01-31", "2017-03-01"), span("2017-01-31", "2017-01-31")),
        (span("2017-01-10", "2017-01-12"), span("2017-01-10", "2017-01-12")),
        (span("2016-01-01", "2018-01-01"), span("2017-01-01", "2017-01-31")),
        (span("2017-02-01", "2017-03-01"), None),
        (span("2016-12-01", "2016-12-31"), None),
    ],
)
def test_an_overlap_holds_the_days_in_both(other: Span, common: Span | None) -> None:
    """The order of the two does not matter; neighbours share no day."""
    january = span("2017-01-01", "2017-01-31")
    assert january.overlap(other) == common
    assert other.overlap(january) == common


@pytest.mark.parametrize(
    ("window", "firsts"),
    [
        (Window.MONTH, range(1, 13)),
        (Window.TWO_MONTHS, (1, 3, 5, 7, 9, 11)),
        (Window.QUARTER, (1, 4, 7, 10)),
        (Window.HALF_YEAR, (1, 7)),
        (Window.YEAR, (1,)),
    ],
)
def test_windows_are_fixed_parts_of_the_year(window: Window, firsts: tuple[int, ...]) -> None:
    """X25: January–February, March–April and so on; together they are the year, none overlaps."""
    windows = [window.numbered(2016, index) for index in range(12 // window.months)]
    assert [w.first for w in windows] == [date(2016, month, 1) for month in firsts]
    assert windows[-1].last == date(2016, 12, 31)
    for earlier, later in pairwise(windows):
        assert earlier.last + timedelta(days=1) == later.first


@pytest.mark.parametrize("window", Window)
def test_each_day_lies_in_the_window_around_it(window: Window) -> None:
    """In a leap year too."""
    for day in YEAR:
        around = window.around(day)
        assert day in around
        assert window.around(around.first) == window.around(around.last) == around


def test_windows_through_a_span_are_those_that_share_a_day_with_it() -> None:
    """In order, the first and last cut by nothing: they are whole windows."""
    through = list(Window.TWO_MONTHS.through(span("2016-12-31", "2017-03-01")))
    assert through == [
        span("2016-11-01", "2016-12-31"),
        span("2017-01-01", "2017-02-28"),
        span("2017-03-01", "2017-04-30"),
    ]
    assert list(Window.YEAR.through(span("2017-05-01", "2017-05-01"))) == [year_of(date(2017, 7, 7))]


def test_windows_end_with_the_calendar() -> None:
    """An open span runs to the last date that there is."""
    assert [w.first for w in Window.QUARTER.through(Span(date(9999, 7, 1), date.max))] == [
        date(9999, 7, 1),
        date(9999, 10, 1),
    ]
    assert Window.YEAR.around(date.max).last == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2017-01-31", 1, "2017-02-28"),
        ("2016-01-31", 1, "2016-02-29"),
        ("2017-01-30", 1, "2017-02-28"),
        ("2017-03-31", 1, "2017-04-30"),
        ("2017-05-15", 6, "2017-11-15"),
        ("2017-12-01", 1, "2018-01-01"),
        ("2017-11-30", 14, "2019-01-30"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2017-03-31", -1, "2017-02-28"),
        ("2017-05-03", 0, "2017-05-03"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: str, months: int, later: str
) -> None:
    """Past the calendar's end it is the last date."""
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_a_year_is_its_calendar_year() -> None:
    """Points restart each 1 January (X47)."""
    assert year_of(date(2017, 6, 1)) == span("2017-01-01", "2017-12-31")
