"""R307: a unit's or cadre's folder without its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plus100.core.findings import Finding
from plus100.ledger.checks.file_place import ENDING
from plus100.ledger.checks.say import say

CODE = "R307"


def check(
    prefix: str,
    units: Mapping[str, str | None],
    cadres: Mapping[str, str | None],
    files: Mapping[str, object],
    misplaced: Iterable[Finding],
) -> Iterator[Finding]:
    """Every folder without a readable record, unless a finding says already why: about a file in it that
    was to be the record, or about all that there is in it. ``files`` are the cadres with something in
    their folder that can be read.
    """
    said = frozenset(finding.where.path for finding in misplaced)
    filled = {cadre.partition("/")[0] for cadre, path in cadres.items() if path or cadre in files}
    for unit in (unit for unit, path in units.items() if path is None and unit in filled):
        yield from _without(f"{prefix}/units/{unit}", "unit", said)
    for cadre in (cadre for cadre, path in cadres.items() if path is None and cadre in files):
        yield from _without(f"{prefix}/units/{cadre.replace('/', '/cadres/')}", "cadre", said)


def _without(folder: str, kind: str, said: frozenset[str]) -> Iterator[Finding]:
    if any(f"{ENDING.sub('', path)}.yml" == f"{folder}/{kind}.yml" for path in said):
        return
    fix = f"补上 {kind}.yml；文件夹名称写错的，改名，或移动其中的文件。"
    yield say(CODE, (folder, None), f"文件夹 {folder} 里没有 {kind}.yml。", fix)
