"""R367: an activity has at least as many people as partners named."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say
from plus100.ledger.records import Activity

CODE = "R367"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every activity with a headcount."""
    for i, entry in enumerate(pages.entries):
        if (
            type(entry) is Activity
            and entry.headcount is not None
            and entry.headcount < len(entry.partners)
        ):
            yield say(
                CODE,
                pages.entry_at(i, "headcount"),
                f"活动 {entry.id}：人数 {entry.headcount} 少于列出的 {len(entry.partners)} 名联系青年。",
                "headcount 写全部参加人数，联系青年也计算在内。",
                pages.entry_at(i, "partners"),
            )
