"""What is left to do, in one sentence a demand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plus100.review.views import CadreEffect, DemandEffect

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "people": "再联系 {} 名青年",
        "activities": "再开展 {} 次活动",
        "statements": "再登记 {} 项",
        "kinds": "再补 {} 种",
        "links": "再联系 {} 个组织",
        "groups": "再建 {} 个群",
        "accounts": "再登记 {} 个账号",
    }
)
LEFT = frozenset({"open", "short"})


def todo(cadre: CadreEffect) -> tuple[str, ...]:
    """Each demand that is not met after the change, the nearest date first."""
    left = [demand for demand in cadre.demands if demand.status.after in LEFT and demand.short != "0"]
    left.sort(key=lambda demand: (demand.due or "9", demand.id))
    return tuple(sentence(demand) for demand in left)


def sentence(demand: DemandEffect) -> str:
    """One of them: ``再开展 1 次活动，即可完成“五个一”（最晚 2018-12-31）。``."""
    step = STEPS.get(demand.unit, "再补 {} 项").format(demand.short)
    if demand.status.after == "short":
        late = f"（期限 {demand.due} 已过）" if demand.due else ""
        return f"“{demand.title}”还差：{step}{late}。"
    until = f"（最晚 {demand.due}）" if demand.due else ""
    return f"{step}，即可完成“{demand.title}”{until}。"
