"""Which themes and tasks an entry may name, by day: the policy's vocabulary and the unit's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import DAY
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import TaskList, Themes
from plus100.ledger.records import DatedStr, Unit

OTHER = "other"
"""The theme that is always allowed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days under one edition; ``edition`` is ``None`` where the unit names none or one without a
    rule yet in force. The last day is ``date.max`` while it lasts.
    """

    first: date
    last: date
    edition: Edition | None


def stretches(policy: DatedStr, editions: Mapping[str, Edition]) -> tuple[Stretch, ...]:
    """All days, from the first to the last, by the edition that governs a unit."""
    if isinstance(policy, str):
        return _from(date.min, date.max, editions.get(policy))
    parts: list[Stretch] = []
    if policy[0].from_ > date.min:
        parts.append(Stretch(date.min, policy[0].from_ - DAY, None))
    ends = [*(since.from_ - DAY for since in policy[1:]), date.max]
    for since, last in zip(policy, ends, strict=True):
        parts.extend(_from(since.from_, last, editions.get(since.value)))
    return tuple(parts)


def _from(first: date, last: date, edition: Edition | None) -> tuple[Stretch, ...]:
    """The days from ``first`` to ``last`` under an edition, those before its first rule apart."""
    begins = _begins(edition) if edition is not None else date.max
    if begins <= first:
        return (Stretch(first, last, edition),)
    if begins > last or begins == date.max:
        return (Stretch(first, last, None),)
    return (Stretch(first, begins - DAY, None), Stretch(begins, last, edition))


def _begins(edition: Edition) -> date:
    """The day on which the edition's first rule comes into force."""
    return min((held.rule.from_ for rules in edition.rules.values() for held in rules), default=date.max)


def themes_ever(edition: Edition) -> frozenset[str]:
    """The themes that an edition names on any day."""
    return frozenset(
        theme.id
        for rules in edition.rules.values()
        for held in rules
        if isinstance(held.rule.does, Themes)
        for theme in held.rule.does.themes
    )


def themes_on(edition: Edition, day: date) -> frozenset[str]:
    """The themes that an edition names on a day."""
    found = (held.rule.does for held in edition.on(day))
    return frozenset(theme.id for does in found if isinstance(does, Themes) for theme in does.themes)


def tasks_ever(unit: Unit, editions: Mapping[str, Edition]) -> frozenset[str]:
    """The study tasks that a unit's editions name on any day: doing one late or early is no fault
    of the record.
    """
    names = {unit.policy} if isinstance(unit.policy, str) else {since.value for since in unit.policy}
    return frozenset(
        task.id
        for name in names & editions.keys()
        for rules in editions[name].rules.values()
        for held in rules
        if isinstance(held.rule.does, TaskList)
        for task in held.rule.does.tasks
    )
