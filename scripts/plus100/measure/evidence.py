"""What the books of one person say, merged over all engagements and put in one total order.

Order decides which record a cap clips and which of two equal ones counts, so it follows from the
records (day, id, engagement) and never from files.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TypeVar

from plus100.core.periods import Span
from plus100.ledger.records import Activity, Entry, Partner, Reaction, Reply, Share, Statement
from plus100.ledger.world import Book

E = TypeVar("E", Activity, Reply, Share, Reaction, Statement)
Logged = tuple[date, str, str, E]
"""Day, id, engagement, entry: sorts by the first three."""
Contact = tuple[date, str, str, Partner]
"""Day of first contact, id, engagement, partner."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All partners and entries of one person, each list in order."""

    partners: tuple[Contact, ...]
    activities: tuple[Logged[Activity], ...]
    replies: tuple[Logged[Reply], ...]
    shares: tuple[Logged[Share], ...]
    reactions: tuple[Logged[Reaction], ...]
    statements: tuple[Logged[Statement], ...]

    def days(self) -> Iterable[date]:
        """The day of every entry."""
        for kind in (self.activities, self.replies, self.shares, self.reactions, self.statements):
            for logged in kind:
                yield logged[0]


def inside(logged: tuple[Logged[E], ...], span: Span, day: date) -> tuple[Logged[E], ...]:
    """The entries of a span up to a day."""
    last = min(span.last, day)
    start = bisect_left(logged, span.first, key=_day)
    return logged[start : bisect_right(logged, last, key=_day)]


def known_by(partners: tuple[Contact, ...], day: date) -> tuple[Contact, ...]:
    """The partners first contacted by a day."""
    return partners[: bisect_right(partners, day, key=_day)]


_day = itemgetter(0)
_order = itemgetter(0, 1, 2)


def gather(books: Mapping[str, Book], cadres: Iterable[str]) -> Evidence:
    """The evidence in the books of the engagements named; an engagement without a book has none."""
    kinds: dict[type[Entry], list[tuple[date, str, str, Entry]]] = {
        Activity: [],
        Reply: [],
        Share: [],
        Reaction: [],
        Statement: [],
    }
    partners: list[Contact] = []
    for cadre in cadres:
        book = books.get(cadre)
        if book is None:
            continue
        partners.extend((partner.since, partner.id, cadre, partner) for partner in book.each_partner())
        for entry in book.each_entry():
            kinds[type(entry)].append((entry.date, entry.id, cadre, entry))
    partners.sort(key=_order)
    for logged in kinds.values():
        logged.sort(key=_order)
    return Evidence(
        tuple(partners),
        tuple(kinds[Activity]),  # type: ignore[arg-type]  # sorted by type above
        tuple(kinds[Reply]),  # type: ignore[arg-type]
        tuple(kinds[Share]),  # type: ignore[arg-type]
        tuple(kinds[Reaction]),  # type: ignore[arg-type]
        tuple(kinds[Statement]),  # type: ignore[arg-type]
    )
