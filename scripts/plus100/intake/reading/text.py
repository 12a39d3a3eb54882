"""Bytes to text: what no record may contain, whatever it means.

Everything here is one pass in C over sound files; a file that fails is looked at again, slowly.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from itertools import islice

from plus100.core.findings import Finding, Location
from plus100.intake.limit import MAX_BYTES
from plus100.intake.reading.faults import finding

BREAK = re.compile(r"\r\n|\r|\n")
"""A line's end, as libyaml counts lines once the other Unicode breaks are refused."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f"
_BREAKS = "\u0085\u2028\u2029"
_CONTROL = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff"
# All of these are unprintable to ``str.isprintable``, which is why ``decode`` may ask it first.
# Variation selectors stay: they belong to emoji.
_FORBIDDEN = re.compile(
    f"(?P<Y103>\x00+)|(?P<Y104>[{_CONTROL}]+)|(?P<Y105>[{_BIDI}]+)"
    f"|(?P<Y106>[{_INVISIBLE}]+)|(?P<Y107>[{_BREAKS}]+)"
)
_SHOWN = 20
_HEAD, _LEAST = 16, 8


class Lines:
    """Offsets of a text's lines, to say where something stands."""

    def __init__(self, text: str) -> None:
        """Index the text once."""
        self.text = text
        self.starts = [0, *(match.end() for match in BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line's text by its number from 1, without its end; empty where there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file, or ``None`` and what forbids reading it (Y101 to Y108)."""
    if len(data) > MAX_BYTES:
        return None, (finding("Y108", _top(path)),)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, (_byte_order_mark(data, path),)
    if _looks_wide(data):
        return None, (finding("Y101", Location(path=path, pointer=()), name=_UTF16),)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, path, error),)
    if text.replace("\n", "").isprintable():
        return text, ()
    found = _forbidden(text, path)
    return (None, found) if found else (text, ())


def _byte_order_mark(data: bytes, path: str) -> Finding:
    """One mark; of UTF-16 no line is named, since none can be shown."""
    if data.startswith(codecs.BOM_UTF8):
        return finding("Y101", _top(path), name="以 UTF-8 字节顺序标记（BOM）开头")
    return finding("Y101", Location(path=path, pointer=()), name=_UTF16)


_UTF16 = "是 UTF-16 编码（有些软件叫“Unicode”），不是 UTF-8"


def _looks_wide(data: bytes) -> bool:
    """Whether every other byte of the beginning is a NUL: UTF-16 without its mark."""
    head = data[:_HEAD]
    return len(head) >= _LEAST and (not any(head[1::2]) or not any(head[::2])) and any(head)


def _top(path: str) -> Location:
    return Location(path=path, line=1, column=1, pointer=())


def _not_utf8(data: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    before = data[: error.start].decode()
    line, column = Lines(before).place(len(before))
    where = Location(path=path, line=line, column=column, pointer=())
    shown = data[error.start : error.start + 4].hex(" ").upper()
    return finding("Y102", where, shown=shown, guess=_guess(data))


def _guess(data: bytes) -> str:
    """A clause that names the encoding that the file probably has, or nothing."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    foreign = [char for char in text if char > "\x7f"]
    han = sum("\u4e00" <= char <= "\u9fff" for char in foreign)
    return "，看起来是 GBK（ANSI）编码" if han * 2 > len(foreign) else ""


def _forbidden(text: str, path: str) -> tuple[Finding, ...]:
    """One finding for each run of forbidden characters, and at most a screenful."""
    lines = Lines(text)
    found = []
    for match in islice(_FORBIDDEN.finditer(text), _SHOWN):
        line, column = lines.place(match.start())
        names = "、".join(dict.fromkeys(f"U+{ord(char):04X}" for char in match[0][:_SHOWN]))
        where = Location(path=path, line=line, column=column, pointer=())
        found.append(finding(str(match.lastgroup), where, shown=names))
    return tuple(found)
