"""The receipt: everything there is to say of one change, as one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plus100.core.findings import Finding, Severity
from plus100.ledger.checks.calendar import zone_of
from plus100.ledger.world import Frame
from plus100.review.base import Base
from plus100.review.changes import Change
from plus100.review.effects import effects
from plus100.review.few import when
from plus100.review.guard import Verdict
from plus100.review.objects import Objects
from plus100.review.paths import BROKEN, DOTS, LOST, TOO_MUCH
from plus100.review.rights.touches import LISTED
from plus100.review.say import readable
from plus100.review.sides import compared
from plus100.review.views import Agreement, EditCount, FindingView, Receipt
from plus100.review.wrong import wrong

UNREADABLE = frozenset({DOTS, BROKEN, TOO_MUCH, LOST})
"""Refusals of a tree that even Git cannot be asked to list and hand out."""

RANKED = 300
"""Cadres up to which everybody is measured for the places on the boards without being asked."""


def receipt(  # noqa: PLR0913  (what a report is about)
    objects: Objects,
    change: Change,
    records: Path,
    verdict: Verdict,
    unknown: tuple[Finding, ...] = (),
    *,
    ranks: bool | None = None,
) -> Receipt:
    """The report. ``records`` is the records folder's path, which need not be checked out; ``unknown``
    says why nobody is known to have made the change; ``ranks`` whether places are computed (``None``:
    where there are few enough cadres). A verdict without a person has judged names and modes only.
    """
    seen = _readable(change, verdict)
    few = ranks if ranks is not None else _are_few(objects, seen)
    of = compared(objects, seen, records, all_after=few)
    found = wrong(objects, seen, of, verdict)
    told = effects(of)
    refusals = (*unknown, *verdict.refusals)
    errors = any(one.severity is Severity.ERROR for one in found.parted.own)
    return Receipt(
        base=change.base.name,
        fork=change.fork.name,
        head=change.head.name,
        committed=_local(change, of.after.frame),
        checked=verdict.day.isoformat(),
        as_of=of.after.frame.as_of.isoformat() if of.after.frame else None,
        person=verdict.person,
        judged=verdict.person is not None or bool(unknown),
        passes=not refusals and not errors,
        refusals=_views(refusals),
        agreements=_agreements(verdict),
        findings=_views(found.parted.own),
        older=_views(found.parted.older),
        waived=_views(found.waived),
        mended=found.parted.mended,
        files=len(change.edits),
        edits=tuple(_counts(verdict)),
        cadres=told.cadres,
        looked_at=told.looked_at,
        up=told.up,
        down=told.down,
        passed=told.passed,
        whole=not of.reach.narrow or few,
    )


def _readable(change: Change, verdict: Verdict) -> Change:
    """The change as far as its records may be read: a head whose folders are flawed, lack contents, or
    hold millions of files in a kilobyte, is refused as such, and nothing in it is looked at.
    """
    refused = {one.code for one in verdict.refusals}
    return replace(change, head=change.fork, edits=()) if refused & UNREADABLE else change


def _local(change: Change, frame: Frame | None) -> str:
    """When the head was committed, on the records' own clock."""
    zone = zone_of(frame.settings) if frame else None
    moment = when(change.head)
    return (moment.astimezone(zone) if zone else moment).isoformat(timespec="minutes")


def _are_few(objects: Objects, change: Change) -> bool:
    """Whether places are computed unasked: a change to records, in a league that is small enough."""
    records = any(edit.path.startswith(f"{objects.prefix}/") for edit in change.edits)
    return records and len(Base(objects, change.head).cadre_files) <= RANKED


def _agreements(verdict: Verdict) -> tuple[Agreement, ...]:
    """Who agreed to which kind of thing, each once."""
    pairs = dict.fromkeys((touch.thing, person) for touch, person in verdict.agreements)
    return tuple(Agreement(thing=thing, person=person) for thing, person in pairs)


def _counts(verdict: Verdict) -> Iterable[EditCount]:
    """What is touched, counted by thing, owner and operation."""
    counts: defaultdict[tuple[str, str, str], list[tuple[str, ...]]] = defaultdict(list)
    for touch in verdict.touches:
        counts[touch.thing, touch.cadre or touch.unit, touch.op].append(touch.detail)
    for (thing, owner, op), details in sorted(counts.items()):
        ids = tuple(one for detail in details for one in detail)
        yield EditCount(
            thing=thing, owner=owner, op=op, count=len(ids) or len(details), listed=ids[:LISTED]
        )


def _views(findings: Iterable[Finding]) -> tuple[FindingView, ...]:
    return tuple(
        FindingView(
            code=one.code,
            severity=str(one.severity),
            path=readable(one.where.path),
            line=one.where.line,
            column=one.where.column,
            message=one.message,
            fix=one.fix,
            snippet=one.snippet,
        )
        for one in findings
    )
