"""Values as messages show them: short, on one line, with nothing hidden in them and no number that
might be somebody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

LONGEST = 40
"""Characters of a value that are shown."""

_CHINESE_DIGITS = "〇零一二三四五六七八九十"
_NUMBER = re.compile(rf"(?:[0-9{_CHINESE_DIGITS}][\s._/()+-]*){{9,}}[0-9{_CHINESE_DIGITS}xX]")
_TIME = re.compile(
    r"(?<!\d)(?:19|20)\d\d[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?"
    r"(?:[T ]+\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,6})?)?)?(?!\d)"
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
HIDDEN = "（疑似号码，不显示）"
_TYPES: Mapping[type, str] = {
    str: "文字",
    bool: "true 或 false",
    int: "整数",
    float: "小数",
    list: "列表",
    dict: "一组字段",
    type(None): "空",
}


def shown(value: object) -> str:
    """A value in Chinese quotation marks; a list or mapping only by its kind and size."""
    if isinstance(value, str):
        return f"“{words(value)}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return words(repr(value))
    if isinstance(value, Mapping):
        return f"一组字段（{len(value)} 个）"
    if isinstance(value, Sequence):
        return f"列表（{len(value)} 项）"
    return "空值"


def words(text: str) -> str:
    """Text shortened and escaped, without quotation marks; numbers and addresses masked."""
    head = text[: LONGEST * 4]
    if looks_personal(head):
        return HIDDEN
    visible = "".join(char if char.isprintable() else _escape(char) for char in head[:LONGEST])
    return visible if len(text) <= LONGEST else f"{visible}…（共 {len(text)} 个字符）"


def looks_personal(text: str) -> bool:
    """Whether the text may hold a phone or ID number (ten digits and more in any spelling) or a mail
    address. Doubt is enough: such text is not repeated, whatever it was, a date and time excepted.
    """
    plain = _TIME.sub("：", unicodedata.normalize("NFKC", text))
    return bool(_NUMBER.search(plain) or _ADDRESS.search(plain))


def type_name(value: object) -> str:
    """What kind of value it is, in Chinese."""
    return next((name for kind, name in _TYPES.items() if type(value) is kind), "未知类型")


def _escape(char: str) -> str:
    number = ord(char)
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char, f"\\u{number:04x}")
