"""The events of an edition's year: each has its rule, its days and what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plus100.core.periods import DAY, Span, Window
from plus100.ledger.policy import rules
from plus100.ledger.policy.edition import Edition, Held
from plus100.publish.policies.words import whom

WINDOW_NAMES = {
    "quarter": ("第一季度", "第二季度", "第三季度", "第四季度"),
    "half_year": ("上半年", "下半年"),
    "year": ("全年",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What falls due on ``last``, or runs from ``first`` to it: ``occasion`` names the day (the first
    quarter's last, say; "" for a campaign), ``held`` is the rule in force then and ``title`` what it asks.
    """

    first: date
    last: date
    occasion: str
    title: str
    held: Held

    @property
    def whom(self) -> str:
        """Whom it concerns, in words."""
        return whom(self.held.rule.applies)

    @property
    def runs(self) -> bool:
        """Whether it lasts, and is not a last day."""
        return self.first != self.last


def events(edition: Edition, year: int) -> tuple[Event, ...]:
    """Everything that the edition sets on days of a year, in the order of time. A window counts only
    where one version of the rule covers all of it, as in measuring.
    """
    found = (one for versions in edition.rules.values() for held in versions for one in _of(held, year))
    return tuple(sorted(found, key=lambda one: (one.last, one.first, one.held.rule.id)))


def undated(edition: Edition, year: int) -> tuple[Held, ...]:
    """Campaigns in force on the year's last day to which the document gives no days."""
    return tuple(
        held
        for held in edition.on(date(year, 12, 31))
        if isinstance(held.rule.does, rules.Campaign) and not _spans(held.rule.does, year)
        if held.rule.does.first is None and not held.rule.does.months
    )


def _of(held: Held, year: int) -> Iterator[Event]:
    for span, occasion in _asked(held.rule, year):
        if _covers(held, span):
            first = span.last if occasion else span.first
            yield Event(first=first, last=span.last, occasion=occasion, title=_title(held.rule), held=held)


def _title(rule: rules.Rule) -> str:
    yearly = isinstance(rule.does, rules.PointsClasses)
    return "本年积分到此为止，次日重新起算" if yearly else rule.title


def _covers(held: Held, span: Span) -> bool:
    """Whether this version holds for all of a window; for a campaign or a single day its last one."""
    first = span.last if isinstance(held.rule.does, rules.Campaign | rules.Deadline) else span.first
    return held.rule.from_ <= first and (held.until is None or span.last <= held.until)


def _asked(rule: rules.Rule, year: int) -> Iterator[tuple[Span, str]]:
    """The spans that a rule sets in a year, and what the last day of each is called."""
    match rule.does:
        case rules.ActivityCount(window=window):
            yield from ((span, f"{name_of(window, span)}最后一天") for span in _windows(window, year))
        case rules.Presence(required=True):
            yield from ((span, f"{name_of('month', span)}最后一天") for span in _windows("month", year))
        case rules.Group(due=str(due)):
            yield Span(date(year, 1, 1), date.fromisoformat(f"{year}-{due}")), "截止"
        case rules.Deadline() as does:
            yield from ((span, "截止") for span in _deadlines(does, year))
        case rules.Campaign() as does:
            yield from ((span, "") for span in _spans(does, year))
        case rules.PointsClasses(restart="yearly"):
            yield Window.YEAR.around(date(year, 1, 1)), "全年最后一天"


def _windows(window: str, year: int) -> Iterator[Span]:
    return Window(window).through(Span(date(year, 1, 1), date(year, 12, 31)))


def name_of(window: str, span: Span) -> str:
    """``第一季度``, ``5—6月``, ``3月``."""
    names = WINDOW_NAMES.get(window)
    if names:
        return names[(span.first.month - 1) // Window(window).months]
    if span.first.month == span.last.month:
        return f"{span.first.month}月"
    return f"{span.first.month}—{span.last.month}月"


def _deadlines(does: rules.Deadline, year: int) -> Iterator[Span]:
    if does.on is not None and does.on.year == year:
        yield Span(does.on, does.on)
    if does.window is not None and does.day is not None:
        for span in _windows(does.window, year):
            yield Span(span.first, span.last.replace(day=does.day))


def _spans(does: rules.Campaign, year: int) -> tuple[Span, ...]:
    """A campaign's days within a year; months that follow one another are one span."""
    if does.first is not None and does.last is not None:
        span = Span(does.first, does.last).overlap(Span(date(year, 1, 1), date(year, 12, 31)))
        return (span,) if span else ()
    runs = groupby(enumerate(sorted(does.months)), key=lambda pair: pair[1] - pair[0])
    found = []
    for _, run in runs:
        months = [month for _, month in run]
        after = date(year + months[-1] // 12, months[-1] % 12 + 1, 1)
        found.append(Span(date(year, months[0], 1), after - DAY))
    return tuple(found)
