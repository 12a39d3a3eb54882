"""The repository's own handbook under its own policies, composed once, and its texts without marks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from textwrap import dedent

from plus100.ledger.assemble import read_frame
from plus100.ledger.world import Frame
from plus100.publish.handbook.book import Handbook, compose
from plus100.publish.handbook.shelf import DOCS, Shelf, read_shelf
from support import mini

CASES = Path(__file__).parents[2] / "cases" / "handbook"
FOLD = "\n## 在这里怎么做\n"
_CODE = re.compile(r"^[ ]*```[^`]*^[ ]*```[ ]*$|`[^`\n]+`", re.MULTILINE)
_MARK = re.compile(r"\{\{[^}]*\}\}|(?<=\))\{ [^}]*\}|\{#[^}]*\}|(?<=\])\([^)]*\)")


@cache
def frame() -> Frame:
    """The miniature repository's frame: the real policies and readings."""
    found, _ = read_frame(mini.source())
    assert found is not None
    return found


@cache
def shelf() -> Shelf:
    """The real texts."""
    return read_shelf(DOCS)


@cache
def book() -> Handbook:
    """The real handbook."""
    return compose(shelf(), frame())


ANSWERS = {answer.front.id: answer for answer in book().answers}


MADE = {"guide/reviewer/rights"}
"""Guides that a command writes: what stands in them is checked where they are made."""
GUIDES = {
    path.removesuffix(".md"): data.decode()
    for path, data in shelf().guides.items()
    if path.removesuffix(".md") not in MADE
}
TEXTS = {name: answer.body for name, answer in ANSWERS.items()} | GUIDES
"""What people read: every answer's body by its id, every guide by its path (``guide/cadre/phone``)."""


def prose(text: str) -> str:
    """What of a text is neither code nor mark; a space stands where one was."""
    return _MARK.sub(" ", _CODE.sub(" ", text))


def spans(text: str) -> list[str]:
    """The code within lines of text."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


def blocks(text: str, language: str = "yaml") -> list[str]:
    """The blocks of code in a language, without their fences and indentation."""
    found = re.findall(rf"^([ ]*)```{language}\n([^`]*)^\1```$", text, re.MULTILINE)
    return [dedent(block) for _, block in found]


def not_built(text: str) -> list[str]:
    """What the text says is not there yet, as plain text."""
    found = re.findall(r'^!!! not-built "还没有"\n    ([^\n]+)$', text, re.MULTILINE)
    return [re.sub(r"\]\([^)]*\)|\[|`", "", one) for one in found]
