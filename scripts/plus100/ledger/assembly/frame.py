"""The frame: everything but the books, read and checked once, and what is at fault withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plus100.core.findings import Finding
from plus100.intake.schema import Kind
from plus100.intake.source import Source
from plus100.ledger import checks
from plus100.ledger.assembly.doubt import made_out, of_record, wrong_in
from plus100.ledger.assembly.files import Layout, sort_files
from plus100.ledger.assembly.lost import children, lost_units, missing
from plus100.ledger.assembly.policies import Policies, policies
from plus100.ledger.assembly.read import Read, is_error, list_kind, read_all, sound, stated
from plus100.ledger.assembly.withhold import withhold
from plus100.ledger.checks import calendar
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say
from plus100.ledger.records import Cadre, Settings, Unit
from plus100.ledger.vocabulary import vocabulary
from plus100.ledger.waivers import check as check_waivers
from plus100.ledger.waivers import read_waivers
from plus100.ledger.world import Commit, Frame

NO_SETTINGS = "R300"

UNKNOWN = Settings(namespace="", title="", timezone="UTC", root="")
"""Stands in for settings that cannot be used, so that all else can still be checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A frame with the findings. ``usable`` is false where settings or as-of are missing: then the
    frame serves to check the books, but not to measure.
    """

    frame: Frame
    usable: bool
    findings: tuple[Finding, ...]


def assemble(source: Source, as_of: date | None = None, under: Frame | None = None) -> Assembled:
    """Read and check the frame. ``as_of`` is the date asked for, if any; ``under`` a frame whose
    policies hold in place of the source's own, which are not read. Never raises for bad data.
    """
    layout, misplaced = sort_files(source.prefix, source.paths(), source.irregular())
    kinds = {**({} if under else _laws(layout)), **_kinds(layout)}
    read = read_all(source, kinds)
    ruled = policies(source.prefix, layout, read) if under is None else _policies_of(under)
    draft = _draft(source.prefix, layout, read, ruled)
    about_settings = tuple(_settings(source, layout, draft.settings, as_of))
    found = tuple(finding for check in checks.FRAME for finding in check(draft))
    found += tuple(_of_doubted(draft, layout, read))
    usable = draft.settings is not None and not any(is_error(finding) for finding in about_settings)
    settings = draft.settings if usable and draft.settings is not None else UNKNOWN
    commit = _commit(source, settings)
    units, cadres, withheld = withhold(layout, read, ruled, draft, found)
    left = read_all(source, _files_of_others(layout, cadres)).findings
    day = as_of or settings.as_of or commit.day or date.max
    waivers = read_waivers(read, layout.waivers)
    about_waivers = check_waivers(f"{source.prefix}/waivers.yml", waivers, commit.day or day)
    findings = (*misplaced, *read.findings, *ruled.findings, *about_settings, *found, *left, *about_waivers)
    lost = lost_units(layout, read, units, day)
    frame = Frame(
        settings=settings,
        editions=ruled.editions,
        readings=ruled.readings,
        units=units,
        cadres=cadres,
        persons=_persons(cadres),
        files={name: layout.files.get(name, ()) for name in cadres},
        commit=commit,
        as_of=day,
        withheld=(*ruled.withheld, *withheld),
        missing=missing(layout, read, cadres),
        lost_units=lost,
        children=children(units, lost, day),
        vocabularies={name: vocabulary(unit, ruled.editions) for name, unit in units.items()},
        waivers=tuple(waiver for waiver, _ in waivers),
    )
    return Assembled(frame=frame, usable=usable, findings=findings)


def _policies_of(frame: Frame) -> Policies:
    """The policies that another frame was assembled under; what was wrong with them was told there."""
    withheld = tuple(one for one in frame.withheld if one.kind == "policy")
    return Policies(
        editions=frame.editions,
        readings=frame.readings,
        known=frozenset((*frame.editions, *(one.record for one in withheld))),
        findings=(),
        withheld=withheld,
    )


def _laws(layout: Layout) -> dict[str, Kind]:
    """Policies and readings."""
    readings: dict[str, Kind] = {} if layout.readings is None else {layout.readings: "readings"}
    return {**readings, **dict.fromkeys(layout.policies.values(), "policy")}


def _kinds(layout: Layout) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    if layout.settings is not None:
        kinds[layout.settings] = "settings"
    if layout.waivers is not None:
        kinds[layout.waivers] = "waivers"
    kinds.update((path, "unit") for path in layout.units.values() if path is not None)
    kinds.update((path, "cadre") for path in layout.cadres.values() if path is not None)
    return kinds


def _files_of_others(layout: Layout, cadres: Mapping[str, Cadre]) -> dict[str, Kind]:
    """Partners and logs of withheld cadres. Nobody reads their books, but what is wrong with a file
    by itself is said all the same, a leak above all.
    """
    paths = (path for name, files in layout.files.items() if name not in cadres for path in files)
    return {path: list_kind(path) for path in paths}


def _draft(prefix: str, layout: Layout, read: Read, ruled: Policies) -> Draft:
    settings = sound(read, {"": layout.settings}, Settings)
    paths = layout.cadres.values()
    cadre_ids = (
        f"{name.partition('/')[0]}/{said}"
        for name, path in layout.cadres.items()
        for said in stated(read, (path,), "id")
    )
    return Draft(
        prefix=prefix,
        settings=settings.get(""),
        editions=ruled.editions,
        units=sound(read, layout.units, Unit),
        cadres=sound(read, layout.cadres, Cadre),
        known_editions=ruled.known,
        known_units=frozenset((*layout.units, *stated(read, layout.units.values(), "id"))),
        known_cadres=frozenset((*layout.cadres, *cadre_ids)),
        known_persons=frozenset(stated(read, paths, "person")),
        whole=len(list(stated(read, paths, "person"))) == len(layout.cadres),
    )


def _of_doubted(draft: Draft, layout: Layout, read: Read) -> Iterator[Finding]:
    """What is wrong with the days of units and cadres that their schemas refuse."""
    alone = replace(draft, units={}, cadres={})
    for path, name in _faulty(layout.units, read):
        wrong = wrong_in(read.findings, path)
        if unit := made_out(read.raw[path], Unit, wrong):
            yield from of_record(replace(alone, units={name: unit}), wrong)
    for path, name in _faulty(layout.cadres, read):
        wrong = wrong_in(read.findings, path)
        if cadre := made_out(read.raw[path], Cadre, wrong):
            yield from of_record(replace(alone, cadres={name: cadre}), wrong)


def _faulty(paths: Mapping[str, str | None], read: Read) -> list[tuple[str, str]]:
    return [(path, name) for name, path in paths.items() if path is not None and path in read.faulty]


def _settings(
    source: Source, layout: Layout, settings: Settings | None, as_of: date | None
) -> Iterator[Finding]:
    path = f"{source.prefix}/settings.yml"
    if settings is not None:
        yield from calendar.check(path, settings, source.committed, as_of)
    elif layout.settings is None and path not in layout.lost:
        fix = "补上 settings.yml，至少写 namespace、title、timezone 和 root。"
        yield say(NO_SETTINGS, (path, None), "记录文件夹里没有 settings.yml。", fix)


def _commit(source: Source, settings: Settings) -> Commit:
    """The commit, and its day in the settings' time zone."""
    zone = calendar.zone_of(settings)
    day = source.committed.astimezone(zone).date() if source.committed is not None else None
    return Commit(revision=source.revision, day=day)


def _persons(cadres: Mapping[str, Cadre]) -> dict[str, tuple[str, ...]]:
    """Each person's engagements, oldest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(cadres, key=lambda name: (cadres[name].since, name)):
        found[cadres[name].person].append(name)
    return {person: tuple(found[person]) for person in sorted(found)}
