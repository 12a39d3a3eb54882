"""Who holds which post when: the engagements of one person laid out as spans of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import Span
from plus100.ledger.records import Cadre, Post
from plus100.ledger.world import Frame

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seat:
    """One post of one engagement. ``place`` is unit and category: what decides, together with the day,
    which rules apply. ``span`` ends with the post or the engagement, whichever is earlier; while it
    is held, with the calendar.
    """

    cadre: str
    place: Place
    post: Post
    span: Span

    @property
    def unit(self) -> str:
        """The unit of the engagement."""
        return self.place[0]


def seats_of(frame: Frame, person: str) -> tuple[Seat, ...]:
    """All posts of a person, by first day, then engagement."""
    seats = [seat for cadre in frame.persons[person] for seat in _engagement(cadre, frame.cadres[cadre])]
    return tuple(sorted(seats, key=lambda seat: (seat.span.first, seat.cadre)))


def held(seats: Iterable[Seat], day: date) -> tuple[Seat, ...]:
    """The posts held on a day, the latest begun first."""
    return tuple(reversed([seat for seat in seats if day in seat.span]))


def own(seats: Iterable[Seat], cadre: str, day: date) -> Seat | None:
    """The post that one engagement gives on a day."""
    for seat in seats:
        if seat.cadre == cadre and day in seat.span:
            return seat
    return None


def _engagement(cadre: str, record: Cadre) -> Iterable[Seat]:
    unit = cadre.partition("/")[0]
    end = record.until or date.max
    for post in record.posts:
        last = min(post.until or date.max, end)
        if post.from_ <= last:
            yield Seat(cadre, (unit, post.category), post, Span(post.from_, last))
