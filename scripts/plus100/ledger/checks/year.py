"""R310: a year so far back that it must be a slip (1917 for 2017)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft, Pages
from plus100.ledger.checks.say import Place, say
from plus100.ledger.checks.spans import everywhere

CODE = "R310"
EARLIEST = date(1949, 1, 1)


def is_slip(day: date) -> bool:
    """Whether a day is so far back that the checks of other rules leave it alone."""
    return day < EARLIEST


def _slip(place: Place, who: str, day: date) -> Finding:
    fix = f"检查年份是否写错；早于 {EARLIEST.year} 年的日期不接受。"
    return say(CODE, place, f"{who}：日期 {day} 的年份不合常理。", fix)


def check(draft: Draft) -> Iterator[Finding]:
    """The first days of units' and cadres' spans; a last day lies after the first (R311)."""
    for path, who, days in everywhere(draft):
        if is_slip(days.first):
            yield _slip((path, days.first_at), who, days.first)


def check_partners(pages: Pages) -> Iterator[Finding]:
    """The first day of each contact; all other days lie after it (R311, R353), and those of entries
    in a post (R362).
    """
    for i, partner in enumerate(pages.partners):
        if is_slip(partner.since):
            yield _slip(pages.partner_at(i, "since"), f"联系青年 {partner.id}", partner.since)
