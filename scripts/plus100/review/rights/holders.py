"""Who holds a role of the table for a thing that is touched, and whom one can ask."""

from __future__ import annotations

from collections.abc import Iterable

from plus100.ledger.records import on
from plus100.review.rights.table import Role
from plus100.review.rights.touches import Touch
from plus100.review.roles import Roles


def holds(roles: Roles, person: str, role: Role, touch: Touch) -> bool:
    """Whether a person is that to the thing, by what stands in the base on the day."""
    if not person:
        return False
    if role is Role.SELF:
        record = roles.base.cadre(touch.cadre) if touch.cadre else None
        return person == touch.person and (record is None or roles.serves(record))
    if role is Role.MEMBER:
        return roles.serves_anywhere(person)
    if not any(person in persons for _, persons in holders(roles, role, touch)):
        return False
    return role is Role.MAINTAINER or roles.serves_anywhere(person)


def holders(roles: Roles, role: Role, touch: Touch) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The units that a role of reviewers is found in, with the persons; "" stands for maintainers."""
    if role is Role.UNIT:
        return (roles.acting(touch.unit),)
    if role is Role.PARENT:
        return (roles.acting(touch.under or roles.parent(touch.unit) or roles.root),)
    if role is Role.ABOVE:
        return tuple((unit, roles.own_reviewers(unit)) for unit in roles.above(touch.unit))
    if role is Role.ROOT:
        return ((roles.root, roles.own_reviewers(roles.root)),)
    if role is Role.MAINTAINER:
        return (("", tuple(row.person for row in roles.maintainers())),)
    return ()


def whom(roles: Roles, among: Iterable[Role], touch: Touch, without: Iterable[str]) -> str:
    """Whom to ask, nearest first and no more than three units, as one reads it: ``共青团示例县委（xian）
    的审核人 qian-si``.
    """
    barred = frozenset(without)
    found: dict[str, tuple[str, ...]] = {}
    for role in among:
        for unit, persons in holders(roles, role, touch):
            left = tuple(person for person in persons if person not in barred)
            if left:
                found.setdefault(unit, left)
    said = [_said(roles, unit, persons) for unit, persons in list(found.items())[:3]]
    return "，或".join(said)


def _said(roles: Roles, unit: str, persons: tuple[str, ...]) -> str:
    names = "、".join(persons[:3])
    if not unit:
        return f"维护者 {names}"
    record = roles.base.unit(unit)
    name = on(record.name, roles.day) if record else None
    return f"{name}（{unit}）的审核人 {names}" if name else f"{unit} 的审核人 {names}"
