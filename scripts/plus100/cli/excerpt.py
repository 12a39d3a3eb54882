"""The line that a finding points at, with a caret below it, aligned for two-column characters."""

from __future__ import annotations

import re

from plus100.cli.cells import clean, visible, width
from plus100.core.findings import Location
from plus100.intake.leaks import masked
from plus100.intake.reading.text import BREAK

VALUE = re.compile(r"\"[^\"]*\"?|'[^']*'?|(?:[^\s,\[\]{}#:]|:(?=[^\s,\[\]{}]))+|.")
"""What the caret underlines: a quoted text, a word, else one character."""


def lines_of(data: bytes) -> list[str]:
    """A file's lines; bytes that are no UTF-8 are replaced."""
    return BREAK.split(data.decode("utf-8", errors="replace"))


def excerpt(where: Location, lines: list[str], room: int) -> tuple[str, str, str] | None:
    """Line number, line and carets, in at most ``room`` columns; ``None`` where there is no such
    line (a file that is missing or empty). Telephone numbers and the like are masked.
    """
    if where.line is None or not 1 <= where.line <= len(lines):
        return None
    line = masked(lines[where.line - 1])
    start = min((where.column or 1) - 1, len(line))
    end = start + marked(line, start)
    line, start, end = window(line, start, end, room)
    before, under = clean(line[:start]), clean(line[start:end])
    carets = " " * width(before) + "^" * max(1, width(under)) if where.column else ""
    return str(where.line), clean(line).rstrip(), carets


def marked(line: str, start: int) -> int:
    """Number of characters to underline."""
    found = VALUE.match(line, start)
    return len(found[0]) if found else 0


def window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a long line around the place meant, as characters and new positions."""
    if len(line) * 6 <= room or width(clean(line)) <= room:
        return line, start, end
    end = start + fitting(line[start:end], room - 2)
    first = max(0, start - fitting(line[:start][::-1], (room - width(clean(line[start:end]))) // 2))
    lead = "…" if first else ""
    rest = line[first:]
    kept = fitting(rest, room - 2)
    tail = "…" if kept < len(rest) else ""
    return f"{lead}{rest[:kept]}{tail}", start - first + len(lead), end - first + len(lead)


def fitting(text: str, room: int) -> int:
    """How many of the text's first characters fit into so many columns."""
    used = 0
    for count, char in enumerate(text):
        used += width(visible(char))
        if used > room:
            return count
    return len(text)
