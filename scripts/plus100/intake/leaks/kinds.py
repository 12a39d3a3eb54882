"""What a telephone number, an ID number, a mailbox, an account looks like in plain ASCII and Chinese.

Dates, ids, codes, document numbers, digests and keys are let pass, since they stand in longer words
or fail the checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import accumulate
from typing import NamedTuple

_GAP = r"[ \t._/*|~'-]{0,3}"
_OR_COMMA = _GAP.replace("'", "',")
_TEN = rf"{_OR_COMMA}[3-9](?:\)?{_OR_COMMA}\d){{9}}(?!\d)"
_MOBILE = re.compile(rf"(?P<number>1(?<!\d1){_TEN})")
_ABROAD = re.compile(rf"86(?<![1-9]86)\)?{_GAP}(?P<number>\(?1{_TEN})")
_SAID = re.compile(
    r"(?:手机|电话|号码|联系方式|微信|tel|Tel|TEL|phone|Phone|mobile|Mobile)[^\d\n]{0,8}"
    r"(?P<number>(?:1[^\w\n]{0,3}[3-9]|0[^\w\n]{0,3}[1-9])(?:[^\w\n]{0,3}\d){8,10})(?!\d)"
)
"""After a word that announces a number, whatever separates its digits."""

_LANDLINE = re.compile(
    r"(?P<number>0(?<!\d0)[1-9]\d{1,2}(?:\) ?|[ ./-]{1,3})\d{4}[ -]?\d{3,4}"
    r"|0(?<!\d0)(?:10|2\d|[3-9]\d\d)\d{7,8})(?!\d)"
)
_LANDLINE_ABROAD = re.compile(
    r"86(?<![1-9]86)(?:(?<=\+86)|(?<=0086)|(?=[ -]))[ -]?"
    r"(?P<number>(?:10|2\d|[3-9]\d\d)[ -]?\d{4}[ -]?\d{3,4})(?!\d)"
)
_SHORT = re.compile(r"(?:座机|电话|固话)(?:号码?)?[^\d\n]{0,4}(?P<number>[2-8]\d{3}[ -]?\d{3,4})(?!\d)")
"""Without an area code, where a word announces it."""

_IDENTITY = re.compile(
    rf"(?P<number>[1-9](?<!\d.)(?:{_GAP}\d){{14}}(?:(?:{_GAP}\d){{2}}{_GAP}[\dXx])?)(?!\d)"
)
_AT = r"[@艾(\[{<【](?:(?<=@) ?[)\]}>】]?|(?<=[^@艾]) ?[aA][tT]? ?[)\]}>】]|特(?<=艾特))"
_DOT = r"(?:\.| \. | ?[(\[{<【] ?[dD][oO][tT] ?[)\]}>】] ?|点)"
_DOMAIN = re.compile(
    rf"{_AT} ?(?P<domain>[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{0,4}}{_DOT}[A-Za-z]{{2,24}})"
    r"(?![A-Za-z0-9-])"
)
_LOCAL = re.compile(r"[A-Za-z0-9._%+-]{1,64} ?[(\[{<【]? ?\Z")
"""With the bracket that opens before the sign."""

_COUNTED = r"(?![\d.]|[ ]?[万余多]?[人次名元个条篇赞字])"
_IS = r" ?[:=是为]? ?"
_ANNOUNCING = "[微加薇威扣企VvWwQq]"
"""First characters of what announces an account. A text is searched for them all at once, as long as
none of the words that go on from there stands in front.
"""

_WECHAT = (
    r"(?:信(?<=[微薇威Vv]信)号?|心(?<=[薇威]心)号?|微(?<=加微)信?号?|[Vv](?<=加.)[Xx]?号?"
    r"|eixin(?<=[Ww]eixin)|EIXIN(?<=WEIXIN)"
    r"|(?<![A-Za-z0-9_-].)(?:[Xx](?<=[VvWw].)号?(?= ?[:=是为 ])|e[Cc]hat(?<=[Ww]e[Cc]hat)(?= ?[:=])))"
)
_QQ = r"(?:[Qq](?<=[Qq].)群?号?|扣(?<=扣扣)群?号?|鹅号(?<=企鹅号))"
_ACCOUNT = re.compile(
    rf"{_ANNOUNCING}(?:"
    rf"(?:{_WECHAT}|{_QQ}){_IS}(?P<number>[1-9](?:[ -]?\d){{5,11}}){_COUNTED}"
    r"|信号(?<=微信号) ?[:是为] ?(?P<name>[A-Za-z][A-Za-z0-9_-]{5,19})"
    rf"|{_WECHAT}{_IS}(?P<coined>(?=[A-Za-z_-]*\d)[A-Za-z][A-Za-z0-9_-]{{5,19}})(?![A-Za-z0-9_-]))"
)
"""A name of letters alone may be any word, unless it is said to be a number of WeChat's."""

_GROUPS = {
    *((11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5), (3, 5, 3), (5, 6), (6, 5)),
    *((3, 3, 3, 2), (3, 2, 3, 3), (2, 3, 3, 3), (3, 2, 2, 2, 2), (3, 4, 2, 2), (3, 2, 2, 4)),
    *((2, 2, 2, 2, 2, 1), (1, 2, 2, 2, 2, 2), (1,) * 11),
}
"""How people write eleven digits in groups."""

