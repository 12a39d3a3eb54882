"""Chinese words for every code that a page shows.

Recorded codes have theirs in the schemas, computed ones in ``measure``; what is only ever said on a
page (units of counting, kinds of trace lines) stands here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plus100.measure import labels as computed
from plus100.measure import reasons

SCHEMAS = Path(__file__).parents[3] / "schemas"

KINDS = MappingProxyType({"partner": "青年", "entry": "记录", "account": "账号", "link": "所联系的组织"})

TALLY_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "partners": "人",
        "partners_kept": "人",
        "activities_online": "次",
        "activities_offline": "次",
        "replies": "条",
        "reactions": "个",
        "shares": "篇",
        "tasks": "项",
    }
)
"""What each tally counts in, in the order in which pages show them."""

FORCE = MappingProxyType(
    {"must": "应当", "principle": "原则上", "may": "可以", "suggest": "建议", "fact": "说明"}
)

COMPUTED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "item": computed.ITEMS,
        "part": computed.PARTS,
        "status": computed.CADRE_STATUS,
        "quota": computed.QUOTA_STATUS,
        "ratio": computed.RATIO_STATUS,
        "unit": computed.UNITS,
        "class": computed.CLASSES,
        "indicator": computed.INDICATORS,
        "tally": computed.TALLIES,
        "reason": reasons.LABELS,
        "kind": KINDS,
        "force": FORCE,
    }
)


@cache
def recorded(definition: str) -> Mapping[str, str]:
    """Code → label of one vocabulary in ``common.schema.json``."""
    document = json.loads((SCHEMAS / "common.schema.json").read_text(encoding="utf-8"))
    choices = document["$defs"][definition]["oneOf"]
    return MappingProxyType({one["const"]: one["title"] for one in choices})


def word(kind: str, code: str | None) -> str:
    """The word for a code; the code itself where a policy or unit named something of its own."""
    if not code:
        return ""
    vocabulary = COMPUTED.get(kind)
    return (recorded(kind) if vocabulary is None else vocabulary).get(code, code)


def words(kind: str, codes: tuple[str, ...]) -> str:
    """Several words, parted as Chinese does."""
    return "、".join(word(kind, code) for code in codes)
