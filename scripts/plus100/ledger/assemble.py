"""Documents → one consistent world: the frame, the books, and every finding on the way.

``read_frame`` and ``read_book`` serve measuring, ``check`` looks at everything and measures nothing.
"""

from __future__ import annotations

from datetime import date

from plus100.core.findings import Finding, order
from plus100.intake.locate import locate
from plus100.intake.source import Source
from plus100.ledger.assembly.book import read_book
from plus100.ledger.assembly.frame import assemble
from plus100.ledger.world import Frame

__all__ = ["check", "read_book", "read_frame"]


def read_frame(
    source: Source, as_of: date | None = None, under: Frame | None = None
) -> tuple[Frame | None, tuple[Finding, ...]]:
    """The frame and its findings, not located yet. ``None`` where settings or as-of cannot be had.

    As-of is the date asked for, else the settings', else the day of the commit in their time zone.
    ``under`` is a frame whose policies and readings hold in place of the source's own.
    """
    assembled = assemble(source, as_of, under)
    return assembled.frame if assembled.usable else None, assembled.findings


def check(source: Source, as_of: date | None = None) -> tuple[Finding, ...]:
    """Every finding in the records, located and in order. Books are checked even where settings or
    as-of are missing.
    """
    assembled = assemble(source, as_of)
    findings = list(assembled.findings)
    for cadre_id in assembled.frame.cadres:
        findings += read_book(assembled.frame, cadre_id, source)[2]
    return tuple(sorted(locate(findings, source), key=order))