_MIXED = {(3, 4, 4), (1,) * 11}
"""The groups that are known for a number even where the marks between them differ."""

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

_ELEVEN = 11
_AREA = 3
_REGION = 6
_LONGEST_LOCAL = 67


class Sight(NamedTuple):
    """Personal data between two offsets of a text; ``shown`` is what a message may repeat."""

    code: str
    start: int
    end: int
    shown: str


def sightings(text: str) -> Iterator[Sight]:
    """Whatever is seen in a text that is in half width already; one place may be seen twice."""
    for code, pattern, judge in _NUMBERS:
        for match in pattern.finditer(text):
            group = match.lastgroup or ""
            start, end = match.span(group)
            shown = judge(match[group], text[end : end + 1])
            if shown:
                yield Sight(code, start, end, shown)
    yield from _mailboxes(text)


def _mailboxes(text: str) -> Iterator[Sight]:
    """Addresses, found from the ``@`` on, with the domain to show; not the address of a Git remote."""
    for match in _DOMAIN.finditer(text):
        before = _LOCAL.search(text[max(0, match.start() - _LONGEST_LOCAL) : match.start()])
        if before and not (before[0] == "git" and text[match.end() : match.end() + 1] in (":", "/")):
            yield Sight("L503", match.start() - len(before[0]), match.end(), f"***@{match['domain']}")


def _mobile(number: str, _after: str) -> str:
    """A mobile number's first digits, or nothing."""
    groups = re.findall(r"\d+", number)
    digits = "".join(groups)
    sizes = tuple(map(len, groups))
    marks = set(re.findall(r"\D+", number.strip("()")))
    if sizes not in _GROUPS or (len(marks) > 1 and sizes not in _MIXED):
        return ""
    if any("," in mark for mark in marks) and (marks != {","} or len(sizes) < _ELEVEN):
        return ""
    if 1 < len(sizes) < _ELEVEN and (
        is_day(digits[3:]) or (sizes[0] < _AREA and is_day("20" + digits[:6]))
    ):
        return ""
    return digits[:3] + "********"


def _said(number: str, _after: str) -> str:
    """Likewise for one that is announced."""
    digits = re.sub(r"\D", "", number)
    return digits[:3] + "********" if len(digits) >= _ELEVEN or digits[0] == "0" else ""


def _landline(number: str, _after: str) -> str:
    """An area code, or nothing for what is a date after a short number."""
    digits = re.sub(r"\D", "", number)
    area = re.findall(r"\d+", number)[0]
    rest = digits[len(area) :]
    if not rest:
        area = digits[:3] if digits[1] in "12" else digits[:4]
        return f"{area}-*******"
    return "" if len(digits) < _ELEVEN or is_day(rest) else f"{area}-*******"


def _short(number: str, _after: str) -> str:
    """Nothing but stars."""
    digits = re.sub(r"\D", "", number)
    return "" if is_day(digits) else "*" * len(digits)


def _landline_abroad(number: str, after: str) -> str:
    """As at home."""
    return _landline(f"0{number}", after)


def _is_grouped(sizes: list[int]) -> bool:
    """Whether an ID number is written so: in one, the region's six digits apart, or evenly. Days and counts
    in a row are not.
    """
    return _REGION in accumulate(sizes) or len(sizes) == 1 or len({*sizes[:-1]}) == 1


def _identity(number: str, after: str) -> str:
    """An ID number's first digits, or nothing where region or birth date are impossible."""
    text = re.sub(r"[^\dXx]", "", number)
    born = text[6:14] if len(text) > len("370102900307123") else "19" + text[6:12]
    if not _is_grouped([len(group) for group in re.findall(r"[\dXx]+", number)]):
        return ""
    if text[:2] not in _PROVINCES or not is_day(born) or (after.isalpha() and after.isascii()):
        return ""
    return text[:2] + "*" * (len(text) - 2)


def _account(account: str, _after: str) -> str:
    """Nothing but stars, or nothing at all for a date."""
    digits = re.sub(r"[ -]", "", account) if account[0].isdigit() else account
    return "" if is_day(digits) else account[:1] + "*" * (len(digits) - 1)


def is_day(digits: str) -> bool:
    """Whether eight digits are a calendar day from 1900 on."""
    try:
        return digits[:2] in ("19", "20") and bool(date.fromisoformat(digits))
    except ValueError:
        return False


_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[str, str], str]], ...] = (
    ("L502", _IDENTITY, _identity),
    ("L501", _MOBILE, _mobile),
    ("L501", _ABROAD, _mobile),
    ("L501", _LANDLINE, _landline),
    ("L501", _LANDLINE_ABROAD, _landline_abroad),
    ("L501", _SHORT, _short),
    ("L501", _SAID, _said),
    ("L504", _ACCOUNT, _account),
)
"""Code, pattern with one group that matches, and what of it a message may repeat: nothing if it is none."""
