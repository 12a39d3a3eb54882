"""Whether a file may give anything away at all: a few passes in C over bytes, which nearly every file
passes. What is doubted is searched in earnest by ``leaks``.
"""

from __future__ import annotations

import re

_RUN = b"0" * 11
"""What every number becomes once separators are left out, whatever its digits are."""

_ENTRY_ID = re.compile(r"(?<![0-9])20[0-9]{6}-[0-9a-z]{2,6}(?![0-9a-z])")
"""Day and random part of an entry, which together may have eleven digits and more."""

_WORD = b"x" * 14
"""The least that eleven digits take up in base64, the last group left out."""

_CAPITALS = re.compile(rb"\^(?:.{0,3}\^|0)")
"""Capitals as in base64, ``QQ`` or an ``O`` for a zero; codes in records have one alone."""

_QQ_OR_O = re.compile(r"QQ|[0-9]O|O[0-9]")
_ODD = b"!"
_COMMON = "〇零一二三四五六七八九幺"
_SPLIT = " \t\r\n,.'\"+-*/_|~()#（），．＋－／＇＿｜～\u3000、"
"""What may stand between digits in nearly every file; rarer marks are odd by their first byte."""


def _table() -> tuple[bytes, bytes]:
    """For each byte a digit, something odd (``@``, an escape, a rare script) or anything else; and the
    bytes that are left out. The bytes of a Chinese character fall on either side: in doubt, a digit.
    """
    table = bytearray(b"." * 256)
    dropped = set(b"".join(char.encode() for char in _SPLIT)) | {*range(0xE3, 0xEA), 0xEF}
    for mark in (*b"@\\%&<{", *range(0xC2, 0xE3), *range(0xF0, 0xF5)):
        table[mark] = _ODD[0]
    for letter in range(ord("A"), ord("Z") + 1):
        table[letter] = ord("^")
    digits = {*b"0123456789", *range(0x90, 0x9A), *(char.encode()[-1] for char in _COMMON)}
    dropped |= {byte for char in _COMMON for byte in char.encode()[:-1]}
    for digit in digits:
        table[digit] = ord("0")
    return bytes(table), bytes(sorted(dropped - digits))


_DIGITS, _DROPPED = _table()
_LETTERS = bytes(ord("x") if chr(byte).isalnum() and byte < 0x80 else ord(" ") for byte in range(256))  # noqa: PLR2004 - ASCII

_ESCAPED = re.compile(
    r"[@＠﹫]|\\[uUx\r\n]|&#|%[34][0-9]|[\[{<] ?(?:[aA][tT]) ?[\]}>]"
    "|[\u00b2\u00b3\u00b9\u0660-\u0d6f\u0e50-\u0f33\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u25cb\u25ef]"
    "|[\u3021-\u3029\u3220-\u3229\u3280-\u3289\u20e3\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a]"
    "|[0-9０-９零〇一二三四五六七八九幺][\u00a0\u00b7\u2000-\u206f\u2212]{1,3}[0-9０-９零〇一二三四五六七八九幺]"
)
"""What an odd byte may stand for."""

_ROUND_AT, _SQUARE_AT = (re.compile(at) for at in (rb"\( ?[aA][tT]? ?\)", rb"\[ ?[aA][tT]? ?\]"))

_FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖"
_ELEVEN = f"(?:[0-9０-９〇零一二三四五六七八九幺{_FORMAL}](?:[^\\w\n]|_){{0,3}}){{11}}"
"""Digits as on cheques, of which some stand in words too; what else there are of digits may be mixed in."""

_SAID = "[ \u3000:：=＝是为号群]{0,4}[A-Za-z0-9Ａ-Ｚａ-ｚ０-９〇零一二三四五六七八九幺]"
_SHORT = "[^0-9０-９\n]{0,8}[2-8２-８][0-9０-９]{3}"
_AT = " ?(?:[aA][tT]?|ａｔ?) ?"
_CLOSELY = {
    word[0]: re.compile(word + more)
    for word, more in (
        ("信(?<=[微薇威vVｖＶ]信)", _SAID),
        ("加(?:微|[vVｖＶ][xX]?)", _SAID),
        ("薇[信心]", _SAID),
        ("扣扣", _SAID),
        ("鹅号", _SAID),
        ("话(?<=[电固]话)", _SHORT),
        ("座机", _SHORT),
        ("（", f"{_AT}）"),
        ("【", f"{_AT}】"),
        ("艾", "特"),
        ("＠", ""),
    )
} | dict.fromkeys(_FORMAL, re.compile(_ELEVEN))
"""What announces an account or a number without its area, spells a mailbox's sign or is a formal digit, by
the first character, and how it goes on.
"""

_ASCII = bytes(range(128))
_SUSPECT = re.compile(
    rf"[{''.join(_CLOSELY)}]"
    "(?:(?<=[^（【艾话座])|(?<=（)(?=[）ａ])|(?<=【)(?=[】ａ])|(?<=艾)(?=特)|(?<=[电固]话)|(?<=座)(?=机))"
)
"""The same characters in a text without its ASCII, which is short and looked through at once."""

_IS = "(?: |:|：|=|是|为|号)"
_NAME = r"(?:[a-z0-9]|\xef[\xbc\xbd])"
_VX, _WECHAT, _QQ = (
    re.compile(said.encode())
    for said in (
        f"x(?:(?<=[vw]x){_IS}{{1,4}}|in(?<=weixin){_IS}{{0,4}}){_NAME}",
        f"wechat ?(?:[:=]|：) ?{_NAME}",
        rf"qq(?:群)?{_IS}{{0,4}}(?:[1-9]|\xef\xbc[\x91-\x99])",
    )
)
"""Likewise in small letters, as bytes: codes such as ``qq`` stand in nearly every file."""


def may_hold(data: bytes, text: str) -> bool:
    """Whether to search the text in earnest; ``data`` are its bytes. Spelled out, since every file
    passes here: one byte is found much faster than any pattern.
    """
    seen = data.translate(_DIGITS, _DROPPED)
    has_capitals = b"^" in seen
    small = data.lower() if has_capitals else data
    return (
        (
            _RUN in seen
            and _RUN in _ENTRY_ID.sub(".", text).encode(errors="replace").translate(_DIGITS, _DROPPED)
        )
        or (has_capitals and _CAPITALS.search(seen) is not None and _has_capitals(data, text))
        or (_ODD in seen and _ESCAPED.search(text) is not None)
        or (b"(" in data and _ROUND_AT.search(data) is not None)
        or (b"[" in data and _SQUARE_AT.search(data) is not None)
        or (b"x" in small and _VX.search(small) is not None)
        or (b"q" in small and _QQ.search(small) is not None)
        or (b"wechat" in small and _WECHAT.search(small) is not None)
        or (not text.isascii() and _is_said(data, text))
    )


def _is_said(data: bytes, text: str) -> bool:
    """Whether there may be a mailbox with a wide sign, a number in formal digits, or one after a Chinese
    word that announces it.
    """
    suspects = _SUSPECT.findall(data.translate(None, _ASCII).decode(errors="replace"))
    return bool(suspects) and any(_CLOSELY[char].search(text) is not None for char in set(suspects))


def _has_capitals(data: bytes, text: str) -> bool:
    """Whether the capitals may be base64, an account's announcement or zeros."""
    return _WORD in data.translate(_LETTERS) or _QQ_OR_O.search(text) is not None
