"""R328: a reviewer is a person of the records."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.one_place import mistaken
from plus100.ledger.checks.say import offer, say

CODE = "R328"


def check(draft: Draft) -> Iterator[Finding]:
    """Every reviewer, unless a cadre who might be that person could not be read, or one of that name
    seems to bear another's id (R338).
    """
    if not draft.whole:
        return
    known = draft.known_persons | {name.partition("/")[2] for name in mistaken(draft)}
    for name, unit in draft.units.items():
        for i, reviewer in enumerate(unit.reviewers):
            if reviewer.person not in known:
                fix = offer(
                    reviewer.person, draft.known_persons, "person 应是某位团干部 cadre.yml 中的 person。"
                )
                place = (draft.unit_path(name), ("reviewers", i, "person"))
                yield say(CODE, place, f"单位 {name} 的审核人 {reviewer.person} 不是任何一位团干部。", fix)
