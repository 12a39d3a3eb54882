"""R313: a contact recorded before it began: on a day after that of the commit."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say

CODE = "R313"
FIX = "改正日期；事情还没有发生的，发生以后再记。"


def check_partners(pages: Pages) -> Iterator[Finding]:
    """The beginning of each contact. Files that are not those of a commit are not checked: what is
    being written today will be committed later than the last commit.
    """
    day = pages.day
    if day is None:
        return
    for i, partner in enumerate(pages.partners):
        if partner.since > day:
            message = f"联系青年 {partner.id}：开始联系的日期 {partner.since} 晚于提交日期 {day}。"
            yield say(CODE, pages.partner_at(i, "since"), message, FIX)
