"""``refs/heads/<person>/…``: what a person proposes. Nobody writes into another's branches."""

from __future__ import annotations

import re

from plus100.core.findings import Finding
from plus100.review.changes import Change, read_change
from plus100.review.guard import judge
from plus100.review.objects import Commit
from plus100.review.passing import MOST
from plus100.review.say import refusal, shown
from plus100.review.signatures import by_signatures
from plus100.server.desk import Desk, Push, Ruling, other_hand

PLACE = "G960"

TOLD = 10
"""Commits whose signatures are told one by one."""

_REST = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
_LONGEST = 100


def rule(desk: Desk, push: Push, main: Commit) -> Ruling:
    """The ruling on a branch: its whole difference from main, as the pusher's own proposal."""
    person, unknown = desk.pusher(main)
    if person is None:
        return Ruling(push.ref, unknown)
    own = f"refs/heads/{person}/"
    rest = push.ref.removeprefix(own)
    if rest == push.ref or not _REST.fullmatch(rest) or len(rest) > _LONGEST:
        return Ruling(push.ref, (not_here(push.ref, person),))
    change, faults = read_change(desk.objects, main.name, push.new)
    if change is None:
        return Ruling(push.ref, faults)
    verdict = judge(desk.objects, change, desk.roles(main), person)
    return desk.weighed(push.ref, change, verdict, by_own_hand(desk, main, change, person))


def by_own_hand(desk: Desk, base: Commit, change: Change, person: str) -> tuple[Finding, ...]:
    """Why not every commit of a change is signed by that person, as its author. Where there are more
    commits than a change may bring, that is said already.
    """
    if len(change.commits) > MOST:
        return ()
    found: list[Finding] = []
    for one in by_signatures(desk.objects, desk.roles(base), change):
        found += one.findings
        if one.person is not None and one.person != person:
            found.append(other_hand(one.commit, one.person, person))
    return tuple(found[:TOLD])


def not_here(ref: str, person: str) -> Finding:
    """A ref that the pusher may not write."""
    fix = f"推送到自己的分支：git push origin HEAD:refs/heads/{person}/分支名。"
    return refusal(PLACE, "", f"{shown(ref)} 不能由 {person} 推送。", fix)
