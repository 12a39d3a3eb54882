"""The value of a list file in its plainest form, read line by line without libyaml.

Partners and logs are nearly always lists of ``- key: value`` lines with unquoted one-line values or
``[a, b]``. One pattern takes exactly such lines; a file with any other line is left to ``sound``. What is
taken here means the same in YAML, which a property test holds against ``sound``.
"""

from __future__ import annotations

import re

from plus100.intake.reading.scalars import HEADS, Scalar, resolve
from plus100.intake.reading.sound import MAX_NODES

_HAN = "\u4e00-\u9fff"
_MARKS = "“”《》（）〔〕，。、：；！？·—…"
_LINE = re.compile(
    rf"^(- |  )([a-z_]{{1,40}}): (?:([A-Za-z0-9{_HAN}“《（][A-Za-z0-9_./+ {_HAN}{_MARKS}-]*)(?<! )"
    r"|\[([a-z0-9][a-z0-9_-]*(?:, [a-z0-9][a-z0-9_-]*)*)\])\n",
    re.MULTILINE,
)
"""Mark of a new item or indentation, key, plain value, or values in brackets. No character of a plain
value can begin a comment, a key or anything else in YAML.
"""


def read_plain_list(text: str) -> list[dict[str, object]] | None:
    """The items, or ``None`` for a text of any other form. ``UnfitError`` as ``resolve`` says."""
    start = 0
    while text.startswith("#", start):
        start = text.find("\n", start) + 1 or len(text)
    rows = _LINE.findall(text, start)
    if not rows or text.count("\n", start) != len(rows) or text[-1] != "\n" or rows[0][0] != "- ":
        return None
    items: list[dict[str, object]] = []
    item: dict[str, object] = {}
    heads = HEADS
    for mark, key, plain, listed in rows:
        if mark == "- ":
            item = {}
            items.append(item)
        if listed:
            item[key] = _values(listed)
        else:
            item[key] = resolve(plain) if plain[0] in heads else plain
    nodes = 1 + len(items) + 3 * len(rows) + text.count(",")  # at most
    return items if sum(map(len, items)) == len(rows) and nodes <= MAX_NODES else None


def _values(listed: str) -> list[Scalar]:
    return [resolve(value) if value[0] in HEADS else value for value in listed.split(", ")]
