"""Which themes and tasks the entries of a unit may name, and on which days it has a policy at all.

Worked out once for each unit, since every book of the unit asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plus100.core.periods import DAY
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import TaskList, Themes
from plus100.ledger.records import Unit

OTHER = "other"
"""The theme that is always allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days, both included, on which the same themes may be named; the last is ``date.max`` while it
    lasts. ``edition`` is ``None`` where the unit has no policy: there ``themes`` says nothing.
    ``whole`` is false where a rule that names themes is at fault: there may be more.
    """

    first: date
    last: date
    edition: str | None
    themes: frozenset[str]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """``stretches`` cover all days. ``common`` are themes that may be named on every day with a
    policy. ``tasks`` are the study tasks that one of the unit's editions names on any day: doing one
    late or early is no fault of the record. ``all_tasks`` is false where a rule that names tasks is at
    fault.
    """

    stretches: tuple[Stretch, ...]
    common: frozenset[str]
    tasks: frozenset[str]
    all_tasks: bool = True


def vocabulary(unit: Unit, editions: Mapping[str, Edition]) -> Vocabulary:
    """The vocabulary of a unit: its policy's, its own, and ``other``."""
    own = frozenset((OTHER, *(theme.id for theme in unit.themes)))
    stretches = tuple(_stretches(unit, editions, own))
    named = {unit.policy} if isinstance(unit.policy, str) else {since.value for since in unit.policy}
    governed = [stretch.themes for stretch in stretches if stretch.edition is not None]
    return Vocabulary(
        stretches=stretches,
        common=frozenset.intersection(*governed) if governed else own,
        tasks=frozenset(
            task.id
            for name in named & editions.keys()
            for held in _every(editions[name])
            if isinstance(held.rule.does, TaskList)
            for task in held.rule.does.tasks
        ),
        all_tasks=not any(editions[name].lacks(date.max, "task_list") for name in named & editions.keys()),
    )


def themes_ever(edition: Edition) -> frozenset[str]:
    """The themes that an edition names on any day."""
    found = (held.rule.does for held in _every(edition))
    return frozenset(theme.id for does in found if isinstance(does, Themes) for theme in does.themes)


def _every(edition: Edition) -> Iterator[Held]:
    return (held for versions in edition.rules.values() for held in versions)


def _stretches(unit: Unit, editions: Mapping[str, Edition], own: frozenset[str]) -> Iterator[Stretch]:
    """All days in order, by what the unit's policies say."""
    if isinstance(unit.policy, str):
        parts = [(date.min, unit.policy)]
    else:
        parts = [(date.min, ""), *((since.from_, since.value) for since in unit.policy)]
    ends = [*(first - DAY for first, _ in parts[1:] if first > date.min), date.max]
    for (first, name), last in zip(parts, ends, strict=True):
        edition = editions.get(name)
        if edition is None:
            yield Stretch(first=first, last=last, edition=None, themes=own)
        else:
            yield from _under(edition, first, last, own)


def _under(edition: Edition, first: date, last: date, own: frozenset[str]) -> Iterator[Stretch]:
    """The days from ``first`` to ``last`` under an edition, split where its themes change. Before its
    first rule of any kind it is no policy yet.
    """
    begins = min((held.rule.from_ for held in _every(edition)), default=date.max)
    naming = [(held, held.rule.does) for held in _every(edition) if isinstance(held.rule.does, Themes)]
    turns = {first, begins, *(held.rule.from_ for held, _ in naming)}
    turns |= {held.until + DAY for held, _ in naming if held.until is not None}
    starts = sorted(day for day in turns if first <= day <= last)
    for start, end in zip(starts, [*(day - DAY for day in starts[1:]), last], strict=True):
        there = (does for held, does in naming if held.rule.from_ <= start <= (held.until or date.max))
        themes = own.union(theme.id for does in there for theme in does.themes)
        yield Stretch(
            first=start,
            last=end,
            edition=edition.id if begins <= start else None,
            themes=themes,
            whole=not edition.lacks(end, "themes"),
        )
