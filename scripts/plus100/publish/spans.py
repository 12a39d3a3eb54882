"""Short names of calendar windows: ``1–2月``, ``四季度``, ``全年``."""

from __future__ import annotations

from datetime import date, timedelta

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HALVES = ("上半年", "下半年")


def span_name(first: date, last: date) -> str:
    """The window's name within its year; both days where it is no run of whole months."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or first.year != last.year:
        return f"{first.month}月{first.day}日–{last.month}月{last.day}日"
    months = last.month - first.month + 1
    at = (first.month - 1) // months
    named = {3: QUARTERS, 6: HALVES, 12: ("全年",)}.get(months, ())
    if named and first.month == at * months + 1:
        return named[at]
    return f"{first.month}月" if months == 1 else f"{first.month}–{last.month}月"
