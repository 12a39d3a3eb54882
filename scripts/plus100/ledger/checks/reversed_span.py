"""R311: a span that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft, Pages
from plus100.ledger.checks.say import say
from plus100.ledger.checks.spans import everywhere

CODE = "R311"
FIX = "改正其中写错的一个；开始和结束可以是同一天。"


def check(draft: Draft) -> Iterator[Finding]:
    """The spans of units and cadres."""
    for path, who, days in everywhere(draft):
        if days.last is not None and days.last < days.first:
            message = f"{who}：{days.what}的结束日 {days.last} 早于开始日 {days.first}。"
            yield say(CODE, (path, days.last_at), message, FIX, (path, days.first_at))


def check_partners(pages: Pages) -> Iterator[Finding]:
    """Partners."""
    for i, partner in enumerate(pages.partners):
        until = partner.until
        if until is not None and until < partner.since:
            message = f"联系青年 {partner.id}：结束联系的日期 {until} 早于开始联系的日期 {partner.since}。"
            yield say(CODE, pages.partner_at(i, "until"), message, FIX, pages.partner_at(i, "since"))
