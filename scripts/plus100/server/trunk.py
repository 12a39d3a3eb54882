"""``main``: what enters it, and by whose hand.

A push to main is a row of steps along first parents, each ruled on as if it had been pushed alone: a
merge of one person's branch, signed by a reviewer of everything in it; or, where a unit lets them, a
cadre's own new and corrected log entries.
"""

from __future__ import annotations

from dataclasses import replace

from plus100.core.findings import Finding
from plus100.ledger.checks.calendar import zone_of
from plus100.review.changes import Change, read_change
from plus100.review.conditions import FROM_TOMORROW
from plus100.review.guard import SECOND, judge
from plus100.review.identity import Answer
from plus100.review.objects import Commit
from plus100.review.passing import MOST
from plus100.review.rights.holders import holds, whom
from plus100.review.rights.table import OPERATIONS, SUPERIORS, TABLE, Role, right
from plus100.review.rights.touches import Touch
from plus100.review.roles import Roles
from plus100.review.say import refusal
from plus100.review.signatures import by_signatures, one_person
from plus100.server.branches import by_own_hand
from plus100.server.desk import Desk, Push, Ruling, other_hand
from plus100.server.history import first_parents, parents, plain_merge, received

MAIN = "refs/heads/main"
BY_MERGE, NOT_REVIEWER, NOT_CLEAN, MOVED = "G961", "G962", "G963", "G964"

STEPS = 100
"""Merges that one push may bring."""

_DAY = 24 * 60 * 60
"""Seconds that two people's clocks may be apart."""

_OFFICES = frozenset({Role.UNIT, Role.PARENT, Role.ABOVE, Role.ROOT, Role.MAINTAINER})


def rule(desk: Desk, push: Push) -> Ruling:
    """The ruling on main: that on the first step that is refused, else what all steps tell."""
    way = first_parents(desk.objects, push.old, push.new, STEPS)
    if way is None:
        return Ruling(push.ref, (_moved(),))
    warnings: tuple[Finding, ...] = ()
    before = push.old
    for name in way:
        step = _step(desk, push.ref, before, name)
        warnings += step.warnings
        if step.refused or step.waiting:
            return replace(step, refused=(*step.refused, *step.waiting), waiting=(), warnings=warnings)
        before = name
    return Ruling(push.ref, warnings=warnings)


def _moved() -> Finding:
    fix = (
        "git fetch origin，git switch --detach origin/main，git merge --no-ff -S 分支，"
        "再 git push origin HEAD:main。"
    )
    return refusal(MOVED, "", "推送的内容不是一步步接着现在的 main。", fix)


def _step(desk: Desk, ref: str, before: str, name: str) -> Ruling:
    change, faults = read_change(desk.objects, before, name)
    if change is None:
        return Ruling(ref, faults)
    person, unknown = desk.pusher(change.base)
    if person is None:
        return Ruling(ref, unknown)
    if change.head.committed < change.base.committed - _DAY:
        return Ruling(ref, (_before(name),))
    parted = parents(desk.objects, name)
    if len(parted) == 1:
        return _direct(desk, ref, change, person)
    if len(parted) > 2:  # noqa: PLR2004  (main and one branch)
        return Ruling(ref, (_by_merge("一次合并了几个分支"),))
    return _merge(desk, ref, change, person, parted[1])


def _before(name: str) -> Finding:
    """Main's own time goes on: figures follow it."""
    message = f"提交 {name[:10]} 写的时间早于现在的 main。"
    return refusal(FROM_TOMORROW, "", message, "校准电脑的时间，再运行 git commit --amend --no-edit。")


# -- own log entries -------------------------------------------------------------------------------


def _direct(desk: Desk, ref: str, change: Change, person: str) -> Ruling:
    """A commit without a merge: a cadre's own log, where the unit lets it in."""
    roles = desk.roles(change.base)
    verdict = judge(desk.objects, change, roles, person)
    own = by_own_hand(desk, change.base, change, person)
    may = all(one.code == SECOND for one in verdict.refusals)
    if may and not all(_goes_straight(roles, touch, person) for touch in verdict.touches):
        own = (*own, _by_merge("这些内容没有经过合并"))
    return desk.weighed(ref, change, verdict, own)


