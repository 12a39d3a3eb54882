"""The Markdown of contributions: CommonMark and tables, without HTML and without pictures.

Two parsers of the same grammar. ``strict`` makes what is published: HTML is text to it, and a link that is
not to the web is none. ``curious`` knows HTML, and takes every link for one: it only tells what people have
tried, so that they hear of it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_LONGEST = 500
_PLAIN = re.compile(r"https?://[^\s<>\"'`\\\x00-\x20\x7f]+")

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?")


def web_address(link: str) -> bool:
    """Whether a link leads to a page of the web, without a name and password in it."""
    if len(link) > _LONGEST or not _PLAIN.fullmatch(link):
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return bool(_HOST.fullmatch(parts.netloc))


class _Strict(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
        """Whether it becomes a link."""
        return web_address(url)


class _Curious(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - likewise
        """Everything does."""
        return True


@cache
def strict() -> MarkdownIt:
    """What is published."""
    return _grammar(_Strict("commonmark", {"html": False}))


@cache
def curious() -> MarkdownIt:
    """What people have tried."""
    return _grammar(_Curious("commonmark", {"html": True}))


def _grammar(made: MarkdownIt) -> MarkdownIt:
    made.enable("table")
    made.inline.ruler.at("emphasis", _emphasis)
    return made


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's call
    """Marks of emphasis, as CommonMark has them, and also where Chinese stands beside them: there are no
    spaces around ``**“好”**的``, which CommonMark would leave as it is.
    """
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    after = state.pos + scanned.length
    before, beyond = state.src[state.pos - 1 : state.pos], state.src[after : after + 1]
    stars = marker == "*"
    opens = scanned.can_open or (stars and is_wide(before) and bool(beyond.strip()))
    closes = scanned.can_close or (stars and is_wide(beyond) and bool(before.strip()))
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, token, -1, open=opens, close=closes))
    state.pos = after
    return True


def is_wide(char: str) -> bool:
    """Whether a character is as wide as a Chinese one; not so the empty text."""
    return bool(char) and unicodedata.east_asian_width(char) in "WF"
