"""Personal data anywhere in a file: phone numbers, ID numbers, mailboxes (L5xx).

The file's text is searched, not its values, so keys and comments count too, in whatever
shape the YAML is. Full-width digits and simple separators are undone first. Dates, ids, hashes,
keys and document numbers are let pass, since they stand in longer words or fail the checks.

Only the basic spellings: Chinese digits, base64 and pictures come with the full scan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from plus100.core.findings import Finding, Location
from plus100.intake.careful import examine
from plus100.intake.nodes import innermost
from plus100.intake.text import Lines

_FOLD = str.maketrans(
    "０１２３４５６７８９Ｘｘ＠．－＿（）＋／　\u00a0\u2010\u2011\u2012\u2013\u2014\u2212·",
    "0123456789Xx@.-_()+/  ------.",
)
"""Spellings of one character by another one, so that offsets stay."""

_DIGITS = bytes.maketrans(b"0123456789" + bytes(range(0x90, 0x9A)), b"0" * 20)
_FILLERS = b" \t-._/()+\xc2\xa0\xb7\xe2\x80\x88\xef\xbc\xe3" + bytes(range(0x89, 0x90))
_RUN = b"0" * 11
"""What every number that is looked for becomes, once separators are left out."""

_GAP = r"[ \t._/-]{0,2}"
_MOBILE = re.compile(
    rf"(?<!\d)(?:\(?\+?(?:00)?86\)?{_GAP})?(?P<number>1{_GAP}[3-9](?:{_GAP}\d){{9}})(?!\d)"
)
_LANDLINE = re.compile(r"(?<!\d)(?P<number>\(?0[1-9]\d{1,2}(?:\) ?|[ -])\d{4}[ -]?\d{3,4})(?!\d)")
_IDENTITY = re.compile(
    rf"(?<!\d)(?P<number>[1-9](?:{_GAP}\d){{14}}(?:(?:{_GAP}\d){{2}}{_GAP}[\dXx])?)(?!\d)"
)
_MAILBOX = re.compile(
    r"(?<![\w.%+-])(?P<number>[A-Za-z0-9._%+-]{1,64} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}"
    r"\.[A-Za-z]{2,24})(?![A-Za-z0-9-])"
)
_REMOTE = re.compile(r"git@[A-Za-z0-9.-]+[:/]")

_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (3, 3, 5), (5, 6), (1,) * 11}
"""How people write eleven digits in groups."""

_PROVINCES = frozenset(
    str(code)
    for first, last in (
        (11, 15),
        (21, 23),
        (31, 37),
        (41, 46),
        (50, 54),
        (61, 65),
        (71, 71),
        (81, 83),
        (91, 91),
    )
    for code in range(first, last + 1)
)
"""First two digits of an ID number: the provinces of GB/T 2260 and the residence permits."""

_LONG_TOKEN = 32
_WINDOW = 100
_SHOWN = 20


class Leak(NamedTuple):
    """Personal data between two offsets of the text; ``shown`` is what a message may repeat."""

    code: str
    start: int
    end: int
    shown: str


def scan(path: str, data: bytes) -> tuple[Finding, ...]:
    """What a file gives away, each at its line and column. The pointer is that of the innermost value
    around it, empty where the file cannot be read. Messages never repeat a number.
    """
    if b"@" not in data and b"\xef\xbc\xa0" not in data and _RUN not in data.translate(_DIGITS, _FILLERS):
        return ()
    text = data.decode(errors="replace")
    leaks = sorted(islice(_search(text), _SHOWN), key=lambda leak: leak.start)
    return tuple(_findings(path, text, leaks)) if leaks else ()


def masked(text: str) -> str:
    """The text with every leak's characters made ``*``, for excerpts; as long as before."""
    for leak in _search(text):
        text = text[: leak.start] + "*" * (leak.end - leak.start) + text[leak.end :]
    return text


