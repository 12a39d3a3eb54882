"""R351: a cadre's partners have different ids."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say

CODE = "R351"


def check_partners(pages: Pages) -> Iterator[Finding]:
    """The first partner keeps the id; each later one is at fault."""
    if len({partner.id for partner in pages.partners}) == len(pages.partners):
        return
    first: dict[str, int] = {}
    for i, partner in enumerate(pages.partners):
        before = first.setdefault(partner.id, i)
        if before != i:
            yield say(
                CODE,
                pages.partner_at(i, "id"),
                f"青年代号 {partner.id} 在团干部 {pages.cadre_id} 名下已经用过。",
                "同一位青年的，删去这一条；不同的青年，换一个没有用过的代号。",
                pages.partner_at(before, "id"),
            )
