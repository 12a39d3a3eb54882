"""R308: the id in ``unit.yml`` and ``cadre.yml`` is the folder's name."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.core.ids import cadre_id
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.parent import stated
from plus100.ledger.checks.say import say

CODE = "R308"


def check(draft: Draft) -> Iterator[Finding]:
    """Every unit and cadre. Where others go by the stated id, the folder may be what is wrong."""
    wrong = [
        (draft.unit_path(name), unit.id, name, unit.id)
        for name, unit in draft.units.items()
        if unit.id != name
    ]
    for name, cadre in draft.cadres.items():
        unit_name, _, folder = name.partition("/")
        if cadre.id != folder:
            wrong.append((draft.cadre_path(name), cadre.id, folder, cadre_id(unit_name, cadre.id)))
    used = _referred_to(draft) if wrong else set()
    for path, written, folder, called in wrong:
        yield _finding(path, written, folder, certain=called not in used)


def _referred_to(draft: Draft) -> set[str]:
    """The units and cadres (``unit/cadre``) that records name."""
    used = {parent for unit in draft.units.values() for _, parent in stated("parent", unit.parent)}
    used |= {cadre.moved_from for cadre in draft.cadres.values() if cadre.moved_from is not None}
    return used | ({draft.settings.root} if draft.settings is not None else set())


def _finding(path: str, written: str, folder: str, *, certain: bool) -> Finding:
    fix = f"写 id: {folder}，或把文件夹改名为 {written}。"
    message = f"代号 {written} 与文件夹名 {folder} 不同。"
    return say(CODE, (path, ("id",)), message, fix, mended=folder if certain else None)