def _search(text: str) -> Iterator[Leak]:
    """Every leak; one place is told once, ID numbers first."""
    folded = text.translate(_FOLD)
    taken: list[tuple[int, int]] = []
    for code, pattern, judge in _KINDS:
        for match in pattern.finditer(folded):
            start, end = match.span("number")
            if any(start < after and before < end for before, after in taken):
                continue
            shown = judge(match["number"], folded[end : end + 1])
            if shown and not _is_opaque(folded, start, end):
                taken.append((start, end))
                yield Leak(code, start, end, shown)


def _mobile(number: str, _after: str) -> str:
    """A mobile number's first digits, or nothing."""
    groups = re.findall(r"\d+", number)
    digits = "".join(groups)
    sizes = tuple(map(len, groups))
    if sizes not in _GROUPS or len(set(re.findall(r"\D+", number))) > 1:
        return ""
    if len(sizes) > 1 and _is_day(digits[3:]):
        return ""
    return digits[:3] + "********"


def _landline(number: str, _after: str) -> str:
    """An area code, or nothing for what is a date after a short number."""
    digits = re.sub(r"\D", "", number)
    area = re.findall(r"\d+", number)[0]
    rest = digits[len(area) :]
    return "" if len(digits) < len(_RUN) or _is_day(rest) else f"{area}-*******"


def _identity(number: str, after: str) -> str:
    """An ID number's first digits, or nothing where region or birth date are impossible."""
    text = re.sub(r"[^\dXx]", "", number)
    born = text[6:14] if len(text) > len("370102900307123") else "19" + text[6:12]
    if text[:2] not in _PROVINCES or not _is_day(born) or (after.isalpha() and after.isascii()):
        return ""
    return text[:2] + "*" * (len(text) - 2)


def _mailbox(address: str, after: str) -> str:
    """A mailbox's domain, or nothing for the address of a Git remote."""
    if _REMOTE.match(address + after):
        return ""
    return "***@" + address.partition("@")[2].strip()


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str, str], str]], ...] = (
    ("L502", _IDENTITY, _identity),
    ("L501", _MOBILE, _mobile),
    ("L501", _LANDLINE, _landline),
    ("L503", _MAILBOX, _mailbox),
)


def _is_day(digits: str) -> bool:
    """Whether eight digits are a calendar day from 1900 on."""
    try:
        return digits[:2] in ("19", "20") and bool(date.fromisoformat(digits))
    except ValueError:
        return False


def _is_opaque(text: str, start: int, end: int) -> bool:
    """Whether the place lies in a digest or a key: a long run of hexadecimal or base64 characters."""
    before = _BASE64_END.search(text[max(0, start - _WINDOW) : start])
    after = _BASE64.match(text[end : end + _WINDOW])
    token = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    if len(token) < _LONG_TOKEN or "@" in token:
        return False
    mixed = re.search("[a-z]", token) and re.search("[A-Z]", token)
    return bool(mixed or re.fullmatch(r"[0-9a-f]*[a-f][0-9a-f]*", token))


_BASE64 = re.compile(r"[0-9A-Za-z+/=]*")
_BASE64_END = re.compile(r"[0-9A-Za-z+/=]*\Z")


def _findings(path: str, text: str, leaks: list[Leak]) -> Iterator[Finding]:
    lines = Lines(text)
    root = examine(text, path).root
    for leak in leaks:
        line, column = lines.place(leak.start)
        where = Location(path=path, line=line, column=column, pointer=innermost(root, leak.start))
        message, fix = _TEXTS[leak.code]
        yield Finding(code=leak.code, message=message.format(leak.shown), fix=fix, where=where)


_ERASE = "如果已经提交过，只删这一行不够：请告诉本单位管理员，从历史里清除。"
_TEXTS = {
    "L501": ("这里疑似有电话号码（{}）。", f"请删去号码；联系方式只保存在团干部自己的联系簿里。{_ERASE}"),
    "L502": ("这里疑似有身份证号（{}）。", f"请删去号码；记录里不需要任何人的身份证号。{_ERASE}"),
    "L503": (
        "这里疑似有电子邮箱（{}）。",
        f"请删去邮箱地址；联系方式只保存在团干部自己的联系簿里。{_ERASE}",
    ),
}
