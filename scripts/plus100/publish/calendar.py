"""A year's entries day by day: one row a month, one cell a day, as plain SVG.

A pattern draws the empty cells, so a page costs only its busy days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from plus100.core.periods import Window

CELL = 14
INNER = CELL - 2
LEFT = 34
TOP = 16
STEPS = 4
"""Shades: one, two, three, four entries and more."""


def _cell(day: date, count: int) -> str:
    x, y = LEFT + (day.day - 1) * CELL, TOP + (day.month - 1) * CELL
    shade = min(count, STEPS)
    return (
        f'<rect class="p-day-{shade}" x="{x + 1}" y="{y + 1}" width="{INNER}" height="{INNER}" rx="2">'
        f"<title>{day.isoformat()}：{count} 条</title></rect>"
    )


def _row(year: int, month: int) -> str:
    days = Window.MONTH.numbered(year, month - 1).days
    y = TOP + (month - 1) * CELL
    return (
        f'<text x="{LEFT - 6}" y="{y + CELL - 3}" text-anchor="end">{month} 月</text>'
        f'<rect x="{LEFT}" y="{y}" width="{days * CELL}" height="{CELL}" fill="url(#p-cells)"/>'
    )


def calendar(year: int, counts: Mapping[date, int]) -> Markup:
    """The year as SVG, with a title and a description in words."""
    busy = {day: count for day, count in counts.items() if count and day.year == year}
    total, days = sum(busy.values()), len(busy)
    marks = "".join(
        f'<text x="{LEFT + (day - 1) * CELL + CELL / 2}" y="{TOP - 5}" text-anchor="middle">{day}</text>'
        for day in (1, 5, 10, 15, 20, 25, 30)
    )
    rows = "".join(_row(year, month) for month in range(1, 13))
    cells = "".join(_cell(day, busy[day]) for day in sorted(busy))
    words = f"{year} 年共 {total} 条记录，分布在 {days} 天。" if total else f"{year} 年还没有记录。"
    width, height = LEFT + 31 * CELL + 2, TOP + 12 * CELL + 2
    return Markup(  # noqa: S704 (numbers and our own words only)
        f'<figure class="p-calendar"><svg viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="p-cal-t p-cal-d">'
        f'<title id="p-cal-t">{year} 年活动日历</title>'
        f'<desc id="p-cal-d">{words}</desc><defs><pattern id="p-cells" x="{LEFT}" y="{TOP}" '
        f'width="{CELL}" height="{CELL}" patternUnits="userSpaceOnUse">'
        f'<rect class="p-day-0" x="1" y="1" width="{INNER}" height="{INNER}" rx="2"/>'
        f"</pattern></defs>{marks}{rows}{cells}</svg>"
        f"<figcaption>{words}</figcaption></figure>"
    )
