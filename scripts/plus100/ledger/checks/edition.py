"""R326: the policy edition that a unit names exists."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import stated
from plus100.ledger.checks.say import meant, offer, say

CODE = "R326"


def check(draft: Draft) -> Iterator[Finding]:
    """Every edition that a unit names."""
    for name, unit in draft.units.items():
        for pointer, edition in stated("policy", unit.policy):
            if edition not in draft.known_editions:
                choice = "、".join(sorted(draft.known_editions)) or "（还没有）"
                fix = offer(edition, draft.known_editions, f"policies 下现有：{choice}。")
                place = (draft.unit_path(name), pointer)
                message = f"单位 {name} 执行的规则版本 {edition} 不存在。"
                yield say(CODE, place, message, fix, mended=meant(edition, draft.known_editions))
