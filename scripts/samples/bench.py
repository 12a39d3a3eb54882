"""A repository of so many cadres: 100 partners and 48 entries each, a log file for every month, as it
would really grow. Nine in ten serve under Shandong's policy, the others under Meizhou's.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from samples.books import File, files
from samples.emit import Value, document
from samples.plan import Counts, Crowd, Plan, Post
from samples.roster import MEIZHOU, SHANDONG
from samples.words import CATEGORIES, person

AS_OF = date(2018, 12, 31)
SINCE = date(2017, 1, 1)
UNIT_SIZE = 10
"""Cadres of one unit."""
KINDS = (
    *(("county", "县委", "FFFFFALLLL"),) * 5,
    *(("school", "中学团委", "FGGGGOOOOO"),) * 3,
    *(("township", "镇团委", "FOOOOOOOOO"),) * 2,
)
"""The ten units of one city: level, name, categories of the cadres. The last is Meizhou's."""
YEAR = {
    SHANDONG: Counts(activities=24, tasks=6, own=5, hero=2, wishes=2, reactions=15, shares=4),
    MEIZHOU: Counts(activities=30, own=5, hero=2, wishes=2, reactions=15, shares=4),
}
"""48 entries either way (15 likes and comments make 5)."""


def repository(cadres: int, policies: Path) -> Iterator[File]:
    """Every file below ``records``; the editions are copied from a folder."""
    for path in sorted(policies.glob("*.yml")):
        yield f"policies/{path.name}", path.read_text(encoding="utf-8")
    yield "settings.yml", document("settings.yml", "settings", _settings(cadres))
    yield _unit("root", "示例总部", "province", SHANDONG, None)
    units = -(-cadres // UNIT_SIZE)
    for number in range(-(-units // len(KINDS))):
        yield _unit(f"city-{number:03}", f"示例{number:03}市委", "city", SHANDONG, "root")
    for unit in range(units):
        level, kind, _ = KINDS[unit % len(KINDS)]
        city = f"city-{unit // len(KINDS):03}"
        yield _unit(_name(unit), f"示例{unit:04}{kind}", level, _edition(unit), city)
    for number in range(cadres):
        yield from files(_plan(number), monthly=True)


def commit(folder: Path) -> None:
    """One commit, dated the day after the last one, by nobody."""
    nobody = ("-c", "user.name=samples", "-c", "user.email=samples@example.invalid", "-c", "gc.auto=0")
    stamp = f"{AS_OF}T23:00:00+08:00"
    for command in (("init", "-q", "-b", "main"), ("add", "records"), ("commit", "-q", "-m", "Sample")):
        subprocess.run(  # noqa: S603
            ["git", *nobody, *command],  # noqa: S607
            cwd=folder,
            check=True,
            env={"GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp, "PATH": "/usr/bin:/bin"},
        )


def _edition(unit: int) -> str:
    return MEIZHOU if unit % len(KINDS) == len(KINDS) - 1 else SHANDONG


def _name(unit: int) -> str:
    return f"unit-{unit:04}"


def _settings(cadres: int) -> dict[str, Value]:
    return {
        "namespace": "bench",
        "title": f"示例：{cadres}名团干部",
        "timezone": "Asia/Shanghai",
        "root": "root",
        "as_of": str(AS_OF),
    }


def _unit(unit: str, name: str, level: str, policy: str, parent: str | None) -> File:
    path = f"units/{unit}/unit.yml"
    value: dict[str, Value] = {"id": unit, "name": f"共青团{name}", "level": level, "policy": policy}
    if parent:
        value["parent"] = parent
    if level in {"province", "city", "county"}:
        value["account_prefix"] = f"共青团{name}"
    return path, document(path, "unit", value)


def _plan(number: int) -> Plan:
    unit, place = divmod(number, UNIT_SIZE)
    cadre, name = person(number)
    edition = _edition(unit)
    level, kind, categories = KINDS[unit % len(KINDS)]
    category = CATEGORIES[categories[place]]
    return Plan(
        unit=_name(unit),
        cadre=cadre,
        name=name,
        edition=edition,
        posts=(Post(category=category, title="干部", since=SINCE),),
        crowd=Crowd(size=100, bound=0.7),
        years={2018: YEAR[edition]},
        as_of=AS_OF,
        level=level,
        account_prefix=f"共青团示例{unit:04}{kind}" if level == "county" else "",
        rich=False,
    )
