"""The repository's own handbook under its own policies, composed once, and its texts without marks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from plus100.ledger.assemble import read_frame
from plus100.ledger.world import Frame
from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.book import Handbook, compose
from plus100.publish.handbook.shelf import DOCS, Shelf, read_shelf
from support import mini

CASES = Path(__file__).parents[2] / "cases" / "handbook"
FOLD = "\n## 在这里怎么做\n"
_CODE = re.compile(r"^[ ]*```[^`]*^[ ]*```[ ]*$|`[^`\n]+`", re.MULTILINE)
_MARK = re.compile(r"\{\{[^}]*\}\}|\{#[^}]*\}|(?<=\])\([^)]*\)")


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


def prose(answer: Answer) -> str:
    """What of a body is neither code nor mark; a space stands where one was."""
    return _MARK.sub(" ", _CODE.sub(" ", answer.body))


def spans(answer: Answer) -> list[str]:
    """The code within lines of text."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", answer.body)


def blocks(answer: Answer) -> list[str]:
    """The blocks of code, without their fences."""
    return re.findall(r"^```\w*\n([^`]*)^```$", answer.body, re.MULTILINE)


def not_built(answer: Answer) -> list[str]:
    """What the answer says is not there yet, as plain text."""
    found = re.findall(r'^!!! not-built "还没有"\n    ([^\n]+)$', answer.body, re.MULTILINE)
    return [re.sub(r"\]\([^)]*\)|\[|`", "", one) for one in found]
