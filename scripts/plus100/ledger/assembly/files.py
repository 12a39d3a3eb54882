"""Which file is what: the records folder sorted by place, and what has no place in it.

    settings.yml, waivers.yml
    policies/<edition>.yml, policies/readings.yml
    units/<unit>/unit.yml
    units/<unit>/cadres/<cadre>/cadre.yml
    units/<unit>/cadres/<cadre>/{partners,log}/<name>.yml

``README.md``, ``CHANGELOG.md`` and ``.gitkeep`` may stand anywhere. Every other file is said, not ignored.
A file whose name, or a folder's around it, gives away a number is not read, and goes by its masked name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding
from plus100.core.ids import NAME
from plus100.intake import leaks
from plus100.ledger.checks import file_place, hollow

ASIDE = frozenset({"README.md", "CHANGELOG.md", ".gitkeep"})
_N = NAME.pattern
PLACE = re.compile(
    rf"(?:settings|waivers)\.yml|policies/{_N}\.yml|units/{_N}/(?:unit|cadres/{_N}/(?:cadre|(?:partners|log)/{_N}))\.yml"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Readable files by what they are. ``units`` and ``cadres`` hold every folder; the path is
    ``None`` where the record is missing or cannot be read where it is. ``lost`` are the paths that
    are not read, each with the code of what is wrong.
    """

    settings: str | None
    waivers: str | None
    readings: str | None
    policies: Mapping[str, str]
    units: Mapping[str, str | None]
    cadres: Mapping[str, str | None]
    files: Mapping[str, tuple[str, ...]]
    lost: Mapping[str, str]


def sort_files(
    prefix: str, paths: Iterable[str], irregular: Iterable[str]
) -> tuple[Layout, tuple[Finding, ...]]:
    """The layout of the paths, all of which begin with ``prefix/``, and what is out of place."""
    links = frozenset(irregular)
    everything = sorted(links.union(paths))
    named = leaks.in_names(everything)
    listed = [path for path in everything if path not in named] if named else everything
    start = len(prefix) + 1
    fits = PLACE.fullmatch
    good = [path for path in listed if fits(path, start) is not None and path not in links]
    sound = frozenset(good)
    bad = [path for path in listed if path not in sound and path.rpartition("/")[2] not in ASIDE]
    findings, lost = file_place.check(prefix, listed, bad, links)
    findings = (*findings, *{found.where.path: found for found in named.values()}.values())
    lost.update((leaks.masked(path), found.code) for path, found in named.items())
    layout = _layout(prefix, good, lost, links)
    return layout, (*findings, *hollow.check(prefix, layout.units, layout.cadres, layout.files, findings))


def _layout(prefix: str, good: Iterable[str], lost: Mapping[str, str], links: frozenset[str]) -> Layout:
    units, cadres = _folders(prefix, lost, links)
    tops: dict[str, str] = {}
    policies: dict[str, str] = {}
    files: defaultdict[str, list[str]] = defaultdict(list)
    for path in good:
        match path[len(prefix) + 1 : -len(".yml")].split("/"):
            case ["units", unit, "cadres", cadre, "cadre"]:
                cadres[f"{unit}/{cadre}"] = path
            case ["units", unit, "cadres", cadre, _, _]:
                files[f"{unit}/{cadre}"].append(path)
            case ["units", unit, "unit"]:
                units[unit] = path
            case ["policies", name]:
                policies[name] = path
            case top:
                tops[top[0]] = path
    for cadre in files:
        cadres.setdefault(cadre, None)
    for cadre in cadres:
        units.setdefault(cadre.partition("/")[0], None)
    return Layout(
        settings=tops.get("settings"),
        waivers=tops.get("waivers"),
        readings=policies.pop("readings", None),
        policies=policies,
        units=units,
        cadres=cadres,
        files={cadre: tuple(paths) for cadre, paths in files.items()},
        lost=lost,
    )


def _folders(
    prefix: str, lost: Iterable[str], links: frozenset[str]
) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """Units and cadres of which a file is lost: there is such a folder, or a link in its place."""
    units: dict[str, str | None] = {}
    cadres: dict[str, str | None] = {}
    for path in lost:
        folders = path.removeprefix(f"{prefix}/").split("/")[: None if path in links else -1]
        match folders:
            case ["units", unit, "cadres", cadre, *_]:
                units[unit] = cadres[f"{unit}/{cadre}"] = None
            case ["units", unit, *_]:
                units[unit] = None
    return units, cadres
