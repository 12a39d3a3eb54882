"""R308: the id in ``unit.yml`` and ``cadre.yml`` is the folder's name."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say

CODE = "R308"


def check(draft: Draft) -> Iterator[Finding]:
    """Every unit and cadre."""
    for name, unit in draft.units.items():
        if unit.id != name:
            yield _finding(draft.unit_path(name), unit.id, name)
    for name, cadre in draft.cadres.items():
        folder = name.partition("/")[2]
        if cadre.id != folder:
            yield _finding(draft.cadre_path(name), cadre.id, folder)


def _finding(path: str, stated: str, folder: str) -> Finding:
    fix = f"写 id: {folder}，或把文件夹改名为 {stated}。"
    return say(CODE, (path, ("id",)), f"代号 {stated} 与文件夹名 {folder} 不同。", fix)
