"""The receipt: everything there is to say of one change, as one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from plus100.core.findings import Finding, Severity
from plus100.ledger.checks.calendar import zone_of
from plus100.ledger.waivers import in_force, part
from plus100.ledger.world import Frame
from plus100.review.base import Base
from plus100.review.blame import blame
from plus100.review.changes import Change
from plus100.review.edits import book_edits
from plus100.review.effects import effects
from plus100.review.guard import Verdict
from plus100.review.objects import Objects
from plus100.review.paths import BROKEN, DOTS, LOST, TOO_MUCH
from plus100.review.rights.places import place_of
from plus100.review.rights.touches import LISTED
from plus100.review.sides import BOOKS, compared, when
from plus100.review.trees import FileEdit
from plus100.review.views import Agreement, EditCount, FindingView, Receipt

RIGHTS = "G93"
"""Codes below are about names, modes and history: what else is wrong with such a file is not told."""

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
    few = ranks if ranks is not None else _cadres(objects, seen) <= RANKED
    of = compared(objects, seen, records, all_after=few)
    refused = {one.where.path for one in verdict.refusals if one.code < RIGHTS}
    found = [one for one in of.after.findings if one.where.path not in refused]
    # What the change itself adds to the waivers does not count yet.
    waivers = in_force(of.before.frame) if of.before.frame else ()
    left, waived = part(found, waivers, of.after.source, objects.prefix)
    parted = blame(of.before.findings, left, verdict.touches, _edited(objects, seen))
    told = effects(of)
    refusals = (*unknown, *verdict.refusals)
    errors = any(one.severity is Severity.ERROR for one in parted.own)
    return Receipt(
        base=change.base.name,
        fork=change.fork.name,
        head=change.head.name,
        committed=_local(change, of.after.frame),
        as_of=of.after.frame.as_of.isoformat() if of.after.frame else None,
        person=verdict.person,
        judged=verdict.person is not None or bool(unknown),
        passes=not refusals and not errors,
        refusals=_views(refusals),
        agreements=tuple(
            Agreement(thing=thing, person=person)
            for thing, person in dict.fromkeys(
                (touch.thing, person) for touch, person in verdict.agreements
            )
        ),
        findings=_views(parted.own),
        older=_views(parted.older),
        waived=_views(waived),
        mended=parted.mended,
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


def _cadres(objects: Objects, change: Change) -> int:
    return len(Base(objects, change.head).cadre_files)


def _edited(objects: Objects, change: Change) -> Mapping[str, frozenset[int]]:
    """Positions of the items that the head adds or changes, by file."""
    books: defaultdict[str, list[FileEdit]] = defaultdict(list)
    for edit in change.edits:
        place = place_of(edit.path, objects.prefix)
        if place.thing in BOOKS:
            books[place.cadre].append(edit)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for cadre, files in books.items():
        for one in book_edits(objects, cadre, files):
            if one.after is not None:
                found[one.after.path].add(one.after.position)
    return {path: frozenset(positions) for path, positions in found.items()}


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
            path=one.where.path,
            line=one.where.line,
            column=one.where.column,
            message=one.message,
            fix=one.fix,
            snippet=one.snippet,
        )
        for one in findings
    )
