"""A year's entries day by day: one row a month, one mark a busy day.

Labels are text of the page and only the marks are SVG, stretched to the width there is, so that
labels stay readable on a phone. An idle day costs nothing: the row's ground stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from plus100.core.periods import Window

DAYS = 31
STEPS = 4
"""Shades: one, two, three, four entries and more."""


def _mark(day: date, count: int) -> str:
    shade = min(count, STEPS)
    return (
        f'<rect class="p-day-{shade}" x="{day.day - 0.95:.2f}" width=".9" height="1">'
        f"<title>{day.isoformat()}：{count} 条</title></rect>"
    )


def _row(year: int, month: int, busy: Mapping[date, int]) -> str:
    days = Window.MONTH.numbered(year, month - 1).days
    marks = "".join(_mark(day, busy[day]) for day in sorted(busy) if day.month == month)
    return (
        f'<div class="p-month"><span>{month} 月</span>'
        f'<svg viewBox="0 0 {DAYS} 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="p-day-0" width="{days}" height="1"/>{marks}</svg></div>'
    )


def calendar(year: int, counts: Mapping[date, int]) -> Markup:
    """The year as a figure whose caption tells it in words."""
    busy = {day: count for day, count in counts.items() if count and day.year == year}
    total, days = sum(busy.values()), len(busy)
    numbers = "".join(f"<span>{day}</span>" for day in (1, 5, 10, 15, 20, 25, 30))
    rows = "".join(_row(year, month, busy) for month in range(1, 13))
    words = f"{year} 年共 {total} 条记录，分布在 {days} 天。" if total else f"{year} 年还没有记录。"
    return Markup(  # noqa: S704 (numbers and our own words only)
        f'<figure class="p-calendar"><div role="img" aria-label="{year} 年活动日历：{words}">'
        f'<div class="p-month"><span></span><div class="p-days">{numbers}</div></div>{rows}</div>'
        f"<figcaption>{words}</figcaption></figure>"
    )
