"""Personal data anywhere in a file or its name: phone and ID numbers, mailboxes, accounts (L5xx).

The file's text is searched, not its values, so that keys and comments count too, in whatever shape
the YAML is: ``triggers`` sorts out what needs no look, ``spellings`` undoes full width, Chinese
and circled digits, escapes, folded lines and base64, ``kinds`` knows what is looked for.

Pictures come with the columns that may hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plus100.core.findings import Finding, Location
from plus100.intake.leaks.kinds import Sight, sightings
from plus100.intake.leaks.spellings import Spelling, spellings
from plus100.intake.leaks.triggers import may_hold
from plus100.intake.reading.careful import examine
from plus100.intake.reading.nodes import Places
from plus100.intake.reading.text import Lines

_LONG_TOKEN = 32
_WINDOW = 100


def scan(path: str, data: bytes, text: str | None = None) -> tuple[Finding, ...]:
    """What a file gives away, each at its line and column; ``text`` is ``data`` decoded, where that is
    known. The pointer is that of the innermost value around it, empty where the file cannot be
    read. Messages never repeat a number.
    """
    text = data.decode(errors="replace") if text is None else text
    return tuple(_findings(path, text, leaks)) if may_hold(data, text) and (leaks := _search(text)) else ()


def in_names(paths: Sequence[str]) -> dict[str, Finding]:
    """The paths with a file or folder name that gives something away; the finding is at the first
    such folder or file, whose name is masked there.
    """
    joined = "\n".join(paths)
    if not may_hold(joined.encode(errors="replace"), joined):
        return {}
    found = ((path, leaks[0]) for path in paths if (leaks := _search(path)))
    return {path: finding(leak, Location(path=_masked_up_to(path, leak)), _NAME) for path, leak in found}


def _masked_up_to(path: str, leak: Sight) -> str:
    end = path.find("/", leak.end)
    return masked(path)[: end if end >= 0 else len(path)]


def masked(text: str) -> str:
    """The text with every leak's characters made ``*``, for excerpts and paths; as long as before."""
    if not may_hold(text.encode(errors="replace"), text):
        return text
    for leak in _search(text):
        text = text[: leak.start] + "*" * (leak.end - leak.start) + text[leak.end :]
    return text


def _search(text: str) -> list[Sight]:
    """Every leak, in the order of the text; one place is told once, ID numbers first."""
    taken = bytearray(len(text))
    found = []
    for spelling in spellings(text):
        for leak in _leaks(spelling):
            if not any(taken[leak.start : leak.end]):
                taken[leak.start : leak.end] = b"x" * (leak.end - leak.start)
                found.append(leak)
    return sorted(found, key=lambda leak: leak.start)


def _leaks(spelling: Spelling) -> Iterator[Sight]:
    for seen in sightings(spelling.text):
        if not _is_opaque(spelling.text, seen.start, seen.end):
            start, end = spelling.span(seen.start, seen.end)
            yield seen._replace(start=start, end=end)


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


def _findings(path: str, text: str, leaks: list[Sight]) -> Iterator[Finding]:
    lines = Lines(text)
    places = Places(examine(text, path).root)
    for leak in leaks:
        line, column = lines.place(leak.start)
        where = Location(path=path, line=line, column=column, pointer=places.innermost(leak.start))
        yield finding(leak, where)


def finding(leak: Sight, where: Location, place: str = "这里") -> Finding:
    """A leak told at a place."""
    message, fix = _TEXTS[leak.code]
    if place == _NAME:
        fix = f"请改名，名称里不写号码和账号。{_ERASE}"
    return Finding(code=leak.code, message=f"{place}{message.format(leak.shown)}", fix=fix, where=where)


_NAME = "文件或文件夹的名称里"


_ERASE = "如果已经提交过，只删这一行不够：请告诉本单位管理员，从历史里清除。"
_KEPT = "联系方式只保存在团干部自己的联系簿里。"
_TEXTS = {
    "L501": ("疑似有电话号码（{}）。", f"请删去号码；{_KEPT}{_ERASE}"),
    "L502": ("疑似有身份证号（{}）。", f"请删去号码；记录里不需要任何人的身份证号。{_ERASE}"),
    "L503": ("疑似有电子邮箱（{}）。", f"请删去邮箱地址；{_KEPT}{_ERASE}"),
    "L504": ("疑似有微信号或 QQ 号（{}）。", f"请删去账号；{_KEPT}{_ERASE}"),
}
