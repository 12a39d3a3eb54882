"""One text in the spellings under which a number or address may hide in it.

A spelling is read by patterns that know ASCII only; every offset in it leads back to the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from binascii import Error
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = {"○": "0", "◯": "0", "洞": "0", "两": "2", "兩": "2", "拐": "7", "勾": "9"}
"""Digits as they are said or drawn; all others Unicode knows as numbers."""

_MARKS = {"·": ".", "•": ".", "・": ".", "∙": ".", "。": ".", "、": ",", "⁃": "-", "−": "-", "〜": "~"}
_NINE = 9
_FEW = 64
_FILLER = "~"
"""Stands for what has no width of its own: the frame of a keycap, a variation selector."""

_ESCAPE = re.compile(
    r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})|&#[xX]([0-9A-Fa-f]{1,6});"
    r"|%([0-9A-Fa-f]{2})|&#([0-9]{1,7});|(\\?\r?\n[ \t]*(?:#[ \t]*)?(?=[0-9(+]))"
)
"""Characters written by their number (YAML, HTML, addresses), and lines of one text."""

_DECIMAL, _FOLD = 6, 7
_BASE64 = re.compile(r"[A-Za-z0-9+/]{14,4096}")
_O_FOR_ZERO = re.compile(r"[0-9][oO][0-9oO]")
_LETTER_O = str.maketrans("oO", "00")


@dataclass(frozen=True, slots=True)
class Spelling:
    """``text`` to be searched; ``starts`` are offsets in it from which on it runs along with the
    original from ``origins`` on. ``whole`` is the span of the original where all of it stands for one.
    """

    text: str
    starts: Sequence[int] = (0,)
    origins: Sequence[int] = (0,)
    whole: tuple[int, int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original a place of the spelling stands."""
        return self.whole or (self._origin(start), self._origin(end))

    def _origin(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]


def spellings(text: str) -> Iterator[Spelling]:
    """The text in half width; with all digits, however written; with the letter O as a zero; with
    escapes undone and lines joined; and what its base64 says.
    """
    seen = set()
    for base in (Spelling(text), _unescaped(text)):
        narrow = _respelt(base.text, _half)
        variants = [narrow, _respelt(base.text, _number)]
        if _O_FOR_ZERO.search(narrow):
            variants.append(narrow.translate(_LETTER_O))
        for spelt in variants:
            if spelt not in seen:
                seen.add(spelt)
                yield Spelling(spelt, base.starts, base.origins)
    yield from _decoded(text)


def _respelt(text: str, way: Callable[[str], str]) -> str:
    """Every character by the one character, ASCII mostly, that it is a form of. As a rule there are few:
    to replace them one after the other is much faster than to look at each character of the text.
    """
    forms = {char: way(char) for char in set(text) if char > "\x7f"}
    odd = [(form > "\x7f", char, form) for char, form in forms.items() if form != char]
    if len(odd) > _FEW:
        return text.translate({ord(char): form for char, form in forms.items()})
    for _, char, form in sorted(odd):  # ASCII first: a form may itself be a form of something
        text = text.replace(char, form)
    return text


@lru_cache(8192)
def _half(char: str) -> str:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return _FILLER
    if unicodedata.category(char) == "Pd":
        return "-"
    form = unicodedata.normalize("NFKC", char)
    return _MARKS.get(char) or (form if len(form) == 1 else char)


@lru_cache(8192)
def _number(char: str) -> str:
    """Likewise, and a digit for one of any script and shape."""
    number = unicodedata.numeric(char, -1)
    return _DIGITS.get(char) or (str(int(number)) if number in range(_NINE + 1) else _half(char))


def _unescaped(text: str) -> Spelling:
    parts: list[str] = []
    starts, origins = [0], [0]
    size = end = 0
    for match in _ESCAPE.finditer(text):
        kind = match.lastindex or 0
        char = " " if kind == _FOLD else _character(match[kind], 10 if kind == _DECIMAL else 16)
        parts += (text[end : match.start()], char)
        size += match.start() - end
        starts += (size, size + 1)
        origins += (match.start(), match.end())
        size, end = size + 1, match.end()
    return Spelling("".join([*parts, text[end:]]), starts, origins)


def _character(number: str, base: int) -> str:
    code = int(number, base)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "  # noqa: PLR2004 - Unicode


def _decoded(text: str) -> Iterator[Spelling]:
    """Base64 that holds readable text, wherever in a longer word it begins."""
    for match in _BASE64.finditer(text):
        for skipped in range(4):
            token = match[0][skipped:]
            try:
                inner = b64decode(token[: len(token) // 4 * 4] + _padded(token)).decode()
            except (Error, UnicodeDecodeError):
                continue
            if inner.isprintable():
                yield Spelling(_respelt(inner, _number), whole=match.span())


def _padded(token: str) -> str:
    rest = token[len(token) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""
