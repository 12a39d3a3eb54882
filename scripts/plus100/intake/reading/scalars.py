"""What a plain (unquoted) scalar means: YAML 1.2's core schema and nothing else.

``null``, ``true`` and ``false`` in their three spellings, whole numbers (``010`` is ten), ``0o17``,
``0x1F`` and decimal fractions are values; everything else is text. So ``no``, ``12:30`` and
``2017-05-03`` stay what people wrote.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

Scalar = str | int | float | bool | None

CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

HEADS = frozenset(["", *"0123456789+-.", *(word[0] for word in CONSTANTS if word)])
"""First characters (or none) of every plain scalar that is not text; the rest need no look."""

LARGEST = 2**53 - 1
"""Whole numbers beyond ±LARGEST are changed by programs that keep numbers as binary64."""

_DECIMAL = re.compile(r"[-+]?[0-9]+").fullmatch
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+").fullmatch
_FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?").fullmatch
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)").fullmatch
_DIGITS = 40
_REMEMBERED = 64


class UnfitError(ValueError):
    """A plain scalar that no record may hold; ``code`` names the rule."""

    def __init__(self, code: str) -> None:
        """Remember the finding code."""
        super().__init__(code)
        self.code = code


class LongError(ValueError):
    """A plain scalar too long to be remembered; ``value`` knows what it means."""


@lru_cache(maxsize=4096)
def resolve(text: str) -> Scalar:
    """``value``, remembered. ``LongError`` for long text, so that what is remembered stays small
    (failures are not).
    """
    if len(text) > _REMEMBERED:
        raise LongError
    return value(text)


def value(text: str) -> Scalar:
    """The value of a plain scalar. ``UnfitError`` for a lone ``-`` (Y141), numbers that are not
    finite (Y112) and whole numbers that are too large (Y111).
    """
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text == "-":
        raise UnfitError("Y141")
    if _DECIMAL(text) or _BASED(text):
        return _whole(text)
    if _FRACTION(text):
        return _fraction(text)
    if _NOT_FINITE(text):
        raise UnfitError("Y112")
    return text


def _whole(text: str) -> int:
    """A whole number; its length is bounded first, since conversion is quadratic in it."""
    digits = text.lstrip("+-0")
    if len(digits) > _DIGITS:
        raise UnfitError("Y111")
    number = int(text, 0 if text[1:2] in ("o", "x") else 10)
    if abs(number) > LARGEST:
        raise UnfitError("Y111")
    return number


def _fraction(text: str) -> float:
    """A decimal fraction; one that overflows is not a number. ``3.0`` is the whole number, as JSON
    Schema has it, so that what it calls an integer converts into one.
    """
    number = float(text)
    if not math.isfinite(number):
        raise UnfitError("Y112")
    return int(number) if number.is_integer() and abs(number) <= LARGEST else number
