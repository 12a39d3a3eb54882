"""R332: a post's category fits the unit's level (A1–A6, Q8, Q10, X68)."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.intake.schema import codes
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent_level import doubtful
from plus100.ledger.checks.say import say

CODE = "R332"
LEADING = frozenset({"central", "province", "city", "county"})
LARGE = frozenset({"organ", "school", "enterprise", "institution", "social"})
FITS = {
    "attached": (LEADING, "挂职（attached）只用于县级（含）以上团的领导机关。"),
    "leading_organ_part_time": (
        LEADING,
        "领导机关兼职只用于县级（含）以上团的领导机关；其他单位用 other_part_time。",
    ),
    "large_unit_part_time": (
        LARGE,
        "团员青年较多单位兼职（large_unit_part_time）只用于机关、学校、企业、事业单位和社会组织。",
    ),
    "other_part_time": (
        LARGE | {"township"},
        "县级（含）以上团的领导机关的兼职干部用 leading_organ_part_time。",
    ),
}
"""Levels by category; full-time cadres are found at every level."""


def fits(category: str, level: str) -> bool:
    """Whether there are posts of that category in units of that level."""
    return category not in FITS or level in FITS[category][0]


def check(draft: Draft) -> Iterator[Finding]:
    """Every post of a cadre whose unit could be read and has no doubtful level (R325)."""
    categories, labels = codes("category"), codes("level")
    unclear = doubtful(draft)
    for name, cadre in draft.cadres.items():
        unit = draft.units.get(name.partition("/")[0])
        if unit is None or unit.id in unclear:
            continue
        for i, post in enumerate(cadre.posts):
            if not fits(post.category, unit.level):
                yield say(
                    CODE,
                    (draft.cadre_path(name), ("posts", i, "category")),
                    f"团干部 {name}：类别“{categories[post.category]}”"
                    f"与单位的层级“{labels[unit.level]}”不符。",
                    FITS[post.category][1],
                    (draft.unit_path(unit.id), ("level",)),
                )
