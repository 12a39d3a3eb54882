"""R320, R321, R322: one tree of units, with the root that the settings name."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import meant, offer, say

MISSING, ABOVE_ROOT, LOOSE = "R320", "R321", "R322"


def check(draft: Draft) -> Iterator[Finding]:
    """The root exists, has no parent, and is the only unit without one."""
    if draft.settings is None:
        return
    root = draft.settings.root
    if root not in draft.known_units:
        fix = offer(root, draft.known_units, "root 应是 units 下一个单位的代号。")
        mended = meant(root, draft.known_units)
        yield say(
            MISSING, (draft.settings_path(), ("root",)), f"最上级单位 {root} 不存在。", fix, mended=mended
        )
        return
    loose = [name for name, unit in draft.units.items() if unit.parent is None and name != root]
    if root in draft.units and draft.units[root].parent is not None:
        yield _above_root(draft, root, loose)
        loose = loose if len(loose) > 1 else []
    for name in loose:
        fix = f"补写 parent；直接属于最上级的写 parent: {root}。"
        yield say(LOOSE, (draft.unit_path(name), ("id",)), f"单位 {name} 没有写上级单位。", fix)


def _above_root(draft: Draft, root: str, loose: list[str]) -> Finding:
    """The root has a parent. Where exactly one other unit has none, the settings may name the wrong one."""
    place = (draft.unit_path(root), ("parent",))
    message = f"单位 {root} 是最上级单位，却写了上级。"
    if len(loose) != 1:
        return say(ABOVE_ROOT, place, message, "删去 parent，或在 settings.yml 中改写 root。")
    other = loose[0]
    fix = f"如果 {other} 才是最上级单位，把 settings.yml 的 root 改为 {other}；"
    fix += f"否则删去这里的 parent，给 {other} 补写 parent。"
    return say(ABOVE_ROOT, place, message, fix, (draft.settings_path(), ("root",)))
