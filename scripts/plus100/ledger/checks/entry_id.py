"""R360: a cadre's entries have different ids."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.entry_day import agrees
from plus100.ledger.checks.say import say

CODE = "R360"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """The first entry keeps the id; each later one is at fault. An id of another day is left to R361."""
    if len({entry.id for entry in pages.entries}) == len(pages.entries):
        return
    first: dict[str, int] = {}
    for i, entry in enumerate(pages.entries):
        if not agrees(entry):
            continue
        before = first.setdefault(entry.id, i)
        if before != i:
            yield say(
                CODE,
                pages.entry_at(i, "id"),
                f"条目编号 {entry.id} 在团干部 {pages.cadre_id} 名下已经用过。",
                "重复登记的，删去这一条；不同的事，换一个随机后缀。",
                pages.entry_at(before, "id"),
            )
