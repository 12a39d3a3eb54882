"""A season: everything measured as of one day. The one entry point of pages, commands and benchmarks."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from plus100.core.findings import Finding, order
from plus100.intake.source import Source
from plus100.ledger.assemble import read_book, read_frame
from plus100.ledger.world import Book, Frame, Withheld
from plus100.measure import reasons
from plus100.measure.digest import combined, frame_digests, policy_digest
from plus100.measure.figures import Board, CadreFigures, Season
from plus100.measure.history import past_ends
from plus100.measure.people import measure_person
from plus100.measure.shard import Shard
from plus100.measure.sharing import Progress, measure_shared
from plus100.measure.standings import boards, scored
from plus100.measure.units import subtree_figures, unit_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A season with all that was found wrong on the way. ``season`` and ``frame`` are ``None`` where
    the frame could not be read at all (no settings, say); the findings tell why.
    """

    season: Season | None
    frame: Frame | None
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One cadre's figures with a line for every record, and the books that hold the records.
    ``figures`` is ``None`` where there is no such cadre or its record is withheld.
    """

    figures: CadreFigures | None
    frame: Frame | None
    books: dict[str, Book]
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]


def measure_season(
    source: Source, *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> Outcome:
    """Read, check, measure and rank all records. The result does not depend on ``jobs``.

    Findings come in order of place; they carry no lines yet (``intake.locate`` adds them).
    """
    with _no_collection():
        return _measured(source, as_of, jobs, progress or _silent)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cycle collector: what is read is a tree, is kept, and would be walked in vain. So it
    would be at once when the collector is back, were it not told by then that all this is old.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _measured(source: Source, as_of: date | None, jobs: int, progress: Progress) -> Outcome:
    frame, findings = read_frame(source, as_of)
    if frame is None:
        return Outcome(season=None, frame=None, findings=_sorted(findings), withheld=())
    ends = past_ends(frame.editions.values(), frame.as_of)
    shards = measure_shared(frame, source, ends, jobs, progress)
    withheld = (*frame.withheld, *(found for shard in shards for found in shard.withheld))
    return Outcome(
        season=_season(frame, shards, ends, withheld),
        frame=frame,
        findings=_sorted([*findings, *(found for shard in shards for found in shard.findings)]),
        withheld=tuple(sorted(withheld, key=lambda found: (found.path, found.record, found.kind))),
    )


def explain(source: Source, cadre: str, *, as_of: date | None = None) -> Explained:
    """Measure one cadre alone, with full traces. ``cadre`` may be any of the person's engagements."""
    frame, findings = read_frame(source, as_of)
    if frame is None or cadre not in frame.cadres:
        withheld = () if frame is None else frame.withheld
        return Explained(figures=None, frame=frame, books={}, findings=_sorted(findings), withheld=withheld)
    person = frame.cadres[cadre].person
    read = {name: read_book(frame, name, source) for name in frame.persons[person]}
    books = {name: book for name, (book, _, _) in read.items()}
    return Explained(
        figures=measure_person(frame, person, books, frame.as_of),
        frame=frame,
        books=books,
        findings=_sorted([*findings, *(one for _, _, found in read.values() for one in found)]),
        withheld=(*frame.withheld, *(one for _, found, _ in read.values() for one in found)),
    )


def _season(
    frame: Frame, shards: Sequence[Shard], ends: Sequence[date], withheld: Iterable[Withheld]
) -> Season:
    measured = [found for shard in shards for found in shard.cadres]
    cadres = sorted([*measured, *_withheld(frame)], key=lambda found: found.id)
    units = unit_figures((*frame.units, *frame.lost_units), cadres, withheld)
    digests = frame_digests(frame)
    for shard in shards:
        digests.update(shard.digests)
    return Season(
        as_of=frame.as_of,
        revision=frame.commit.revision,
        records_digest=combined(digests),
        policy_digest=policy_digest(frame),
        cadres=tuple(cadres),
        boards=boards(scored(cadres), frame.as_of),
        units=units,
        subtrees=subtree_figures(frame.children, units),
        history=_history(shards, ends),
    )


def _history(shards: Iterable[Shard], ends: Sequence[date]) -> tuple[Board, ...]:
    found: list[Board] = []
    for index, end in enumerate(ends):
        rows = (past[index] for shard in shards for past in shard.past)
        found.extend(boards((row for row in rows if row is not None), end))
    return tuple(found)


def _withheld(frame: Frame) -> Iterable[CadreFigures]:
    """The cadres whose own record is at fault, so that a table can say so."""
    return (_unmeasured(fault.cadre) for fault in frame.withheld if fault.kind == "cadre")


def _unmeasured(cadre: str) -> CadreFigures:
    return CadreFigures(
        id=cadre,
        person="",
        unit=cadre.partition("/")[0],
        category=None,
        points_class=None,
        edition=None,
        points_edition=None,
        status="withheld",
        reason=reasons.AT_FAULT,
        points=None,
        level=None,
        points_reason=reasons.AT_FAULT,
        quotas=(),
        ratios=(),
        tallies={},
        calendar=(),
        engagements=(),
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=order))


def _silent(_done: int, _all: int) -> None:
    """No progress is wanted."""
