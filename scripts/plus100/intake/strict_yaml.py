"""Strict YAML: bytes to a value, or what is wrong with the file.

Two readings share the work. ``sound`` is a tight loop for sound files and knows no findings;
whenever it doubts, ``careful`` reads the file again with places and says everything. A property
test holds them to the same values.
"""

from __future__ import annotations

from plus100.core.findings import Finding
from plus100.intake.careful import examine
from plus100.intake.sound import DoubtError, build
from plus100.intake.text import decode


def read(data: bytes, path: str) -> tuple[object | None, tuple[Finding, ...]]:
    """The value of a file (``dict``, ``list``, ``str``, ``int``, ``float``, ``bool``, ``None``) and
    the findings about it, each with line and column.

    Where reading cannot go on, the value is ``None``. Where it can (a repeated key, an anchor, a
    number out of range), the value is whole and each finding's pointer names what to leave out.
    A file is sound if and only if there are no findings.
    """
    text, found = decode(data, path)
    if text is None:
        return None, found
    try:
        return build(data, text), ()
    except DoubtError:
        pass
    reading = examine(text, path)
    value = reading.root.value if reading.root and reading.complete else None
    return value, tuple(reading.findings)
