"""How a refusal is made. Paths in messages may be hostile: what prints them escapes them. Numbers and
mailboxes in them are masked: whoever reads a report learns nobody's.
"""

from __future__ import annotations

from plus100.core.catalogue import CATALOGUE
from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.leaks import masked


def refusal(code: str, path: str, message: str, fix: str, pointer: Pointer | None = None) -> Finding:
    """One finding about a file as a whole, or about a value in it."""
    where = Location(path=masked(path), pointer=pointer)
    return Finding(code=code, message=message, fix=fix, where=where, severity=CATALOGUE[code].severity)


def shown(path: str) -> str:
    """A path as a message may repeat it: what is not printable, and any byte that is not UTF-8, as an
    escape, and a telephone number as stars.
    """
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in masked(path))


def readable(path: str) -> str:
    """A path as text that any file can hold: bytes that are not UTF-8 as escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
