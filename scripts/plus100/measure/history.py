"""The hall of history (历史殿堂): each past year's points as computed at its end, from the records
known now (X47).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import PointsItem
from plus100.measure.evidence import Evidence
from plus100.measure.people import score, subject_of
from plus100.measure.standings import Scored, scored_as
from plus100.measure.terms import Terms


def past_ends(editions: Iterable[Edition], as_of: date) -> tuple[date, ...]:
    """31 December of each year before as-of's in which some edition had points rules."""
    starts = [
        versions[0].rule.from_.year
        for edition in editions
        for versions in edition.rules.values()
        if isinstance(versions[0].rule.does, PointsItem)
    ]
    return tuple(date(year, 12, 31) for year in range(min(starts, default=as_of.year), as_of.year))


def past_scores(terms: Terms, person: str, evidence: Evidence, ends: Iterable[date]) -> list[Scored | None]:
    """What the person had at each year's end, ``None`` where not assessed or without points."""
    return [_scored(terms, person, evidence, end) for end in ends]


def _scored(terms: Terms, person: str, evidence: Evidence, end: date) -> Scored | None:
    subject = subject_of(terms, person, evidence, end)
    points, level, _ = score(subject, subject.case(fold=True))
    if points is None or subject.table is None or subject.points_class is None:
        return None
    return scored_as((subject.table.edition, subject.points_class), subject.filed_under, points, level)
