"""Which findings are a change's own: in what it touches, or not there before. The rest is older."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding, order
from plus100.review.rights.touches import Touch

Mark = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Blame:
    """Findings in order of place. ``mended`` counts those that are gone after the change."""

    own: tuple[Finding, ...]
    older: tuple[Finding, ...]
    mended: int


def blame(
    before: Iterable[Finding],
    after: Iterable[Finding],
    touched: Iterable[Touch],
    edited: Mapping[str, frozenset[int]],
    whole: Container[str] = frozenset(),
) -> Blame:
    """Part the findings of the head. ``edited`` maps list files to the positions of the items that the
    change adds or changes there; ``whole`` are files that are one thing, and touched.
    """
    left = Counter(_mark(one) for one in before)
    fields = {(touch.path, touch.pointer[0]) for touch in touched if touch.pointer}
    own: list[Finding] = []
    older: list[Finding] = []
    found = sorted(after, key=order)
    for one in found:
        was_there = left[_mark(one)] > 0
        left[_mark(one)] -= was_there
        mine = not was_there or one.where.path in whole or _touched(one, fields, edited)
        (own if mine else older).append(one)
    return Blame(tuple(own), tuple(older), sum(count for count in left.values() if count > 0))


def _mark(finding: Finding) -> Mark:
    """What makes a finding the same one on both sides, wherever its line has moved to."""
    return finding.where.path, finding.code, finding.message


def _touched(
    finding: Finding, fields: set[tuple[str, str | int]], edited: Mapping[str, frozenset[int]]
) -> bool:
    """Whether the item or field that a finding is about is one that the change has touched."""
    where = finding.where
    if not where.pointer:
        return False
    first = where.pointer[0]
    if isinstance(first, int):
        return first in edited.get(where.path, frozenset())
    return (where.path, first) in fields
