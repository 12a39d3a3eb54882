"""The receipt as Markdown for a forge: Chinese, findings first, and harmless whatever the records say.

Text from records may want to mention people, close issues, look like a link or end a code block. Outside of
code every such thing is broken by a character of no width (``WJ``); code stands in fences and spans that
are longer than any run of backticks in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from plus100.core.findings import Finding
from plus100.measure import labels
from plus100.review.guard import SECOND
from plus100.review.rights.table import OPERATIONS, TABLE
from plus100.review.todo import todo
from plus100.review.views import Receipt

MARK = "<!-- plus100:review -->"
"""The first line of every receipt, by which a workflow finds the comment that it has to update."""

MOST = 60_000
"""Characters of a receipt; a forge takes 65,536."""

LIMITS = (400, 150, 60, 25, 10, 4, 1)
"""How many of each list are shown: the first of these with which the whole is short enough. The last is, of
whatever there is to say.
"""

WJ = "\u2060"
_LONGEST = 400
_SNIPPET = 2_000

_PUNCTUATION = re.compile(r"([\\`*_\[\]!|~$])")
_MENTION = re.compile(r"@(?=[A-Za-z0-9_])")
_NUMBER = re.compile(r"(?i)(?<=[#!&%~])(?=[0-9A-Za-z])|(?<=\bGH)(?=-[0-9])")
_HEX = re.compile(r"(?i)(?<![0-9a-z])[0-9a-f]{7,}")
_ADDRESS = re.compile(r"(?i)(?<=http)(?=s?:)|(?<=ftp)(?=:)|(?<=www)(?=\.)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Letters and marks by their category, and nothing to see."""

_RUN = re.compile("`{20,}")


def plain(text: str, most: int = _LONGEST) -> str:
    """Text as it may stand within a line, not at its beginning: one line, nothing in it means anything."""
    text = _bare(_clipped(text, most), " ")
    for pattern in (_MENTION, _NUMBER, _ADDRESS):
        text = pattern.sub(lambda match: match[0] + WJ, text)
    text = _HEX.sub(lambda match: WJ.join(re.findall(".{1,6}", match[0])), text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _PUNCTUATION.sub(r"\\\1", text)


def span(text: str) -> str:
    """A code span of one line; in tables a bar must be escaped even there."""
    text = _shorter(_bare(_clipped(text, _LONGEST), "�")).replace("|", "¦")
    ticks = "`" * (1 + _longest_run(text))
    gap = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{ticks}{gap}{text or ' '}{gap}{ticks}"


def fence(text: str, language: str = "yaml") -> str:
    """A fenced block."""
    text = _shorter(_clipped(text.replace("\r", "\n"), _SNIPPET))
    text = "\n".join(_bare(line, "�") for line in text.splitlines())
    ticks = "`" * max(3, 1 + _longest_run(text))
    return f"{ticks}{language}\n{text}\n{ticks}"


def _bare(text: str, instead: str) -> str:
    """The text with something to see in place of every character that a reader would not."""
    if text.isascii() and text.isprintable():
        return text
    seen = (instead if unicodedata.category(char) in _HIDDEN else char for char in text)
    return _BLANK.sub(instead, "".join(seen))


def _shorter(text: str) -> str:
    """Runs of backticks cut, since what they stand in needs longer ones on both sides."""
    return _RUN.sub("`" * 19 + "…", text)


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def markdown(receipt: Receipt) -> str:
    """The whole receipt, under ``MOST`` characters: the longest lists are cut and the rest counted."""
    made = ""
    for limit in LIMITS:
        made = _template().render(r=receipt, limit=limit, mark=MARK, **_WORDS)
        made = re.sub(r"\n{3,}", "\n\n", made).strip() + "\n"
        if len(made) < MOST:
            break
    return made


def unread(findings: Iterable[Finding]) -> str:
    """Why there is no change to report on, in the same place as a receipt."""
    told = "".join(
        f"- **错误 {one.code}** {plain(one.message)}<br>\n  改法：{plain(one.fix)}\n" for one in findings
    )
    return f"{MARK}\n## 还没有检查\n\n{told}"


def status(code: str | None, kind: str = "quota") -> str:
    """A status in words."""
    if code is None:
        return "—"
    return labels.title(_STATUSES[kind], code)


_STATUSES = {"quota": labels.QUOTA_STATUS, "ratio": labels.RATIO_STATUS, "cadre": labels.CADRE_STATUS}


def level(code: str | None) -> str:
    """Diamonds and stars as they are drawn."""
    if code is None:
        return "—"
    diamonds, stars = code.split(".")
    return "◆" * int(diamonds) + "★" * int(stars) or "无星"


def rank(told: str | None) -> str:
    """A place as one says it: ``第 1 名（共 3 人）``."""
    if told is None:
        return "—"
    place, _, of = plain(told, 20).partition("/")
    return f"第 {place} 名（共 {of} 人）"


_WORDS: dict[str, Any] = {
    "plain": plain,
    "span": span,
    "fence": fence,
    "status": status,
    "level": level,
    "place_of": rank,
    "second": SECOND,
    "todo": todo,
    "items": labels.ITEMS,
    "things": TABLE,
    "operations": OPERATIONS,
    "severity": {"error": "错误", "warning": "警告", "hint": "提示"},
}


@cache
def _template() -> Any:  # noqa: ANN401  (Jinja's own)
    """The template. It makes Markdown, so HTML escaping is ``plain``'s business."""
    made = Environment(
        loader=PackageLoader("plus100.review"),
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return made.get_template("receipt.md.j2")
