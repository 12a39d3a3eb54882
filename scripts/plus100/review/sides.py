"""The records before and after a change, measured as of the same day: only the persons whom the change can
have touched, unless it touches what all figures rest on.

A change to partners and logs alone can change the figures of those cadres only, and nothing that is found
in the frame. Then no more is read than settings, policies, units and the whole of those persons'
engagements; what the frame's checks say of so little is not handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
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
from plus100.review.base import Base
from plus100.review.changes import Change
from plus100.review.objects import Commit, Objects
from plus100.review.rights.places import place_of
from plus100.review.roles import Roles
from plus100.review.trees import below

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
    whatever rests on settings or policies. ``cadres`` and ``units`` are those that it names.
    """

    narrow: bool
    everybody: bool
    cadres: frozenset[str]
    units: frozenset[str]


def reach_of(change: Change, prefix: str) -> Reach:
    """The reach by the places of the files that differ."""
    places = [place_of(edit.path, prefix) for edit in change.edits if edit.path.startswith(f"{prefix}/")]
    return Reach(
        narrow=all(place.thing in BOOKS for place in places),
        everybody=any(place.thing in EVERYBODY for place in places),
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
    sources = [
        _narrow(objects, commit, reach.cadres) if narrow else _whole(records, objects, commit)
        for commit in (change.fork, change.head)
    ]
    after, found_after = read_frame(sources[1])
    before, found_before = read_frame(sources[0], None if after is None else after.as_of)
    if narrow:
        found_before, found_after = _of_books(found_before, sources[0]), _of_books(found_after, sources[1])
    wanted = _persons((before, after), reach)
    everybody = frozenset(after.persons) if all_after and after else wanted
    within = objects.prefix.rpartition("/")[0]
    return Comparison(
        _side(sources[0], before, found_before, wanted, within),
        _side(sources[1], after, found_after, everybody, within),
        reach,
        wanted,
        all_after,
    )


def _of_books(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """What is wrong in books: of all else too little was read to say anything."""
    told = {*BOOKS, "nowhere"}
    return tuple(one for one in findings if place_of(one.where.path, source.prefix).thing in told)


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


def _narrow(objects: Objects, commit: Commit, touched: frozenset[str]) -> Source:
    """Settings, waivers, policies, all units, and everything of some cadres' persons."""
    base = Base(objects, commit)
    files = {f"units/{unit}/unit.yml": data for unit, data in base.unit_files.items()}
    folders = ["policies", *(_folder(cadre) for cadre in _with_kin(base, touched))]
    for place in (f"{objects.prefix}/{folder}" for folder in folders):
        nodes = dict(below(objects, commit.tree, place))
        objects.fetch(node.object for node in nodes.values())
        for path, node in nodes.items():
            if node.mode in {"100644", "100755"}:
                files[path[len(objects.prefix) + 1 :]] = objects.content(node.object)
    tops = dict(below(objects, commit.tree, objects.prefix, deep=False))
    for name in ("settings.yml", "waivers.yml"):
        top = tops.get(f"{objects.prefix}/{name}")
        if top is not None:
            files[name] = objects.content(top.object)
    prefix = objects.prefix.rpartition("/")[2]
    return Memory(
        files={f"{prefix}/{path}": data for path, data in files.items()},
        revision=commit.name,
        committed=when(commit),
        prefix=prefix,
    )


def _folder(cadre: str) -> str:
    unit, _, name = cadre.partition("/")
    return f"units/{unit}/cadres/{name}"


def _with_kin(base: Base, touched: frozenset[str]) -> tuple[str, ...]:
    """Cadres with all engagements of their persons, and those that they say they moved from."""
    roles = Roles(base, date.min)
    found: dict[str, None] = {}
    waiting = sorted(touched)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = None
        record = base.cadre(name)
        if record is not None:
            waiting += roles.engagements(record.person)
            waiting += [record.moved_from] if record.moved_from else []
    return tuple(found)


def when(commit: Commit) -> datetime:
    """The committer's date in its zone."""
    hours, minutes = int(commit.zone[1:3]), int(commit.zone[3:5])
    offset = timedelta(hours=hours, minutes=minutes)
    zone = (
        timezone(-offset if commit.zone.startswith("-") else offset) if offset < timedelta(days=1) else UTC
    )
    try:
        return datetime.fromtimestamp(commit.committed, zone)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)
