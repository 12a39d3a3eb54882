"""The rules that hold for a post on a day.

A unit names its editions with dates and an edition its rules with dates, so every question to the
policies is asked *for a day*. ``Terms`` remembers the answers of one run: a season asks the same few
thousand questions a million times.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any, TypeVar

from plus100.core.periods import DAY, Span
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import (
    Applies,
    Levels,
    PartnerQuota,
    PointsClasses,
    PointsItem,
    PointsPart,
    Rule,
    TaskList,
)
from plus100.ledger.records import Since, Unit, on
from plus100.ledger.world import Frame
from plus100.measure import reasons
from plus100.measure.figures import Grounds
from plus100.measure.seats import Place

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Rated:
    """A part of a points item as it stands on a day for a class, with the points each."""

    part: PointsPart
    rate: Decimal


@dataclass(frozen=True, slots=True)
class PointsTable:
    """The points rules in force on a day. ``edition`` is the one that last had a say in them, ``since``
    the day on which its lineage first divided cadres into classes.
    """

    edition: str
    since: date
    classes: Held
    items: tuple[Held, ...]
    levels: Held | None

    def class_of(self, category: str) -> str | None:
        """The points class of a category."""
        for points_class in does(self.classes, PointsClasses).classes:
            if category in points_class.categories:
                return points_class.id
        return None


@dataclass(frozen=True, slots=True)
class _Spells:
    """``kind`` is the same for all units that have the same rules on every day."""

    kind: Hashable
    changes: list[date]


@dataclass(slots=True)
class Terms:
    """Answers for one frame. The dictionaries are memory only: what they hold follows from the frame."""

    frame: Frame
    _spells: dict[str, _Spells] = field(default_factory=dict)
    _rules: dict[tuple[Hashable, int, str], tuple[Held, ...]] = field(default_factory=dict)
    _tables: dict[tuple[Hashable, int], PointsTable | None] = field(default_factory=dict)
    _parts: dict[tuple[Hashable, int, str, str, str], Rated | str] = field(default_factory=dict)
    _answers: dict[Hashable, Any] = field(default_factory=dict)
    _grounds: dict[tuple[str, str, date], Grounds] = field(default_factory=dict)

    def edition(self, unit: str, day: date) -> Edition | None:
        """The edition that a unit goes by on a day."""
        name = on(self.frame.units[unit].policy, day)
        return None if name is None else self.frame.editions.get(name)

    def editions(self, unit: str) -> Iterator[tuple[Edition, Span]]:
        """The editions that a unit goes by, each with its days, oldest first."""
        named = _named(self.frame.units[unit])
        lasts = [*(since.from_ - DAY for since in named[1:]), date.max]
        for since, last in zip(named, lasts, strict=True):
            edition = self.frame.editions.get(since.value)
            if edition is not None:
                yield edition, Span(since.from_, last)

    def lacks(self, unit: str, span: Span, *measures: str) -> bool:
        """Whether a rule of one of these measures (of any, without) that a unit went by on some day of
        the span is at fault.
        """
        return any(
            edition.lacks(min(days.last, span.last), *measures)
            for edition, days in self.editions(unit)
            if edition.left_out and days.overlap(span)
        )

    def rules(self, place: Place, day: date) -> tuple[Held, ...]:
        """The rules in force for a post of a category in a unit on a day."""
        key = (*self._spell(place[0], day), place[1])
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = self._find_rules(place, day)
        return found

    def table(self, unit: str, day: date) -> PointsTable | None:
        """The points rules that a unit goes by on a day, ``None`` where there are none."""
        key = self._spell(unit, day)
        if key not in self._tables:
            edition = self.edition(unit, day)
            self._tables[key] = None if edition is None else points_table(edition, day)
        return self._tables[key]

    def part(self, place: Place, item: str, part: str, day: date) -> Rated | str:
        """A part of a points item for a post on a day, or the reason why it is worth nothing."""
        key = (*self._spell(place[0], day), place[1], item, part)
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = self._find_part(place, item, part, day)
        return found

    def tasks(self, place: Place, day: date) -> frozenset[str] | None:
        """The task list in force, ``None`` where there is none."""
        lists = [rule for held in self.rules(place, day) if isinstance(rule := held.rule.does, TaskList)]
        return frozenset(task.id for rule in lists for task in rule.tasks) if lists else None

    def quota(self, place: Place, day: date) -> PartnerQuota | None:
        """The rule on the number of partners."""
        for held in self.rules(place, day):
            if isinstance(held.rule.does, PartnerQuota):
                return held.rule.does
        return None

    def grounds(self, held: Held) -> Grounds:
        """What a figure says of the rule that it rests on."""
        key = (held.origin, held.rule.id, held.rule.from_)
        found = self._grounds.get(key)
        if found is None:
            found = self._grounds[key] = grounds(held)
        return found

    def remember(self, question: Hashable, answer: Callable[[], M]) -> M:
        """The answer to a question whose terms alone decide it, found once."""
        if question not in self._answers:
            self._answers[question] = answer()
        found: M = self._answers[question]
        return found

    def _spell(self, unit: str, day: date) -> tuple[Hashable, int]:
        """Units of one policy and level have the same rules, and from one change to the next every day
        has: what stands for the unit and the day.
        """
        found = self._spells.get(unit)
        if found is None:
            found = self._spells[unit] = spells(self.frame.units[unit], self.frame.editions)
        return found.kind, bisect_right(found.changes, day)

    def _find_rules(self, place: Place, day: date) -> tuple[Held, ...]:
        unit, category = place
        edition = self.edition(unit, day)
        if edition is None:
            return ()
        record = self.frame.units[unit]
        return tuple(held for held in edition.on(day) if concerns(held.rule.applies, record, category))

    def _find_part(self, place: Place, item: str, part: str, day: date) -> Rated | str:
        table = self.table(place[0], day)
        found = None if table is None else _part_of(table, item, part)
        if table is None or found is None:
            return reasons.NO_RULE_THEN
        points_class = table.class_of(place[1])
        if points_class is None:
            return reasons.NO_CLASS_THEN
        if found.categories and place[1] not in found.categories:
            return reasons.NOT_OPEN
        rate = found.rates.get(points_class)
        return reasons.NOT_OPEN if rate is None else Rated(found, rate)


def spells(unit: Unit, editions: Mapping[str, Edition]) -> _Spells:
    """The days on which the rules of a unit may change."""
    named = _named(unit)
    days = {since.from_ for since in named}
    for edition in {since.value for since in named} & editions.keys():
        for held in chain.from_iterable(editions[edition].rules.values()):
            days |= {held.rule.from_} if held.until is None else {held.rule.from_, held.until + DAY}
    return _Spells((unit.policy, unit.level), sorted(days))


def _named(unit: Unit) -> tuple[Since[str], ...]:
    """What a unit says of its policy, as a list of dated values."""
    return unit.policy if isinstance(unit.policy, tuple) else (Since(value=unit.policy, from_=date.min),)


def does(held: Held, measure: type[M]) -> M:
    """What a rule does, known to be of a type; ``TypeError`` if it is not."""
    found = held.rule.does
    if not isinstance(found, measure):
        raise TypeError(f"{held.rule.id} is no {measure.__name__}")
    return found


def concerns(applies: Applies, unit: Unit, category: str) -> bool:
    """Whether a rule concerns a post of a category in a unit; an empty list means everybody."""
    by_category = not applies.categories or category in applies.categories
    by_level = not applies.levels or unit.level in applies.levels
    return by_category and by_level


def grounds(held: Held) -> Grounds:
    """A rule as a figure cites it."""
    rule: Rule = held.rule
    return Grounds(
        edition=held.origin,
        rule=rule.id,
        title=rule.title,
        force=rule.force,
        sources=rule.sources,
        readings=rule.readings,
    )


def points_table(edition: Edition, day: date) -> PointsTable | None:
    """The points rules of an edition on a day; without classes or items there is no table."""
    found = edition.on(day)
    classes = [held for held in found if isinstance(held.rule.does, PointsClasses)]
    items = tuple(held for held in found if isinstance(held.rule.does, PointsItem))
    levels = [held for held in found if isinstance(held.rule.does, Levels)]
    if not classes or not items:
        return None
    origins = {held.origin for held in (*classes, *items, *levels)}
    last = max(origins, key=edition.lineage.index)
    since = edition.rules[classes[0].rule.id][0].rule.from_
    return PointsTable(last, since, classes[0], items, levels[0] if levels else None)


def _part_of(table: PointsTable, item: str, part: str) -> PointsPart | None:
    for held in table.items:
        rule = does(held, PointsItem)
        if rule.item == item:
            return next((found for found in rule.parts if found.id == part), None)
    return None
