"""Findings from tables of words: what is wrong and how to mend it, by code, with gaps to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from plus100.core.findings import Finding, Location

Words = Mapping[str, tuple[str, str]]
"""Message and fix by code; ``{name}`` in them is a gap."""


def tell(table: Words, code: str, where: Location, /, *others: Location, **words: str) -> Finding:
    """The finding of a code at a place; ``words`` fill the gaps, and ``mended`` among them is the
    corrected excerpt. ``KeyError`` for a code or a gap without words.
    """
    message, fix = table[code]
    return Finding(
        code=code,
        message=message.format(**words),
        fix=fix.format(**words),
        where=where,
        others=others,
        snippet=words.get("mended", ""),
    )
