"""R325: a territorial unit stands under a higher territorial one."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.intake.schema import codes
from plus100.ledger.checks.cycle import cycles
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import stated
from plus100.ledger.checks.say import say

CODE = "R325"
TERRITORIAL = ("central", "province", "city", "county", "township")


def _above(upper: str, lower: str) -> bool:
    """Whether the order of levels lets ``upper`` be the parent of ``lower``. Schools, enterprises
    and the like may stand under any unit.
    """
    if lower not in TERRITORIAL:
        return True
    return upper in TERRITORIAL and TERRITORIAL.index(upper) < TERRITORIAL.index(lower)


def check(draft: Draft) -> Iterator[Finding]:
    """Every parent that a unit has or had. Units in a cycle are left to R324."""
    levels = codes("level")
    ringed = {name for ring in cycles(draft) for name in ring}
    for name, unit in draft.units.items():
        for pointer, parent in stated("parent", unit.parent):
            above = draft.units.get(parent)
            if above is None or name in ringed or _above(above.level, unit.level):
                continue
            yield say(
                CODE,
                (draft.unit_path(name), pointer),
                f"单位 {name}（{levels[unit.level]}）不能以 {parent}（{levels[above.level]}）为上级。",
                "改正 parent 或其中一个单位的 level；从上到下是中央、省、市、县、乡镇（街道）。",
                (draft.unit_path(parent), ("level",)),
            )
