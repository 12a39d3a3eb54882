"""R320, R321, R322: one tree of units, with the root that the settings name."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import offer, say

MISSING, ABOVE_ROOT, LOOSE = "R320", "R321", "R322"


def check(draft: Draft) -> Iterator[Finding]:
    """The root exists, has no parent, and is the only unit without one."""
    if draft.settings is None:
        return
    root = draft.settings.root
    if root not in draft.known_units:
        fix = offer(root, draft.known_units, "root 应是 units 下一个单位的代号。")
        yield say(MISSING, (draft.settings_path(), ("root",)), f"最上级单位 {root} 不存在。", fix)
        return
    for name, unit in draft.units.items():
        place = (draft.unit_path(name), ("parent",))
        if name == root and unit.parent is not None:
            fix = "删去 parent，或在 settings.yml 中改写 root。"
            yield say(ABOVE_ROOT, place, f"单位 {name} 是最上级单位，却写了上级。", fix)
        elif name != root and unit.parent is None:
            fix = f"补写 parent；直接属于最上级的写 parent: {root}。"
            yield say(LOOSE, (place[0], ("id",)), f"单位 {name} 没有写上级单位。", fix)
