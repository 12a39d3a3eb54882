"""Text in terminal columns: a Chinese character is two wide, and nothing hostile gets through."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len, set_cell_size

PIECES = re.compile(r"[!-~]+|\n|[^\S\n]+|.")
"""What a line may be broken between: runs of ASCII, white space, any other single character."""

NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’…％·")
NEVER_LAST = frozenset("（《「『【〔“‘")

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Categories that a terminal might obey (escape codes, right-to-left marks) or not show at all."""


def width(text: str) -> int:
    """Columns that the text takes."""
    return cell_len(text)


def clean(text: str) -> str:
    r"""The text with every control, format and surrogate character as a visible escape, ``\u001b``."""
    return "".join(visible(char) for char in text)


def visible(char: str) -> str:
    """One character as it may be shown; a tab is a space."""
    if char == "\t":
        return " "
    if unicodedata.category(char) not in HIDDEN:
        return char
    return f"\\u{ord(char):04x}"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up to so many columns; ``right`` aligns numbers. Never cut."""
    blank = " " * max(0, columns - width(text))
    return blank + text if right else text + blank


def clip(text: str, columns: int) -> str:
    """The text cut to so many columns, with ``…`` in place of what does not fit."""
    if width(text) <= columns:
        return text
    return set_cell_size(text, columns - 1).rstrip() + "…"


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns. Breaks between Chinese characters, but keeps
    ASCII words whole and closing punctuation off a line's beginning.
    """
    lines = [""]
    for piece in pieces_of(text):
        if piece == "\n":
            lines.append("")
        elif width(lines[-1]) + width(piece.rstrip()) <= columns:
            lines[-1] += piece
        elif not piece.isspace():
            lines.append(piece)
    return [line.rstrip() for line in lines]


def pieces_of(text: str) -> list[str]:
    """Pieces between which a line may be broken: closing punctuation sticks to what it follows,
    an opening bracket to what comes next.
    """
    pieces: list[str] = []
    for piece in PIECES.findall(text):
        glued = pieces and (piece in NEVER_FIRST or pieces[-1][-1] in NEVER_LAST)
        if glued and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
