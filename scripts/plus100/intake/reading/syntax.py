"""What libyaml's complaints mean for people who are not programmers.

libyaml says where it gave up, which is often a line below the slip. So each known slip is looked
for in the lines around that place, the surest first; only then the complaint itself is translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError

from plus100.core.findings import Finding, Location
from plus100.intake.reading import faults
from plus100.intake.reading.nodes import shorten
from plus100.intake.reading.scalars import UnfitError
from plus100.intake.reading.sound import DoubtError, build
from plus100.intake.reading.text import Lines

HALF_WIDTH = dict(
    zip("：，“”‘’「」『』【】［］｛｝（）－—–•●▪◦＃＂＇、", ':,""\'\'""""[][]{}()-------#"\',', strict=True)
)
"""Full-width marks that input methods type where YAML wants the half-width ones."""

WIDE_SPACES = "\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f"
_SPACE_NAMES = {"\u3000": "全角空格", "\u00a0": "不换行空格"}

_START = r"[ ]*(?:- +)*"
_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_WIDE_COLON = re.compile(rf"({_START}{_KEY}) *(：)\s*(.*)")
_WIDE_DASH = re.compile(r"[ ]*([－—–•●▪◦])\s*\S")
_WIDE_HASH = re.compile(r"[ ]*(＃)")
_WIDE_SPACE = re.compile(rf"[ ]*(?:- +)*([{WIDE_SPACES}])")
_TIGHT_DASH = re.compile(rf"[ ]*(-)({_KEY}:(?:\s.*|$))")
_WIDE_VALUE = re.compile(rf"{_START}({_KEY}: +)?([【［｛“”‘’「『＂＇\[{{].*)")
_WIDE = re.compile("[" + "".join(HALF_WIDTH) + "]")
_TIGHT = re.compile(rf"({_START}{_KEY})(:)([^\s:/].*)")
_INNER_COLON = re.compile(rf"({_START}{_KEY}: +)([^\"'\[{{#\s].*:(?:\s.*)?)$")
_BAD_START = re.compile(rf"(?!%)({_START}(?:{_KEY}: +)?)([@`%])(.*)")
_NO_KEY = re.compile(rf"{_START}(:)(?: |$)")
_AFTER_QUOTE = re.compile(rf"({_START}{_KEY}: +)(\"[^\"]*\"|'[^']*')([^\s#,\]}}].*|[ ]+[^\s#].*)$")


_PLAIN_WORDS = ("while scanning a quoted scalar", "while parsing a quoted scalar")
"""Complaints that say what is wrong better than a look at the lines could."""


class Slip(NamedTuple):
    """A recognised slip: finding code, column from 0, and the words of its message."""

    code: str
    column: int
    words: dict[str, str]


def explain(error: MarkedYAMLError, lines: Lines, path: str) -> Finding:
    """One finding for libyaml's complaint, at the slip if it is a known one."""
    if error.context in _PLAIN_WORDS:
        return _translate(error, lines, path)
    for number in _suspects(error, lines):
        for look in _LOOKS:
            slip = look(lines.line(number))
            if slip:
                where = Location(path=path, line=number, column=slip.column + 1, pointer=())
                return faults.finding(slip.code, where, **slip.words)
    return _translate(error, lines, path)


def unexplained(path: str) -> Finding:
    """A complaint without a place."""
    where = Location(path=path, line=1, column=1, pointer=())
    return faults.finding("Y130", where)


def _suspects(error: MarkedYAMLError, lines: Lines) -> Iterator[int]:
    """Line numbers to look at: where libyaml gave up, where it began, the last line before."""
    seen = set()
    for mark in (error.problem_mark, error.context_mark):
        if mark is not None:
            seen.add(mark.line + 1)
            yield mark.line + 1
    for number in range(min(seen, default=1) - 1, 0, -1):
        if lines.line(number).strip():
            yield number
            return


def _tab(line: str) -> Slip | None:
    """A tab in the indentation, or between a dash and what follows."""
    indent = line[: len(line) - len(line.lstrip(" \t-"))]
    return Slip("Y129", indent.index("\t"), {}) if "\t" in indent else None


def _wide_colon(line: str) -> Slip | None:
    match = _WIDE_COLON.match(line)
    if match is None:
        return None
    return Slip("Y133", match.start(2), {"mended": f"{match[1].strip(' -')}: {shorten(match[3])}"})


def _wide_mark(line: str) -> Slip | None:
    """A dash or bullet of an input method; brackets, quotes and commas if YAML's own in their place
    are all that it takes.
    """
    match = _WIDE_DASH.match(line)
    if match:
        words = {"shown": match[1], "mended": f"- {shorten(line[match.end(1) :])}"}
        return Slip("Y134", match.start(1), words)
    match = _WIDE_VALUE.match(line)
    wide = _WIDE.search(match[2]) if match else None
    if match is None or wide is None:
        return None
    mended = (
        "".join(HALF_WIDTH.get(char, char) for char in match[2]).replace(":", ": ").replace(":  ", ": ")
    )
    if not _reads(mended):
        return None
    key = match[1] or ""
    column = match.start(2) + (wide.start() if key else 0)
    return Slip("Y134", column, {"shown": wide[0], "mended": f"{key}{shorten(mended)}"})


def _reads(text: str) -> bool:
    try:
        build(f"a: {text}\n".encode(), text)
    except (DoubtError, UnfitError):
        return False
    return True


