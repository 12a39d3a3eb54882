"""Small cells: a share that would single out a handful of partners is not published."""

from __future__ import annotations

from plus100.measure.figures import RatioFigure

LEAST = 5
"""Fewest people in a published cell (0 is published: it is nobody)."""


def small(figure: RatioFigure) -> bool:
    """Whether a cell holds one to four people: those with the attribute, or the recorded rest (which
    the numerator and the whole would give away).
    """
    part = int(figure.ratio.part)
    rest = figure.ratio.whole - part - figure.unrecorded
    return any(0 < cell < LEAST for cell in (part, rest))
