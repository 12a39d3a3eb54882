"""Strict YAML: bytes to a value, or what is wrong with the file.

Three readings share the work. ``plain_lists`` takes list files of the plainest form and ``sound``, a
tight loop, all sound files; neither knows findings. Whenever ``sound`` doubts, ``careful`` reads the
file again with places and says everything. Property tests hold them to the same values.
"""

from __future__ import annotations

from plus100.core.findings import Finding
from plus100.intake.reading.careful import examine
from plus100.intake.reading.plain_lists import read_plain_list
from plus100.intake.reading.scalars import UnfitError
from plus100.intake.reading.sound import DoubtError, build
from plus100.intake.reading.text import decode


def read(data: bytes, path: str) -> tuple[object | None, tuple[Finding, ...]]:
    """The value of a file (``dict``, ``list``, ``str``, ``int``, ``float``, ``bool``, ``None``) and
    the findings about it, each with line and column.

    Where reading cannot go on, the value is ``None``. Where it can (a repeated key, an anchor, a
    number out of range), the value is whole and each finding's pointer names what to leave out.
    A file is sound if and only if there are no findings.
    """
    text, found = decode(data, path)
    return (None, found) if text is None else read_text(text, data, path)


def read_text(text: str, data: bytes, path: str) -> tuple[object | None, tuple[Finding, ...]]:
    """``read`` for a file that is decoded already; ``data`` are its bytes."""
    try:
        plain = read_plain_list(text)
        return (build(data, text) if plain is None else plain), ()
    except (DoubtError, UnfitError):
        pass
    reading = examine(text, path)
    value = reading.root.value if reading.root and reading.complete else None
    return value, tuple(reading.findings)