def _goes_straight(roles: Roles, touch: Touch, person: str) -> bool:
    if (touch.thing, touch.person) != ("log", person) or touch.op == "remove":
        return False
    unit = roles.base.unit(touch.unit)
    return unit is not None and unit.direct_log


def _by_merge(why: str) -> Finding:
    fix = "推送到自己的分支，请审核人用 git merge --no-ff -S 合并后推送 main；一次合并一个分支。"
    return refusal(BY_MERGE, "", f"{why}，不能进入 main。", fix)


# -- merges ----------------------------------------------------------------------------------------


def _merge(desk: Desk, ref: str, change: Change, merger: str, branch: str) -> Ruling:
    """A branch by its author, approved by who merges. The result is judged, not the branch: what is
    fine alone may be a fault beside what main has gained meanwhile.
    """
    author, unknown = _author(desk, change.base, branch)
    if author is None:
        return Ruling(ref, unknown)
    faults = _signature(desk, change, merger)
    if faults:
        return Ruling(ref, faults)
    roles = desk.roles(change.base)
    verdict = judge(desk.objects, change, roles, author, frozenset({merger}))
    if not verdict.allowed:
        return desk.weighed(ref, change, verdict)
    found = [_not_reviewer(roles, touch, merger) for touch in _unreviewed(roles, verdict.touches, merger)]
    if plain_merge(desk.objects, change.base.name, branch) != change.head.tree:
        found.append(_not_clean(branch))
    return desk.weighed(ref, change, verdict, tuple(found))


def _author(desk: Desk, base: Commit, branch: str) -> Answer:
    """Who signed the commits of the branch. Their keys are judged by the day on which the branch
    arrived here; one that never did arrives now.
    """
    proposed, faults = read_change(desk.objects, base.name, branch)
    if proposed is None:
        return None, faults
    if not proposed.commits or len(proposed.commits) > MOST:
        return None, (_by_merge("这次合并没有带来新的提交，或带来的太多"),)
    settings = desk.roles(base).base.settings
    day = received(desk.objects, branch, zone_of(settings) if settings else None)
    return one_person(by_signatures(desk.objects, desk.roles(base, day), proposed))


def _signature(desk: Desk, change: Change, merger: str) -> tuple[Finding, ...]:
    """Why the merge commit is not the pusher's own."""
    (signed,) = by_signatures(
        desk.objects, desk.roles(change.base), replace(change, commits=(change.head.name,))
    )
    if signed.person is None or signed.person == merger:
        return signed.findings
    return (other_hand(signed.commit, signed.person, merger),)


def _unreviewed(roles: Roles, touched: tuple[Touch, ...], merger: str) -> list[Touch]:
    """What the merger does not review; of each kind of thing of an owner the first."""
    found: dict[tuple[str, str, str], Touch] = {}
    for touch in touched:
        if not any(holds(roles, merger, role, touch) for role in _reviewers(touch)):
            found.setdefault((touch.thing, touch.unit, touch.cadre), touch)
    return list(found.values())


def _reviewers(touch: Touch) -> tuple[Role, ...]:
    """Whose review counts for a thing: those who may change it or must agree, and the unit's and its
    superiors' reviewers where it belongs to a unit.
    """
    rule = right(touch.thing, touch.op)
    named = [role for role in (*rule.alone, *rule.agreed, *rule.second) if role in _OFFICES]
    return tuple(dict.fromkeys((*named, *(SUPERIORS if touch.unit else ()))))


def _not_reviewer(roles: Roles, touch: Touch, merger: str) -> Finding:
    what = f"{OPERATIONS[touch.op]}{TABLE[touch.thing].title}"
    owner = touch.cadre or touch.unit
    message = f"{merger} 不是{f' {owner} ' if owner else '这项内容'}的审核人，不能合并：{what}。"
    ask = whom(roles, _reviewers(touch), touch, (merger,))
    return refusal(
        NOT_REVIEWER, touch.path, message, f"请{ask} 合并。" if ask else "请上级单位先登记审核人。"
    )


def _not_clean(branch: str) -> Finding:
    message = f"合并提交 {branch[:10]} 得到的内容，与自动合并的结果不同，或两边有冲突。"
    fix = "重新合并，不要顺手修改；有冲突的，请提交人先合并 main，解决以后再推送。"
    return refusal(NOT_CLEAN, "", message, fix)