def wide_hash(line: str) -> Slip | None:
    """A comment that begins with the hash of a Chinese input method."""
    match = _WIDE_HASH.match(line)
    return (
        Slip("Y134", match.start(1), {"shown": "＃", "mended": _hash(line[match.end(1) :])})
        if match
        else None
    )


def _hash(comment: str) -> str:
    return f"# {shorten(comment)}".rstrip()


def wide_space(line: str) -> Slip | None:
    """Spaces of another width in the indentation, by their name."""
    match = _WIDE_SPACE.match(line)
    if match is None:
        return None
    name = _SPACE_NAMES.get(match[1], "特殊的空格")
    return Slip("Y149", match.start(1), {"shown": f"{name}（U+{ord(match[1]):04X}）"})


def tight_dash(line: str) -> Slip | None:
    """An item's mark without the space after it."""
    match = _TIGHT_DASH.match(line)
    return Slip("Y148", match.start(1), {"mended": f"- {shorten(match[2])}"}) if match else None


def _bad_start(line: str) -> Slip | None:
    match = _BAD_START.match(line)
    if match is None:
        return None
    words = {"shown": match[2], "mended": quoted(match[2] + match[3])}
    return Slip("Y137", match.start(2), words)


def _tight_colon(line: str) -> Slip | None:
    match = _TIGHT.match(line)
    if match is None:
        return None
    return Slip("Y132", match.start(2), {"mended": f"{match[1].strip(' -')}: {shorten(match[3])}"})


def _after_quote(line: str) -> Slip | None:
    match = _AFTER_QUOTE.match(line)
    return Slip("Y144", match.start(3), {}) if match else None


def _inner_colon(line: str) -> Slip | None:
    match = _INNER_COLON.match(line)
    return Slip("Y138", match.start(2), {"mended": quoted(match[2])}) if match else None


def _no_key(line: str) -> Slip | None:
    match = _NO_KEY.match(line)
    return Slip("Y121", match.start(1), {}) if match else None


_LOOKS = (
    _no_key,
    _tab,
    wide_hash,
    wide_space,
    tight_dash,
    _wide_colon,
    _wide_mark,
    _bad_start,
    _tight_colon,
    _after_quote,
    _inner_colon,
)


def quoted(text: str) -> str:
    """Text in the quotes that need no change inside it."""
    short = shorten(text)
    return f'"{short}"' if '"' not in short and "\\" not in short else "'" + short.replace("'", "''") + "'"


_COMPLAINTS: tuple[tuple[str, str, bool], ...] = (
    ("while scanning a quoted scalar", "Y135", True),
    ("found unknown escape character", "Y140", False),
    ("while parsing a quoted scalar", "Y140", False),
    ("while scanning an anchor", "Y123", True),
    ("while scanning an alias", "Y124", True),
    ("while scanning a tag", "Y125", True),
    ("while parsing a tag", "Y125", True),
    ("while parsing a node", "Y125", False),
    ("while scanning a directive", "Y127", True),
    ("while scanning a %", "Y127", True),
    ("incompatible YAML document", "Y127", False),
    ("found duplicate %", "Y127", False),
    ("tab character", "Y129", False),
    ("while parsing a flow node", "Y130", False),
    ("while parsing a flow", "Y139", True),
    ("could not find expected ':'", "Y131", True),
    ("mapping values are not allowed", "Y136", False),
    ("sequence entries are not allowed", "Y136", False),
    ("did not find expected key", "Y136", False),
    ("did not find expected '-' indicator", "Y136", False),
    ("did not find expected <document start>", "Y136", False),
    ("wrongly indented", "Y136", False),
)
"""Part of libyaml's complaint, the code that it means, whether the place is where it began."""


def _translate(error: MarkedYAMLError, lines: Lines, path: str) -> Finding:
    """The complaint itself in Chinese."""
    complaint = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in complaint and _words_at(error.problem_mark, lines)[:1] == "\t":
        return faults.finding("Y129", _at(error.problem_mark, lines, path))
    for part, code, began in _COMPLAINTS:
        if part in complaint:
            mark = (began and error.context_mark) or error.problem_mark or error.context_mark
            return faults.finding(code, _at(mark, lines, path), **_words(code, mark, lines))
    mark = error.problem_mark or error.context_mark
    return faults.finding("Y130", _at(mark, lines, path))


def _at(mark: Mark | None, lines: Lines, path: str) -> Location:
    """A mark as a location; past the last line, the end of the last line that has text."""
    if mark is None:
        return Location(path=path, line=1, column=1, pointer=())
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and not lines.line(line).strip():
        line -= 1
        column = len(lines.line(line)) + 1
    return Location(path=path, line=line, column=column, pointer=())


def _words(code: str, mark: Mark | None, lines: Lines) -> dict[str, str]:
    """What the message of a translated complaint mentions."""
    rest = _words_at(mark, lines)
    if code == "Y139":
        opening = rest[:1] if rest[:1] in ("[", "{") else "["
        return {"shown": opening, "closing": "]" if opening == "[" else "}"}
    return {"key": shorten(rest.strip(), 20)} if code == "Y131" else {}


def _words_at(mark: Mark | None, lines: Lines) -> str:
    """The rest of a line from a mark on."""
    return lines.line(mark.line + 1)[mark.column :] if mark else ""
