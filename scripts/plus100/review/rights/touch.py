"""One thing of the table that is touched by one operation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plus100.core.findings import Pointer
from plus100.review.rights.table import Operation
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One thing that is touched, by one operation. ``unit`` and ``cadre`` say whose it is; ``under``
    is the unit whose reviewers count as the direct superior's, where the base cannot say (a unit that
    is new, or moves). ``person``: whom it is about. ``detail``: ids or fields, for the message.
    """

    thing: str
    op: Operation
    path: str
    unit: str = ""
    cadre: str = ""
    under: str = ""
    person: str = ""
    detail: tuple[str, ...] = ()
    pointer: Pointer | None = None


def operation(edit: FileEdit) -> Operation:
    """What becomes of a file as a whole."""
    return "add" if edit.before is None else "remove" if edit.after is None else "change"


def person_of(roles: Roles, cadre: str) -> str:
    """Whose engagement that is in the base; "" where nobody can tell."""
    record = roles.base.cadre(cadre) if cadre else None
    return record.person if record else ""


def at(base: Touch, thing: str, fields: tuple[str, ...]) -> Touch:
    """The same touch of some fields of a file, which are another thing of the table."""
    return replace(base, thing=thing, detail=fields, pointer=fields[:1])
