"""R323: a unit's parent exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding, Pointer
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import meant, offer, say
from plus100.ledger.records import DatedStr, Unit, on

CODE = "R323"


def stated(field: str, value: DatedStr | None) -> Iterator[tuple[Pointer, str]]:
    """Every value that a dated fact takes, with its place."""
    if isinstance(value, str):
        yield (field,), value
    for i, since in enumerate(value if isinstance(value, tuple) else ()):
        yield (field, i, "value"), since.value


def parent_on(unit: Unit, day: date) -> str | None:
    """A unit's parent on a day."""
    return on(unit.parent, day) if unit.parent is not None else None


def check(draft: Draft) -> Iterator[Finding]:
    """Every parent that a unit has or had."""
    for name, unit in draft.units.items():
        for pointer, parent in stated("parent", unit.parent):
            if parent not in draft.known_units:
                fix = offer(parent, draft.known_units, "parent 应是 units 下一个单位的代号。")
                place = (draft.unit_path(name), pointer)
                message = f"单位 {name} 的上级单位 {parent} 不存在。"
                mended = meant(parent, draft.known_units - {name})
                yield say(CODE, place, message, fix, mended=mended)
