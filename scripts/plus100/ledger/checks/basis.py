"""R333: a post's basis fits its category and unit (Q8, Q10; X07)."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.intake.schema import codes
from plus100.ledger.checks.category_level import fits
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent_level import doubtful
from plus100.ledger.checks.say import say

CODE = "R333"
FITS = {
    "full_time": ("formal_staff", "township_secretary"),
    "attached": ("attachment",),
    "leading_organ_part_time": ("concurrent",),
    "large_unit_part_time": ("concurrent",),
    "other_part_time": ("concurrent",),
}


def check(draft: Draft) -> Iterator[Finding]:
    """Every post; a township secretary's stands at township level only. A category that does not fit the
    unit either is left to R332, a unit whose level is doubtful to R325.
    """
    unclear = doubtful(draft)
    categories, bases = codes("category"), codes("basis_kind")
    for name, cadre in draft.cadres.items():
        unit = draft.units.get(name.partition("/")[0])
        for i, post in enumerate(cadre.posts):
            place = (draft.cadre_path(name), ("posts", i, "basis", "kind"))
            if unit is not None and not fits(post.category, unit.level):
                continue
            kinds = FITS[post.category]
            if post.basis.kind not in kinds:
                yield say(
                    CODE,
                    place,
                    f"团干部 {name}：类别“{categories[post.category]}”"
                    f"的依据不能是“{bases[post.basis.kind]}”。",
                    f"kind 写 {' 或 '.join(kinds)}，或改正类别。",
                )
            elif (
                post.basis.kind == "township_secretary"
                and unit is not None
                and unit.level != "township"
                and unit.id not in unclear
            ):
                yield say(
                    CODE,
                    place,
                    f"团干部 {name}：乡镇街道团委书记（township_secretary）的单位不是乡镇街道。",
                    "正式在编、以团的工作为主的写 formal_staff，其余改为兼职类别。",
                    (draft.unit_path(unit.id), ("level",)),
                )
