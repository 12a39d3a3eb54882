"""Editions resolved: a child with all that it inherits, ready to be asked for a rule on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plus100.ledger.policy.rules import Document, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A rule as an edition has it: ``origin`` is the edition whose file it stands in, ``until`` the
    last day before it is superseded or unset (``None``: still in force).
    """

    rule: Rule
    origin: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A rule at fault, which no edition applies. ``id`` and ``measure`` are "" and ``from_`` the first
    day of all where the fault hides them.
    """

    id: str
    measure: str
    from_: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition with everything inherited. ``lineage`` runs from the root to this edition;
    ``rules`` maps a rule's id to its versions in rising order of ``from_``. ``left_out`` are rules at
    fault, inherited ones too: what an older version or the edition above says in their place is not
    what the document says.
    """

    id: str
    title: str
    description: str
    lineage: tuple[str, ...]
    documents: Mapping[str, Document]
    rules: Mapping[str, tuple[Held, ...]]
    left_out: tuple[LeftOut, ...] = ()

    def on(self, day: date) -> tuple[Held, ...]:
        """The rules in force on a day, in the order in which the editions state them."""
        return tuple(held for name in self.rules if (held := self.rule(name, day)) is not None)

    def lacks(self, day: date, *measures: str) -> bool:
        """Whether a rule of one of these measures that begins by the day is left out, or may be; without
        measures, any rule.
        """
        return any(
            one.from_ <= day and (not measures or one.measure in {"", *measures}) for one in self.left_out
        )

    def rule(self, name: str, day: date) -> Held | None:
        """The version of one rule that is in force on a day, ``None`` if there is none."""
        for held in self.rules.get(name, ()):
            if held.rule.from_ <= day and (held.until is None or day <= held.until):
                return held
        return None
