"""What every push is judged with, and the ruling that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plus100.core.findings import Finding, Severity
from plus100.review.changes import Change
from plus100.review.guard import SECOND, Verdict
from plus100.review.identity import Answer, by_key
from plus100.review.objects import Commit, Objects
from plus100.review.receipt import receipt
from plus100.review.roles import Roles, roles_of
from plus100.review.say import refusal
from plus100.review.views import finding_of
from plus100.review.wrong import RIGHTS

OTHER_HAND = "G965"


class Push(NamedTuple):
    """One line of what Git tells the hook: object ids, and the ref's full name."""

    old: str
    new: str
    ref: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """On one ref. ``refused``: why not; ``waiting``: what must still happen before main takes it;
    ``warnings``: what is told and refuses nothing.
    """

    ref: str
    refused: tuple[Finding, ...] = ()
    waiting: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()


@dataclass
class Desk:
    """The objects (those of the push among them), the records folder's path, the connection's key, the
    server's day, and main as it stands (``None``: not yet there).
    """

    objects: Objects
    records: Path
    fingerprint: str
    day: date
    main: Commit | None
    _roles: dict[tuple[str, date], Roles] = field(default_factory=dict, repr=False)

    def roles(self, base: Commit, day: date | None = None) -> Roles:
        """The roles that stand in a commit."""
        mark = base.name, day or self.day
        if mark not in self._roles:
            self._roles[mark] = roles_of(self.objects, base, mark[1])
        return self._roles[mark]

    def pusher(self, base: Commit) -> Answer:
        """The person who is connected, as that commit knows the key."""
        return by_key(self.roles(base), self.fingerprint)

    def weighed(self, ref: str, change: Change, verdict: Verdict, more: tuple[Finding, ...] = ()) -> Ruling:
        """The ruling by rights and content. What only waits for a second person is no refusal here;
        who merges decides that. Records in a tree that is refused as such are not looked at.
        """
        waiting = tuple(one for one in verdict.refusals if one.code == SECOND)
        refused = (*more, *(one for one in verdict.refusals if one.code != SECOND))
        if any(one.code < RIGHTS for one in refused):
            return Ruling(ref, refused, waiting)
        told = receipt(self.objects, change, self.records, verdict, ranks=False)
        own = tuple(finding_of(one) for one in told.findings)
        errors = tuple(one for one in own if one.severity is Severity.ERROR)
        rest = tuple(one for one in own if one.severity is not Severity.ERROR)
        return Ruling(ref, (*refused, *errors), waiting, rest)


def other_hand(commit: str, signer: str, pusher: str) -> Finding:
    """A commit that somebody else has signed."""
    message = f"提交 {commit[:10]} 是 {signer} 签名的，推送的是 {pusher}。"
    return refusal(OTHER_HAND, "", message, "各人推送自己的提交；要替别人处理的，请审核人合并。")
