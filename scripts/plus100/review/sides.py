"""The records before and after a change, measured as of the same day: only the persons whom the change can
have touched, unless it touches what all figures rest on.

A change to partners and logs alone can change the figures of those cadres only, and nothing that is found
in the frame. Then no more is read than ``few`` says, and what the frame's checks say of so little is not
handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plus100.core.findings import Finding
from plus100.intake.locate import locate
from plus100.intake.memory import Memory
from plus100.intake.source import Source, SourceError
from plus100.intake.tree import open_source
from plus100.ledger.assemble import read_frame
from plus100.ledger.world import Frame
from plus100.measure.figures import CadreFigures
from plus100.measure.shard import measure_shard
from plus100.measure.terms import Terms
from plus100.review.changes import Change
from plus100.review.few import few_records
from plus100.review.objects import Commit, Objects
from plus100.review.rights.places import place_of

BOOKS = frozenset({"partners", "log"})
EVERYBODY = frozenset({"settings", "policy"})
CADRE = frozenset({"cadre", "partners", "log"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: figures by person, and all that was found in what was read. ``frame`` is
    ``None`` where the records cannot be measured at all.
    """

    source: Source
    frame: Frame | None
    figures: Mapping[str, CadreFigures]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a change reaches. ``narrow``: into these cadres' books only. ``everybody``: into
    whatever rests on settings or policies. ``texts``: into texts beside the records, which may name
    any unit. ``cadres`` and ``units`` are those that it names.
    """

    narrow: bool
    everybody: bool
    texts: bool
    cadres: frozenset[str]
    units: frozenset[str]


def reach_of(change: Change, prefix: str) -> Reach:
    """The reach by the places of the files that differ."""
    inside = [edit.path.startswith(f"{prefix}/") for edit in change.edits]
    every = [place_of(edit.path, prefix) for edit in change.edits]
    places = [place for place, within in zip(every, inside, strict=True) if within]
    return Reach(
        narrow=all(place.thing in BOOKS for place in places),
        everybody=any(place.thing in EVERYBODY for place in places),
        texts=not all(inside),
        cadres=frozenset(place.cadre for place in places if place.thing in CADRE),
        units=frozenset(place.unit for place in places if place.thing == "unit"),
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides, with the persons whom the change can have touched. ``everybody`` says whether the
    side of the head holds the figures of all others as well.
    """

    before: Side
    after: Side
    reach: Reach
    persons: frozenset[str]
    everybody: bool


def compared(objects: Objects, change: Change, records: Path, *, all_after: bool = False) -> Comparison:
    """Before and after. ``all_after`` measures everybody on the side of the head, for ranks."""
    reach = reach_of(change, objects.prefix)
    narrow = reach.narrow and not all_after
    before, after = (
        few_records(objects, change, reach.cadres, every_unit=reach.texts)
        if narrow
        else (_whole(records, objects, change.fork), _whole(records, objects, change.head))
    )
    (earlier, found_before), (frame, found_after) = _frames(before, after, reach)
    if narrow:
        found_before, found_after = _of_books(found_before, before), _of_books(found_after, after)
    wanted = _persons((earlier, frame), reach)
    everybody = frozenset(frame.persons) if all_after and frame else wanted
    return Comparison(
        _side(before, earlier, found_before, wanted, objects.within),
        _side(after, frame, found_after, everybody, objects.within),
        reach,
        wanted,
        all_after,
    )


Read = tuple[Frame | None, tuple[Finding, ...]]


def _frames(before: Source, after: Source, reach: Reach) -> tuple[Read, Read]:
    """Both frames, as of one day. Policies that a change leaves as they are need not be read twice; what is
    wrong with them stays so.
    """
    frame, found = read_frame(after)
    if frame is None or reach.everybody:
        return read_frame(before, None if frame is None else frame.as_of), (frame, found)
    earlier, found_before = read_frame(before, frame.as_of, frame)
    laws = tuple(one for one in found if _thing(one, after) == "policy")
    return (earlier, (*found_before, *laws)), (frame, found)


def _of_books(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """What is wrong in books: of all else too little was read to say anything."""
    told = {*BOOKS, "nowhere"}
    return tuple(one for one in findings if _thing(one, source) in told)


def _thing(finding: Finding, source: Source) -> str:
    return place_of(finding.where.path, source.prefix).thing


def _persons(frames: Iterable[Frame | None], reach: Reach) -> frozenset[str]:
    """Whom a change can have touched."""
    found: set[str] = set()
    for frame in frames:
        if frame is None:
            continue
        for name, cadre in frame.cadres.items():
            if reach.everybody or name in reach.cadres or name.partition("/")[0] in reach.units:
                found.add(cadre.person)
    return frozenset(found)


def _side(
    source: Source, frame: Frame | None, found: tuple[Finding, ...], persons: frozenset[str], within: str
) -> Side:
    if frame is None:
        return Side(source, None, {}, from_top(locate(found, source), within))
    known = sorted(persons & frame.persons.keys())
    shard = measure_shard(Terms(frame), source, known, (), _silent)
    figures = {one.person: one for one in shard.cadres}
    findings = locate((*found, *shard.findings), source)
    return Side(source, frame, figures, from_top(findings, within))


def from_top(findings: tuple[Finding, ...], within: str) -> tuple[Finding, ...]:
    """The findings with paths from the repository's top, as the change names them."""
    if not within:
        return findings
    return tuple(
        replace(
            one,
            where=replace(one.where, path=f"{within}/{one.where.path}"),
            others=tuple(replace(other, path=f"{within}/{other.path}") for other in one.others),
        )
        for one in findings
    )


def _silent() -> None:
    """No progress is wanted."""


def _whole(records: Path, objects: Objects, commit: Commit) -> Source:
    """All records of a commit; none where it has no such folder."""
    try:
        return open_source(records, commit.name)
    except SourceError:
        return Memory(files={}, prefix=objects.prefix.rpartition("/")[2])
