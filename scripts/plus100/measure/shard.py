"""A share of the persons, read and measured: the part of a season that runs in a process of its own.

A shard's result is plain frozen data, so that it can cross from one process to another as bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from plus100.core.findings import Finding
from plus100.intake.source import Source
from plus100.ledger.assemble import read_book
from plus100.ledger.world import Book, Withheld
from plus100.measure.digest import book_digests, cadre_digest
from plus100.measure.evidence import gather
from plus100.measure.figures import CadreFigures
from plus100.measure.history import past_scores
from plus100.measure.people import figures_of, subject_of
from plus100.measure.standings import Scored
from plus100.measure.terms import Terms

Tick = Callable[[], None]


@dataclass(slots=True)
class Shard:
    """What measuring some persons yielded. ``past[i]`` belongs to the i-th past year."""

    cadres: list[CadreFigures] = field(default_factory=list)
    past: list[list[Scored | None]] = field(default_factory=list)
    digests: dict[str, bytes] = field(default_factory=dict)
    withheld: list[Withheld] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def measure_shard(
    terms: Terms, source: Source, persons: Iterable[str], ends: Sequence[date], tick: Tick
) -> Shard:
    """Read, check and measure some persons, one after the other. ``tick`` is called after each. What
    one shard asked of ``terms`` another need not find out again.
    """
    shard = Shard()
    frame = terms.frame
    for person in persons:
        books: dict[str, Book] = {}
        for cadre in frame.persons[person]:
            book, withheld, findings = read_book(frame, cadre, source)
            books[cadre] = book
            shard.withheld.extend(withheld)
            shard.findings.extend(findings)
            shard.digests |= cadre_digest(frame, cadre) | book_digests(book)
        evidence = gather(books, frame.persons[person])
        shard.cadres.append(figures_of(subject_of(terms, person, evidence, frame.as_of), fold=True))
        shard.past.append(past_scores(terms, person, evidence, ends))
        tick()
    return shard


def pack(shard: Shard) -> bytes:
    """A shard as bytes."""
    return msgspec.msgpack.encode(shard)


def unpack(packed: bytes) -> Shard:
    """The shard again, equal to the one packed."""
    return msgspec.msgpack.decode(packed, type=Shard)
