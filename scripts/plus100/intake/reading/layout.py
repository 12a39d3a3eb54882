"""Rules of YAML 1.2 about layout that libyaml lets pass, and slips that it reads as plain text."""

from __future__ import annotations

import re

from plus100.intake.reading.nodes import Node, Reading, shorten
from plus100.intake.reading.sound import WIDE_KEY, RawEvent
from plus100.intake.reading.syntax import WIDE_SPACES, Slip, tight_dash, wide_hash, wide_space

_TIGHT_KEY = re.compile(rf"[ ]*(?:- +)*[a-z][a-z0-9_]*:(?:[^\s/:#]|[{WIDE_SPACES}])")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_ENDS_IN_SPACES = re.compile(r"[\r\n] +\Z").search
_BULLET = re.compile(r"[－•●▪◦][ \t\u3000\u00a0]")
_FULL_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*) *：\s*(.*)")


def check_continuation(reading: Reading, node: Node, indent: int) -> None:
    """Quoted text and brackets over several lines stay to the right of the block around them.

    libyaml reads ``key: [a,`` and ``b]`` at the line's start; YAML 1.2 does not (Y136). A tab in
    that place only looks like an indentation (Y129).
    """
    if node.style not in ("flow", '"', "'") or node.end is None or indent < 0:
        return
    lines = reading.lines
    first, _ = lines.place(node.start)
    last, _ = lines.place(node.end)
    for number in range(first + 1, last + 1):
        line = lines.line(number)
        spaces = len(line) - len(line.lstrip(" "))
        body = line[spaces:]
        if spaces > indent or not body.strip() or body.startswith("#"):
            continue
        code = "Y129" if body[0] == "\t" else "Y136"
        reading.fault(code, lines.starts[number - 1] + spaces, node.pointer)
        return


def check_comments(reading: Reading, start: int, end: int) -> None:
    """A comment begins a line or follows a space (Y143)."""
    text = reading.lines.text
    offset = start
    for part in re.split(r"(?<=[\r\n])", text[start:end]):
        at = part.find("#")
        if at >= 0:
            mark = offset + at
            if mark and text[mark - 1] not in " \t\r\n":
                reading.fault("Y143", mark, ())
        offset += len(part)


def check_block_text(reading: Reading, node: Node) -> None:
    """``|`` and ``>``: the header ends before a comment; no blank line is wider than the text."""
    if node.style not in ("|", ">") or node.end is None:
        return
    text = reading.lines.text
    header = _BLOCK_HEADER.match(text, node.start)
    if header is None:
        return
    if text[header.end() : header.end() + 1] == "#":
        reading.fault("Y143", header.end(), node.pointer)
    if _ENDS_IN_SPACES(text) and not text[node.end :].strip():
        reading.fault("Y146", len(text.rstrip(" ")), node.pointer)
    if any(char.isdigit() for char in header[0]):
        return
    first, _ = reading.lines.place(node.start)
    _check_leading_blanks(reading, node, first + 1)


def _check_leading_blanks(reading: Reading, node: Node, number: int) -> None:
    """Blank lines before the text must not be indented deeper than it (Y136)."""
    lines = reading.lines
    widest = 0
    while number <= len(lines.starts):
        line = lines.line(number)
        spaces = len(line) - len(line.lstrip(" "))
        if line[spaces:]:
            if widest > spaces:
                reading.fault("Y136", lines.starts[number - 1] + spaces, node.pointer)
            return
        widest = max(widest, spaces)
        number += 1


def check_plain(reading: Reading, node: Node, *, flow: bool) -> None:
    """Plain text that was meant as ``key: value``: full-width colon (Y133), no space (Y132)."""
    if flow or node.end is None or node.end == node.start:
        return
    lines = reading.lines
    first, _ = lines.place(node.start)
    last, _ = lines.place(node.end)
    for number in range(first, last + 1):
        line = lines.line(number)
        start = lines.starts[number - 1]
        begin = len(line) - len(line.lstrip(" -")) + start
        if number == first and begin != node.start:
            continue
        wide = WIDE_KEY.match(line)
        if wide:
            key, rest = _FULL_KEY.match(line.lstrip(" -")).groups()  # type: ignore[union-attr]
            reading.fault("Y133", start + wide.end() - 1, node.pointer, mended=f"{key}: {shorten(rest)}")
            return
        if _TIGHT_KEY.match(line) and (last > first or not node.pointer):
            at = line.index(":")
            mended = f"{line[:at].strip(' -')}: {shorten(line[at + 1 :])}"
            reading.fault("Y132", start + at, node.pointer, mended=mended)
            return


def check_question_mark(reading: Reading, key: RawEvent, *, flow: bool) -> None:
    """``{?a: 1}``: libyaml drops the question mark, YAML 1.2 keeps it (Y145)."""
    text = reading.lines.text
    start: int = key.start_mark.index
    if flow and start and text[start - 1] == "?":
        reading.fault("Y145", start - 1, (), mended=f'"?{shorten(key.value)}"')


def is_slip(reading: Reading, key: Node, *, flow: bool) -> bool:
    """A plain key that begins with what was meant as layout: the dash of a Chinese input method or a
    bullet (Y134), a dash without the space after it (Y148), spaces of another width (Y149).
    """
    line, column = reading.lines.place(key.start)
    text = reading.lines.line(line)[column - 1 :]
    slip = None
    if _BULLET.match(text):
        slip = Slip("Y134", 0, {"shown": text[0], "mended": f"- {shorten(text[1:])}"})
    elif not flow:
        slip = tight_dash(text) or wide_space(text)
    if slip is not None:
        reading.fault(slip.code, key.start, key.pointer[:-1], **slip.words)
    return slip is not None


def check_lines(reading: Reading, node: Node) -> None:
    """Lines of a plain text that were meant as a comment or as lines of their own: ``＃`` (Y134), spaces
    of another width before them (Y149).
    """
    lines = reading.lines
    first, _ = lines.place(node.start)
    last, _ = lines.place(node.end or node.start)
    for number in range(first + 1, last + 1):
        slip = wide_hash(lines.line(number)) or wide_space(lines.line(number))
        if slip:
            offset = lines.starts[number - 1] + slip.column
            reading.fault(slip.code, offset, node.pointer, **slip.words)
            return
