"""The few records that a change to partners and logs alone needs, on both of its sides.

These are settings, waivers, policies, the whole of the engagements of the persons whose books differ, and
their units up to the root. All of it but the books themselves is the same on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from plus100.intake.memory import Memory
from plus100.intake.source import ORDINARY
from plus100.review.base import Base, base_of
from plus100.review.changes import Change
from plus100.review.objects import Commit, Objects
from plus100.review.roles import Roles
from plus100.review.trees import below, contents, find

_TOPS = ("settings.yml", "waivers.yml")


def few_records(
    objects: Objects, change: Change, touched: frozenset[str], *, every_unit: bool
) -> tuple[Memory, Memory]:
    """Before and after. ``touched`` are the cadres (``unit/cadre``) whose books differ."""
    base = base_of(objects, change.fork)
    cadres = _with_kin(base, touched)
    units = base.unit_files if every_unit else _lineage(base, [name.partition("/")[0] for name in cadres])
    shared = {f"units/{name}/unit.yml": data for name, data in units.items()}
    folders = ["policies", *(_folder(name) for name in cadres)]
    return _source(objects, change.fork, shared, folders), _source(objects, change.head, shared, folders)


def _source(
    objects: Objects, commit: Commit, shared: Mapping[str, bytes], folders: Iterable[str]
) -> Memory:
    """Shared files by their place in the records, and everything below some folders."""
    home = objects.prefix
    tops = dict(below(objects, commit.tree, home, deep=False))
    nodes = {path: tops[path] for path in (f"{home}/{name}" for name in _TOPS) if path in tops}
    for folder in folders:
        nodes.update(below(objects, commit.tree, f"{home}/{folder}"))
    files = {path[len(home) + 1 :]: data for path, data in contents(objects, nodes).items()}
    prefix = home.rpartition("/")[2]
    return Memory(
        files={f"{prefix}/{place}": data for place, data in {**shared, **files}.items()},
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


def _lineage(base: Base, units: Iterable[str]) -> Mapping[str, bytes]:
    """The files of units, of all that have ever stood above them, and of the root."""
    found: dict[str, bytes | None] = {}
    waiting = [base.settings.root, *units] if base.settings else [*units]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _unit_file(base, name)
            waiting += _parents(base, name)
    return {name: data for name, data in found.items() if data is not None}


def _unit_file(base: Base, unit: str) -> bytes | None:
    node = find(base.objects, base.commit.tree, f"{base.objects.prefix}/units/{unit}/unit.yml")
    return base.objects.content(node.object) if node and node.mode in ORDINARY else None


def _parents(base: Base, unit: str) -> Iterator[str]:
    record = base.unit(unit)
    parent = record.parent if record else None
    yield from (parent,) if isinstance(parent, str) else (one.value for one in parent or ())


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
