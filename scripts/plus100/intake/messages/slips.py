"""What people probably meant: the nearest name, the code behind a label, the date behind a date."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from rapidfuzz import fuzz, process

_LONGEST = 60
_NEAR = 70
"""Similarity from 0 to 100 at which a name counts as a slip of another."""

_QUOTES = "“”‘’「」『』\"'`"
_TRUE = frozenset(["是", "有", "对", "真", "yes", "y", "on", "true", "t", "1"])
_FALSE = frozenset(["否", "无", "没有", "不是", "不", "假", "no", "n", "off", "false", "f", "0"])
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?(%?)")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 2000 to 2099
_COUNT = re.compile(r"(\d{1,9})(?:\.0*)?\s*[个人名次分月项]?")


def bare(text: str) -> str:
    """A short text in half width, without quotation marks of any kind around it."""
    return unicodedata.normalize("NFKC", text[:_LONGEST]).strip().strip(_QUOTES).strip()


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A short text as it is compared: half width, lower case, ``_`` for space and hyphen."""
    folded = bare(text).casefold()
    return re.sub(r"[\s-]+", "_", folded)


def nearest(text: str, labelled: Mapping[str, str]) -> str | None:
    """The code (or key) that the text probably means: the code itself in another spelling, its
    Chinese label or a part of it that fits no other, or the most similar code or label.
    """
    if not text.strip() or len(text) > _LONGEST:
        return None
    wanted = plain(text)
    names = {plain(code): code for code in labelled}
    names.update({plain(label): code for code, label in labelled.items()})
    if wanted in names:
        return names[wanted]
    return _within(wanted, names) or _similar(wanted, names)


def _within(wanted: str, names: Mapping[str, str]) -> str | None:
    """The one code whose name holds the text or is held by it (two characters and more)."""
    if len(wanted) < 2:  # noqa: PLR2004 - a single character is no name
        return None
    found = {
        code
        for name, code in names.items()
        if not name.isascii() and len(name) > 1 and (name in wanted or wanted in name)
    }
    return found.pop() if len(found) == 1 else None


def _similar(wanted: str, names: Iterable[str]) -> str | None:
    match = process.extractOne(wanted, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return names[match[0]] if match and isinstance(names, Mapping) else None


def boolean(value: object) -> bool | None:
    """``true`` or ``false`` as other spellings mean it."""
    text = plain(str(value)[:_LONGEST]) if isinstance(value, str | int) else ""
    return True if text in _TRUE else False if text in _FALSE else None


def integer(value: object) -> int | None:
    """A whole number as written in quotes, full width or with a measure word."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str) or isinstance(value, bool):
        return None
    match = _COUNT.fullmatch(bare(value))
    return int(match[1]) if match else None


def listed(text: str) -> list[str]:
    """The items of a list of codes written as text, whatever brackets, commas and quotes it has; none where
    an item is no code.
    """
    items = [bare(item) for item in re.split("[,、]", bare(text).strip("[]{}【】"))]
    return items if all(_CODE.fullmatch(item) for item in items) else []


def formed(text: str, pattern: str) -> str | None:
    """The text in the form that a pattern wants, if a change of spelling is all it takes: a name in
    lower case with hyphens, a share as a fraction.
    """
    normal = bare(text).lower()
    tries = (normal, re.sub(r"[\s_-]+", "-", normal).strip("-"), _fraction(normal))
    return next((each for each in tries if each and each != text and re.fullmatch(pattern, each)), None)


def _fraction(text: str) -> str | None:
    """``20%`` and ``0.2`` → ``1/5``."""
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    share = Fraction(match[1]) / (100 if match[2] else 1)
    return f"{share.numerator}/{share.denominator}"


def day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in any usual spelling, whether or not that day exists."""
    normal = bare(text)
    match = _DATE.fullmatch(normal) or _COMPACT.fullmatch(normal)
    if match is None:
        return _serial(normal)
    year, month, number = (int(group) for group in match.groups())
    return year, month, number


def _serial(text: str) -> tuple[int, int, int] | None:
    """The day that a spreadsheet shows for a bare number: days since the end of 1899, from 2000 on."""
    match = _SERIAL.fullmatch(text)
    if match is None or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return None
    day = _EPOCH + timedelta(days=int(match[1]))
    return day.year, day.month, day.day


def iso(year: int, month: int, number: int) -> str | None:
    """``2017-05-03``, or ``None`` for a day that does not exist."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def no_such_day(year: int, month: int, number: int) -> str:
    """Why the day does not exist, in Chinese."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return f"没有 {month} 月"
    if not 1 <= year <= 9999:  # noqa: PLR2004 - years of the calendar
        return f"没有 {year} 年"
    return f"{year} 年 {month} 月没有 {number} 日，只有 {calendar.monthrange(year, month)[1]} 天"
