"""R357: no contact begins after the engagement has ended."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say

CODE = "R357"


def check_partners(pages: Pages) -> Iterator[Finding]:
    """Every partner of an engagement that has ended. A contact that ends before it begins is left to
    R311.
    """
    end = pages.cadre.until
    if end is None:
        return
    for i, partner in enumerate(pages.partners):
        if partner.since > end and (partner.until is None or partner.since <= partner.until):
            yield say(
                CODE,
                pages.partner_at(i, "since"),
                f"联系青年 {partner.id}：联系从 {partner.since} 开始，而这段任职在 {end} 已经结束。",
                "调动以后联系的青年记在新的任职之下；日期写错的，改正 since。",
            )
