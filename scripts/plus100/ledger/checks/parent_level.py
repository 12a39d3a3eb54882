"""R325: a territorial unit stands under a higher territorial one."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding, Pointer
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


def _misfits(draft: Draft) -> Iterator[tuple[str, Pointer, str]]:
    """Unit, place and parent wherever the levels don't fit. Units in a cycle are left to R324."""
    ringed = {name for ring in cycles(draft) for name in ring}
    for name, unit in draft.units.items():
        for pointer, parent in stated("parent", unit.parent):
            above = draft.units.get(parent)
            if above is not None and name not in ringed and not _above(above.level, unit.level):
                yield name, pointer, parent


def doubtful(draft: Draft) -> frozenset[str]:
    """The units whose level may be wrong."""
    return frozenset(name for lower, _, upper in _misfits(draft) for name in (lower, upper))


def check(draft: Draft) -> Iterator[Finding]:
    """Every parent that a unit has or had; a parent that fits none of several is itself at fault, and
    said once.
    """
    below: dict[str, list[tuple[str, Pointer]]] = {}
    for name, pointer, parent in _misfits(draft):
        below.setdefault(parent, []).append((name, pointer))
    for parent, lower in below.items():
        if len({name for name, _ in lower}) > 1:
            yield _upper(draft, parent, lower)
        else:
            yield from (_lower(draft, name, pointer, parent) for name, pointer in lower)


def _lower(draft: Draft, name: str, pointer: Pointer, parent: str) -> Finding:
    levels = codes("level")
    unit, above = levels[draft.units[name].level], levels[draft.units[parent].level]
    return say(
        CODE,
        (draft.unit_path(name), pointer),
        f"单位 {name}（{unit}）不能以 {parent}（{above}）为上级。",
        "改正 parent 或其中一个单位的 level；从上到下是中央、省、市、县、乡镇（街道）。",
        (draft.unit_path(parent), ("level",)),
    )


def _upper(draft: Draft, parent: str, lower: list[tuple[str, Pointer]]) -> Finding:
    above = codes("level")[draft.units[parent].level]
    names = "、".join(dict.fromkeys(name for name, _ in lower))
    return say(
        CODE,
        (draft.unit_path(parent), ("level",)),
        f"单位 {parent}（{above}）不能作 {names} 的上级。",
        "多半是这里的 level 写错；从上到下是中央、省、市、县、乡镇（街道）。",
        *((draft.unit_path(name), pointer) for name, pointer in lower),
    )
