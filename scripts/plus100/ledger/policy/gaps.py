"""Days on which an edition lacks a rule without which a person cannot be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import DAY, Span
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import Coverage, PartnerQuota, PointsClasses, PointsItem, Themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing on which days. ``need``: coverage, partner_quota (of ``category``), themes,
    points_classes.
    """

    need: str
    span: Span
    category: str = ""


def gaps(edition: Edition, categories: Iterable[str], span: Span) -> tuple[Gap, ...]:
    """What the edition lacks for these categories within the span, adjacent days put together.

    Needed are the coverage, a partner quota for each category that it covers, an activity
    vocabulary, and points classes where points items are in force.
    """
    wanted = tuple(categories)
    found: dict[tuple[str, str], list[Span]] = {}
    for piece in _pieces(edition, span):
        for key in _missing(edition, wanted, piece.first):
            spans = found.setdefault(key, [])
            if spans and spans[-1].last + DAY == piece.first:
                spans[-1] = Span(spans[-1].first, piece.last)
            else:
                spans.append(piece)
    return tuple(
        Gap(need=need, category=category, span=one)
        for (need, category), spans in found.items()
        for one in spans
    )


def _pieces(edition: Edition, span: Span) -> Iterator[Span]:
    """The span cut at every day on which a rule begins or has ended."""
    cuts = {span.first}
    for held in (one for versions in edition.rules.values() for one in versions):
        cuts.add(held.rule.from_)
        if held.until is not None:
            cuts.add(held.until + DAY)
    firsts = sorted(day for day in cuts if day in span)
    lasts = [*(day - DAY for day in firsts[1:]), span.last]
    return (Span(first, last) for first, last in zip(firsts, lasts, strict=True))


def _missing(edition: Edition, categories: tuple[str, ...], day: date) -> Iterator[tuple[str, str]]:
    held = [one.rule for one in edition.on(day)]
    does = [rule.does for rule in held]
    covered = [measure for measure in does if isinstance(measure, Coverage)]
    if not covered:
        yield "coverage", ""
    quotas = [rule.applies.categories for rule in held if isinstance(rule.does, PartnerQuota)]
    for category in categories:
        named = any(category in coverage.categories for coverage in covered)
        if named and not any(not those or category in those for those in quotas):
            yield "partner_quota", category
    if not any(isinstance(measure, Themes) for measure in does):
        yield "themes", ""
    if any(isinstance(measure, PointsItem) for measure in does) and not any(
        isinstance(measure, PointsClasses) for measure in does
    ):
        yield "points_classes", ""
