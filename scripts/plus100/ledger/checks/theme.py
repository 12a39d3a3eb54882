"""R363: an activity's theme is in the policy's vocabulary of the day, or the unit's."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import offer, say
from plus100.ledger.checks.vocabulary import OTHER, stretches, themes_on
from plus100.ledger.records import Activity

CODE = "R363"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every activity, unless its day is itself in doubt."""
    own = {OTHER, *(theme.id for theme in pages.unit.themes)}
    governed = stretches(pages.unit.policy, pages.editions)
    known: dict[tuple[str, object], frozenset[str]] = {}
    for i, entry in enumerate(pages.entries):
        if type(entry) is not Activity or entry.theme in own or i in pages.doubtful:
            continue
        day = entry.date
        edition = next((s.edition for s in governed if s.first <= day <= s.last), None)
        if edition is None:
            continue
        themes = known.get((edition.id, day))
        if themes is None:
            themes = known[edition.id, day] = themes_on(edition, day)
        if entry.theme not in themes:
            allowed = sorted(themes | own)
            yield say(
                CODE,
                pages.entry_at(i, "theme"),
                f"活动 {entry.id}：主题 {entry.theme} 不在政策 {edition.id} 和本单位的主题之中。",
                offer(entry.theme, allowed, f"可用的主题：{'、'.join(allowed)}。"),
            )
