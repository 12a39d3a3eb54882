"""What differs between two editions, or between two days of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.parameters import leaves, same, tree

UNSTATED = ("from",)
"""Not a difference in substance: since when a rule stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterChange:
    """One parameter; ``old`` or ``new`` is ``None`` also where it is absent."""

    path: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One rule: added (``old`` is ``None``), removed (``new`` is ``None``) or changed. The sources
    stand in ``old.rule`` and ``new.rule``.
    """

    id: str
    old: Held | None
    new: Held | None
    parameters: tuple[ParameterChange, ...] = ()

    @property
    def kind(self) -> str:
        """added, removed, changed."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


def diff(old: Edition, old_day: date, new: Edition, new_day: date) -> tuple[RuleChange, ...]:
    """Rules in force in the one on its day against those in the other on its day, in the order of the
    old edition, then what is new. Rules alike in substance are left out.
    """
    names = dict.fromkeys((*old.rules, *new.rules))
    pairs = ((name, old.rule(name, old_day), new.rule(name, new_day)) for name in names)
    return tuple(change for name, left, right in pairs for change in _change(name, left, right))


def _change(name: str, old: Held | None, new: Held | None) -> Iterator[RuleChange]:
    if old is None and new is None:
        return
    parameters = tuple(_parameters(old, new)) if old and new else ()
    if not (old and new) or parameters:
        yield RuleChange(id=name, old=old, new=new, parameters=parameters)


def _parameters(old: Held, new: Held) -> Iterator[ParameterChange]:
    left, right = dict(_stated(old)), dict(_stated(new))
    for path in dict.fromkeys((*left, *right)):
        if not same(left.get(path), right.get(path)):
            yield ParameterChange(path=path, old=left.get(path), new=right.get(path))


def _stated(held: Held) -> Iterator[tuple[str, object]]:
    rule = held.rule
    yield "measure", None if rule.does is None else rule.does.__struct_config__.tag
    yield from ((path, value) for path, value in leaves(tree(rule)) if path not in UNSTATED)
    yield "ceiling", rule.ceiling
