"""R363: an activity's theme is in the policy's vocabulary of the day, or the unit's."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import meant, offer, say
from plus100.ledger.records import Activity

CODE = "R363"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every activity, unless its day is itself in doubt, or the vocabulary."""
    common = pages.vocabulary.common
    for i, entry in enumerate(pages.entries):
        if type(entry) is not Activity or entry.theme in common or i in pages.doubtful:
            continue
        stretch = next(s for s in pages.vocabulary.stretches if s.first <= entry.date <= s.last)
        if stretch.whole and entry.theme not in stretch.themes:
            allowed = sorted(stretch.themes)
            yield say(
                CODE,
                pages.entry_at(i, "theme"),
                f"活动 {entry.id}：主题 {entry.theme} 不在规则版本 {stretch.edition} 和本单位的主题之中。",
                offer(entry.theme, allowed, f"可用的主题：{'、'.join(allowed)}。"),
                mended=meant(entry.theme, allowed),
            )
