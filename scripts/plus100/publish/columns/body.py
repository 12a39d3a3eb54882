"""The body of a contribution: Markdown → HTML that can only be read, and what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from plus100.core.findings import Finding, Location
from plus100.intake.reading.text import Lines
from plus100.publish.columns.faults import finding
from plus100.publish.columns.markdown import curious, is_wide, strict, web_address
from plus100.publish.columns.pieces import Piece

LONGEST = 20_000
"""Characters of a body; more than anybody reads on a phone."""

UNWRITTEN = "在这里写正文"
"""How the text of a template begins, for which no words of one's own stand yet."""

_SHORT = 100
_TAGS = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote")
).union(("a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td"))
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}}
_TABLE = '<div class="p-scroll" role="region" aria-label="表格" tabindex="0"><table class="p-table">'
_SCHEMES = frozenset(["http", "https"])
_REL = "external nofollow noopener noreferrer"

_MARKS = re.compile(r"\{\{|\{%|\{#|\{:|--8<--|^(?:!!!|\?\?\?\+?|:::|///)(?= )|^\[TOC\]$", re.MULTILINE)
"""What means something to other programs that make pages: macros, comments, attribute lists, snippets,
boxes, a table of contents. It would show as it stands here, and must mean nothing elsewhere.
"""


class Body(NamedTuple):
    """``html`` is sanitised; ``opening`` is its first words as plain text."""

    html: Markup
    opening: str


def render(text: str) -> Body:
    """The HTML of a body: by a parser that knows no HTML, then through an allow-list of its own."""
    tokens = strict().parse(text)
    _level(tokens)
    _join(tokens)
    html = strict().renderer.render(tokens, strict().options, {})
    return Body(sanitised(html), _opening(tokens))


def sanitised(html: str) -> Markup:
    """HTML reduced to plain forms of text, lists, tables and links to the web. Everything else goes: tags,
    attributes, addresses that are none of the web.
    """
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_to_the_web,
        url_schemes=set(_SCHEMES),
        url_relative="deny",
        link_rel=_REL,
    )
    return Markup(clean)  # noqa: S704 - sanitised


def dressed(html: Markup) -> Markup:
    """Sanitised HTML whose tables look like all others and scroll on a phone."""
    plain = str(html).replace("<table>", _TABLE).replace("</table>", "</table></div>")
    return Markup(plain.replace("<th>", '<th scope="col">'))  # noqa: S704 - sanitised, and our own


def _to_the_web(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or web_address(value) else None


def _level(tokens: Sequence[Token]) -> None:
    """Headings below the page's own, none deeper by more than one than the one before."""
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    last = 1
    for token in tokens:
        if token.type == "heading_open":
            last = min(used.index(token.tag) + 2, last + 1)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{last}"


def _join(tokens: Sequence[Token]) -> None:
    """A line broken within Chinese goes on without the space that a browser would show."""
    for token in tokens:
        parts = token.children or []
        for before, broken, after in zip(parts, parts[1:], parts[2:], strict=False):
            sides = before.content[-1:], after.content[:1]
            if broken.type == "softbreak" and all(map(is_wide, sides)):
                broken.type = "text"


def _opening(tokens: Sequence[Token]) -> str:
    """The first paragraph's words, cut where it is long."""
    for before, token in pairwise(tokens):
        if before.type == "paragraph_open":
            said = "".join(_words(one) for one in token.children or ())
            return said if len(said) <= _SHORT else f"{said[: _SHORT - 1]}…"
    return ""


def _words(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


# -- what people have tried ----------------------------------------------------------------------


def check(piece: Piece) -> tuple[Finding, ...]:
    """What cannot stand in a body, each at its line."""
    text = piece.body.strip()
    if len(text) > LONGEST:
        how, fix = f"有 {len(text)} 个字符，太长了", f"请缩短到 {LONGEST} 个字符以内，或者分成几篇。"
        return (finding("C710", _at(piece, piece.body.find(text[0])), how=how, fix=fix),)
    if text.startswith(UNWRITTEN) or (not text and piece.column.kind != "boost"):
        start = piece.body.find(UNWRITTEN) if text else len(piece.body)
        return (finding("C710", _at(piece, start), how="还没有写", fix="请在抬头下面写上正文。"),)
    return tuple(_wrong(piece))


def _wrong(piece: Piece) -> Iterator[Finding]:
    lines = Lines(piece.body)
    for token in curious().parse(piece.body):
        first, last = token.map or (0, 0)
        begin, end = lines.starts[first], [*lines.starts, len(piece.body)][last]
        for inner in (token, *(token.children or ())):
            for code, sign, shown in _tried(inner):
                at = piece.body.find(sign, begin, end)
                begin = max(begin, at + 1)  # the same sign again is the next one
                yield finding(code, _at(piece, max(at, lines.starts[first])), **shown)


def _tried(token: Token) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Code, where to look for it, and the words, of what one token holds."""
    match token.type:
        case "html_block" | "html_inline" if token.block or not token.content.startswith("</"):
            sign = token.content.strip()
            yield "C704", sign[:20], {"shown": _cut(sign), "fix": "不要写 HTML，请用文字、列表和粗体。"}
        case "image":
            yield "C706", "![", {}
        case "link_open" if not web_address(href := str(token.attrs["href"])):
            yield "C705", "](", {"shown": _cut(href)}
        case "text":
            for found in _MARKS.finditer(token.content):
                fix = "请用文字、列表和粗体；要原样写出这几个符号，在两边加反引号。"
                yield "C704", found[0], {"shown": found[0], "fix": fix}
            for unseen in filter(_is_unseen, token.content):
                yield "C704", "&", {"shown": f"U+{ord(unseen):04X}", "fix": "这个字符看不见，请删去。"}


def _is_unseen(char: str) -> bool:
    """Whether a character, here written as an entity, shows nothing or turns the text about. As
    themselves such characters are refused where a file is read.
    """
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in "\t\n"


def _cut(sign: str) -> str:
    line = " ".join(sign.split())
    return line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004 - enough to know it again


def _at(piece: Piece, offset: int) -> Location:
    line, column = Lines(piece.body).place(offset)
    return Location(path=piece.path, line=line, column=column)
