"""R329: a theme that a unit adds is new."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import stated
from plus100.ledger.checks.say import say
from plus100.ledger.vocabulary import OTHER, themes_ever

CODE = "R329"


def check(draft: Draft) -> Iterator[Finding]:
    """Neither ``other``, nor a theme of one of the unit's editions, nor the same one twice."""
    for name, unit in draft.units.items():
        named = (draft.editions.get(edition) for _, edition in stated("policy", unit.policy))
        taken = {OTHER}.union(*(themes_ever(edition) for edition in named if edition is not None))
        for i, theme in enumerate(unit.themes):
            if theme.id in taken:
                yield say(
                    CODE,
                    (draft.unit_path(name), ("themes", i, "id")),
                    f"单位 {name} 增加的主题 {theme.id} 已经有了。",
                    "删去这一项，直接使用已有的主题；确实不同的，换一个代号。",
                )
            taken.add(theme.id)
