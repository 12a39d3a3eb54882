"""Findings: what is wrong, where, and how to mend it.

Bad data never raises. Every stage returns ``(value, findings)`` and goes on with what is sound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

Pointer = tuple[str | int, ...]
"""A path into a document: ``("posts", 0, "from")`` is the ``from`` of the first post."""


class Severity(StrEnum):
    """How much a finding weighs. Only an error withholds a record or blocks a change."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file. ``line`` and ``column`` count from 1; ``None`` until located.

    Checks know a value by its ``pointer``; ``intake.locate`` turns it into line and column by
    reading the file once more, so that reading sound files costs nothing for it. With ``key``
    the place meant is the mapping's key and not its value.
    """

    path: str
    line: int | None = None
    column: int | None = None
    pointer: Pointer | None = None
    key: bool = False

    def __str__(self) -> str:
        """``path:line:column``, as editors understand it; what is unknown is left out."""
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault. ``message`` says what is wrong and ``fix`` how to mend it, both in Chinese.

    ``code`` stands in the catalogue. ``others`` are further places that belong to the same fault
    (the other one of two equal entries). ``snippet`` is a corrected excerpt, where one exists.
    """

    code: str
    message: str
    fix: str
    where: Location
    others: tuple[Location, ...] = ()
    snippet: str = ""
    severity: Severity = Severity.ERROR

    def at(self, line: int | None, column: int | None) -> Finding:
        """The same finding with its main place located."""
        return replace(self, where=replace(self.where, line=line, column=column))


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Sort key: by file, line, column, code, message. Total on distinct findings of one run."""
    where = finding.where
    return (where.path, where.line or 0, where.column or 0, finding.code, finding.message)
