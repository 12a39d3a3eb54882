"""A plain table of text in aligned columns that fits a width; ``ink`` gives it colour on terminals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from plus100.cli.cells import clean, clip, pad, width

GAP = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Numbers go to the right. A column that ``yields`` is cut where the table would be
    too wide, but never below ``least``.
    """

    title: str
    right: bool = False
    yields: bool = False
    least: int = 8
    ink: str = ""


def grid(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> Text:
    """Titles, a rule and the rows. Cells are cleaned; empty trailing space is left out."""
    cells = [[clean(cell) for cell in row] for row in rows]
    widths = fitted(columns, cells, room)
    text = Text()
    text.append_text(line([column.title for column in columns], columns, widths, "dim"))
    text.append("\n" + GAP.join("─" * wide for wide in widths), "dim")
    for row in cells:
        text.append("\n").append_text(line(row, columns, widths, ""))
    return text


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """Width of each column: what its cells need, less what yielding columns must give up."""
    widths = [
        max(width(text) for text in (column.title, *(row[i] for row in cells)))
        for i, column in enumerate(columns)
    ]
    surplus = sum(widths) + len(GAP) * (len(widths) - 1) - room
    while surplus > 0:
        wide, index = max(
            (wide if columns[i].yields and wide > columns[i].least else 0, i)
            for i, wide in enumerate(widths)
        )
        if not wide:
            break
        widths[index] -= 1
        surplus -= 1
    return widths


def line(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int], ink: str) -> Text:
    """One row."""
    text = Text()
    for index, (cell, column, wide) in enumerate(zip(row, columns, widths, strict=True)):
        if index:
            text.append(GAP)
        text.append(pad(clip(cell, wide), wide, right=column.right), ink or column.ink)
    text.rstrip()
    return text
