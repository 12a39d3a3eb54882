"""R353, R354: what happened during a contact lies between its first and last day, and a binding
ends after it began.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say
from plus100.ledger.records import Partner

OUTSIDE, UNBOUND = "R353", "R354"
DATES = {
    "moved_away": "迁离日期",
    "bound_on": "绑定日期",
    "unbound_on": "解绑日期",
    "paired_on": "结对日期",
}


def check_partners(pages: Pages) -> Iterator[Finding]:
    """A partner whose contact ends before it begins is left to R311."""
    latest = date.max
    for i, p in enumerate(pages.partners):
        first, last = p.since, p.until or latest
        if (
            (p.bound_on is None or first <= p.bound_on <= last)
            and (p.moved_away is None or first <= p.moved_away <= last)
            and (p.paired_on is None or first <= p.paired_on <= last)
            and p.unbound_on is None
        ):
            continue
        if first <= last:
            yield from _outside(pages, i, p, last)
        if p.unbound_on is not None and p.bound_on is not None and p.unbound_on < p.bound_on:
            yield say(
                UNBOUND,
                pages.partner_at(i, "unbound_on"),
                f"联系青年 {p.id}：解绑日期 {p.unbound_on} 早于绑定日期 {p.bound_on}。",
                "改正其中写错的一个；解绑后又绑定的，只写最后一次绑定，不写解绑。",
                pages.partner_at(i, "bound_on"),
            )


def _outside(pages: Pages, i: int, partner: Partner, last: date) -> Iterator[Finding]:
    """Each day that is not between the first and the last. One of unbinding that comes before that
    of binding is left to R354.
    """
    first = partner.since
    for field, label in DATES.items():
        day = getattr(partner, field)
        if day is None or first <= day <= last:
            continue
        if field == "unbound_on" and partner.bound_on is not None and day < partner.bound_on:
            continue
        yield say(
            OUTSIDE,
            pages.partner_at(i, field),
            f"联系青年 {partner.id}：{label} {day} 不在联系期间（{first} 至 {partner.until or '今'}）内。",
            "改正这个日期，或改正 since、until。",
            pages.partner_at(i, "since" if day < first else "until"),
        )
