"""Git's marks of a merge conflict: one finding for each conflict, and no other about the file.

Both sides stand in the file, so that whatever else is wrong with it only follows from that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plus100.intake.reading.nodes import Reading

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def mark(reading: Reading) -> bool:
    """Record every conflict in the text (Y147); whether there is one."""
    for start, end in _conflicts(reading.lines.text):
        first, _ = reading.lines.place(start)
        last, _ = reading.lines.place(end)
        shown = f"第 {first} 行到第 {last} 行" if last > first else f"第 {first} 行"
        reading.fault("Y147", start, (), shown=shown)
    return bool(reading.findings)


def _conflicts(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the first and the last mark of each; what is left of a half-mended one too."""
    first: int | None = None
    last = 0
    for match in _MARK.finditer(text):
        begins = match[1][0] == "<"
        if first is not None and (begins or match[1][0] == ">"):
            yield first, last if begins else match.start()
            first = match.start() if begins else None
        elif first is None and match[1][0] == ">":
            yield match.start(), match.start()
        elif first is None:
            first = match.start()
        last = match.start()
    if first is not None:
        yield first, last
