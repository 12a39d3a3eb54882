"""What one cadre is to be like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random


def chance(draw: Random, share: float) -> bool:
    """True in ``share`` of all draws."""
    return draw.random() < share


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many entries of each kind in a year; ``reactions`` is the number of likes and comments."""

    activities: int = 0
    tasks: int = 0
    own: int = 0
    hero: int = 0
    wishes: int = 0
    reactions: int = 0
    shares: int = 0


FULL = Counts(activities=42, tasks=8, own=8, hero=5, wishes=5, reactions=17, shares=10)
"""Somewhat more than what fills the caps of the points table of 2017."""


def counts(level: float, draw: Random, *, rate: float = 1.0) -> Counts:
    """A year's numbers of someone who does ``level`` of what there is to do; ``rate`` scales the
    activities (a part-timer needs fewer for the same points). Nobody does everything equally well.
    """

    def about(full: float) -> int:
        return round(full * level * draw.triangular(0.2, 1.35, 1.05))

    return Counts(
        activities=about(FULL.activities * rate),
        tasks=min(9, about(FULL.tasks)),
        own=about(FULL.own),
        hero=about(FULL.hero),
        wishes=about(FULL.wishes),
        reactions=about(FULL.reactions),
        shares=min(12, about(FULL.shares)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """The partners to be had. Shares are exact: ``round(share × active)`` partners have the trait."""

    size: int
    elsewhere: float = 0.1
    civil_servants: float = 0.04
    over_35: float = 0.08
    tagged: float = 0.95
    bound: float = 0.6
    moved_away: int = 0
    replaced: int = 0
    paired: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post from a day to a day."""

    category: str
    title: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One engagement: who, where, since when, with how many partners and what in which year."""

    unit: str
    cadre: str
    name: str
    edition: str
    posts: tuple[Post, ...]
    crowd: Crowd
    years: dict[int, Counts]
    as_of: date
    level: str = ""
    account_prefix: str = ""
    until: date | None = None
    left: str | None = None
    moved_from: str | None = None
    exemption: tuple[str, date, date | None] | None = None
    group: int | None = None
    publish: str = "full"
    statements: bool = False
    login: bool = True
    links: tuple[tuple[str, str], ...] = ()
    rich: bool = True
    log_until: date | None = None
    """The log may go on after ``as_of``, for those whose own rules begin later."""

    @property
    def id(self) -> str:
        """``unit/cadre``."""
        return f"{self.unit}/{self.cadre}"

    @property
    def since(self) -> date:
        """The first day of the engagement."""
        return self.posts[0].since

    @property
    def last(self) -> date:
        """The last day on which anything can happen."""
        return min(self.until or self.as_of, self.as_of)

    @property
    def log_last(self) -> date:
        """The last day of the log."""
        return self.log_until or self.last

    def excused(self, day: date) -> bool:
        """Whether an exemption covers the day; nothing is done then."""
        if self.exemption is None:
            return False
        _, first, last = self.exemption
        return first <= day and (last is None or day <= last)

    def draw(self, purpose: str) -> Random:
        """A generator of this cadre's own, the same in every run."""
        return Random(f"1+100:{self.id}:{purpose}")  # noqa: S311 - invented data, not secrets
