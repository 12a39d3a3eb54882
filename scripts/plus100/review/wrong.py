"""What is wrong with a change: what the records' checks and the texts' find on its two sides, parted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plus100.core.findings import Finding
from plus100.ledger.records import Waiver
from plus100.ledger.waivers import in_force, part
from plus100.review.base import base_of
from plus100.review.blame import Blame, blame
from plus100.review.changes import Change
from plus100.review.edits import book_edits
from plus100.review.guard import Verdict
from plus100.review.objects import Objects
from plus100.review.rights.places import place_of
from plus100.review.sides import BOOKS, Comparison, from_top
from plus100.review.texts import wrong_texts
from plus100.review.trees import FileEdit

RIGHTS = "G93"
"""Codes below are about names, modes and history: what else is wrong with such a file is not told."""

_TEXTS = frozenset({"column", "handbook"})


class Wrong(NamedTuple):
    """``parted`` into the change's own and older ones; ``waived`` are in neither."""

    parted: Blame
    waived: tuple[Finding, ...]


def wrong(objects: Objects, change: Change, of: Comparison, verdict: Verdict) -> Wrong:
    """All that is found in what the change touches or breaks."""
    refused = {one.where.path for one in verdict.refusals if one.code < RIGHTS}
    found = [one for one in of.after.findings if one.where.path not in refused]
    waivers = _waivers(objects, change, of, verdict.day)
    left, waived = part(found, waivers, of.after.source, objects.prefix)
    texts = wrong_texts(objects, change, (of.before.frame, of.after.frame))
    told = [one for one in from_top(texts.after, objects.within) if one.where.path not in refused]
    return Wrong(
        blame(
            (*of.before.findings, *from_top(texts.before, objects.within)),
            (*left, *told),
            verdict.touches,
            _edited(objects, change),
            {touch.path for touch in verdict.touches if touch.thing in _TEXTS},
        ),
        tuple(waived),
    )


def _waivers(objects: Objects, change: Change, of: Comparison, day: date) -> tuple[Waiver, ...]:
    """The waivers that hold on the day of receipt. What the change itself adds does not count yet, and what
    the base has taken back since does not count any more.
    """
    frame = of.before.frame
    if frame is None or not frame.waivers:
        return ()
    standing = base_of(objects, change.base).waivers
    return tuple(one for one in in_force(frame, day) if one in standing)


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
