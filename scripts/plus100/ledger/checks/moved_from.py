"""R336, R337: a transfer comes from an earlier engagement of the same person."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.one_place import clash, mistaken
from plus100.ledger.checks.say import Place, offer, say
from plus100.ledger.records import Cadre

MISSING, UNFIT = "R336", "R337"


def check(draft: Draft) -> Iterator[Finding]:
    """The earlier engagement exists, is the same person's, ended by transfer, and is followed by
    one engagement only, the earliest. One that overlaps is left to R338, as
    is one that seems to bear another person's id.
    """
    mixed_up = mistaken(draft)
    followed: dict[str, Place] = {}
    for name, cadre in sorted(draft.cadres.items(), key=lambda item: (item[1].since, item[0])):
        origin = cadre.moved_from
        if origin is None:
            continue
        place = (draft.cadre_path(name), ("moved_from",))
        if origin not in draft.known_cadres:
            fix = offer(origin, draft.known_cadres - {name}, "moved_from 应是“单位/团干部”形式的编号。")
            yield say(MISSING, place, f"团干部 {name} 调动前的任职 {origin} 不存在。", fix)
            continue
        before = draft.cadres.get(origin)
        clear = before is not None and mixed_up.isdisjoint((name, origin))
        fault = _fault(cadre, before) if before is not None and clear else None
        if fault is None and origin in followed:
            fault = "已经是另一段任职的前一段", "一段任职之后只接一段，检查哪一处写错。"
        if fault is not None:
            others = (followed[origin],) if origin in followed else ()
            what, fix = fault
            yield say(
                UNFIT, place, f"团干部 {name} 的 moved_from 写了 {origin}，那段任职{what}。", fix, *others
            )
        followed.setdefault(origin, place)


def _fault(cadre: Cadre, before: Cadre) -> tuple[str, str] | None:
    """What is wrong with the earlier engagement, and the fix."""
    if before.person != cadre.person:
        return f"属于另一个人（{before.person}）", "写本人调动前的任职；两处是同一人的，统一 person。"
    if before is cadre or (before.since >= cadre.since and not clash(cadre, before)):
        return "并不更早", "检查两段任职的 since，或改写 moved_from。"
    if before.until is not None and before.left == "departure":
        return "以离开团的岗位结束", "那一处的 left 改为 transfer，或删去这里的 moved_from。"
    return None
