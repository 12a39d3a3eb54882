"""Keeping what is at fault, and only that, out of the frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from plus100.core.findings import Finding
from plus100.ledger.assembly.files import Layout
from plus100.ledger.assembly.policies import Policies
from plus100.ledger.assembly.read import Read, is_error, list_kind
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import stated
from plus100.ledger.records import Cadre, Unit
from plus100.ledger.world import Withheld

ASIDE = frozenset({"reviewers", "keys", "forge_accounts", "themes"})
"""Lists that no figure rests on: an item at fault is left out of its record, and that stands."""

WITHOUT_EFFECT = frozenset({"R327"})
"""Likewise an item, of whatever list, that has no effect where it stands."""

HOLLOW = "R307"

Codes = dict[str, tuple[str, ...]]
R = TypeVar("R", Unit, Cadre)


def withhold(
    layout: Layout, read: Read, ruled: Policies, draft: Draft, findings: Iterable[Finding]
) -> tuple[dict[str, Unit], dict[str, Cadre], tuple[Withheld, ...]]:
    """The sound units and cadres, and what was withheld. ``findings`` are those of the checks of the
    frame. With a unit its cadres are withheld, under the unit's codes.
    """
    whole, parts = _owners(findings)
    faulty = {path: (*read.faulty.get(path, ()), *whole.get(path, ())) for path in {*read.faulty, *whole}}
    units_out = _units_out(layout, draft, faulty, ruled)
    cadres_out = _cadres_out(layout, draft, faulty, units_out)
    units = {
        name: _without(unit, parts.get(draft.unit_path(name), ()))
        for name, unit in sorted(draft.units.items())
        if name not in units_out
    }
    cadres = {
        name: _without(cadre, parts.get(draft.cadre_path(name), ()))
        for name, cadre in sorted(draft.cadres.items())
        if name not in cadres_out
    }
    return units, cadres, (*_records(draft, units_out, cadres_out), *_lists(draft, layout))


def _owners(findings: Iterable[Finding]) -> tuple[Codes, dict[str, set[tuple[str, int]]]]:
    """The codes of errors by file, but for those about an item of a list that is kept aside."""
    whole: defaultdict[str, dict[str, None]] = defaultdict(dict)
    parts: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for finding in findings:
        if not is_error(finding):
            continue
        match finding.where.pointer:
            case (str(field), int(position), *_) if field in ASIDE or finding.code in WITHOUT_EFFECT:
                parts[finding.where.path].add((field, position))
            case _:
                whole[finding.where.path][finding.code] = None
    return {path: tuple(codes) for path, codes in whole.items()}, dict(parts)


def _units_out(layout: Layout, draft: Draft, faulty: Codes, ruled: Policies) -> Codes:
    """The units at fault. One whose edition cannot be applied cannot be measured either."""
    out: Codes = {}
    fallen = {one.record: one.codes for one in ruled.withheld if one.record not in ruled.editions}
    for name, path in layout.units.items():
        if path is None:
            out[name] = (_missing(layout, draft.unit_path(name)),)
        elif path in faulty:
            out[name] = faulty[path]
        else:
            editions = [edition for _, edition in stated("policy", draft.units[name].policy)]
            codes = [code for edition in editions for code in fallen.get(edition, ())]
            if not fallen.keys().isdisjoint(editions):
                out[name] = tuple(dict.fromkeys(codes))
    return out


def _cadres_out(layout: Layout, draft: Draft, faulty: Codes, units_out: Codes) -> Codes:
    out: Codes = {}
    for name, path in layout.cadres.items():
        unit = name.partition("/")[0]
        if path is None:
            out[name] = (_missing(layout, draft.cadre_path(name)),)
        elif path in faulty:
            out[name] = faulty[path]
        elif unit in units_out:
            out[name] = units_out[unit]
    return out


def _missing(layout: Layout, path: str) -> str:
    """Why there is no record at a path: its folder, a namesake or all in its folder is lost, or there is
    none at all.
    """
    folder, stem = path.rpartition("/")[0], path.removesuffix("yml").lower()
    lost = (code for one, code in layout.lost.items() if one == folder or one.lower().startswith(stem))
    within = [code for one, code in layout.lost.items() if one.startswith(f"{folder}/")]
    kept = any(one.startswith(f"{folder}/") for files in layout.files.values() for one in files)
    return next(lost, HOLLOW if kept or not within else within[0])


def _without(record: R, parts: Iterable[tuple[str, int]]) -> R:
    """The record without some items of its lists."""
    dropped = set(parts)
    left = {
        field: tuple(item for i, item in enumerate(getattr(record, field)) if (field, i) not in dropped)
        for field in {field for field, _ in dropped}
    }
    return msgspec.structs.replace(record, **left) if left else record


def _records(draft: Draft, units_out: Codes, cadres_out: Codes) -> Iterator[Withheld]:
    for name, codes in sorted(units_out.items()):
        yield Withheld("unit", draft.unit_path(name), name, "", name, codes)
    for name, codes in sorted(cadres_out.items()):
        yield Withheld("cadre", draft.cadre_path(name), name.partition("/")[0], name, name, codes)


def _lists(draft: Draft, layout: Layout) -> Iterator[Withheld]:
    """Files of partners and logs that are not read where they are."""
    for path, code in sorted(layout.lost.items()):
        match path.removeprefix(f"{draft.prefix}/").split("/"):
            case ["units", unit, "cadres", cadre, folder, *_] if folder.lower() in ("partners", "log"):
                yield Withheld(list_kind(f"{folder}/"), path, unit, f"{unit}/{cadre}", path, (code,))
