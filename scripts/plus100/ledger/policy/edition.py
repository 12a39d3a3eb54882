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
class Edition:
    """One edition with everything inherited. ``lineage`` runs from the root to this edition;
    ``rules`` maps a rule's id to its versions in rising order of ``from_``.
    """

    id: str
    title: str
    description: str
    lineage: tuple[str, ...]
    documents: Mapping[str, Document]
    rules: Mapping[str, tuple[Held, ...]]

    def on(self, day: date) -> tuple[Held, ...]:
        """The rules in force on a day, in the order in which the editions state them."""
        return tuple(held for name in self.rules if (held := self.rule(name, day)) is not None)

    def rule(self, name: str, day: date) -> Held | None:
        """The version of one rule that is in force on a day, ``None`` if there is none."""
        for held in self.rules.get(name, ()):
            if held.rule.from_ <= day and (held.until is None or day <= held.until):
                return held
        return None
