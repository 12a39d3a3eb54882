"""Chat groups: at least so many, with at least so many young people each (X33, X34)."""

from __future__ import annotations

from decimal import Decimal

from plus100.core.periods import Window
from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Group
from plus100.ledger.records import Statement
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.evidence import Logged
from plus100.measure.figures import Line, QuotaFigure
from plus100.measure.lines import ONE, total
from plus100.measure.quotas.figure import Found, figure, windowed
from plus100.measure.terms import does
from plus100.measure.windows import Repeated, windows_of

Stated = Logged[Statement]


def group(case: Case, held: Held) -> QuotaFigure:
    """The groups by the latest statement on each. With a day by which, each year asks anew and only
    the year's statements count (X33); else the last one ever made holds.
    """
    rule = does(held, Group)
    stated = _latest(case, this_year=rule.due is not None)
    found = _found(stated, rule)
    if rule.due is None:
        return figure(case, held, found)
    due = windows_of(case, Repeated(held.rule.id, Window.YEAR, type, Group))
    return windowed(case, held, [(due[-1], found)], found.lines)


def _latest(case: Case, *, this_year: bool) -> list[Stated]:
    latest: dict[str | None, Stated] = {}
    for at in case.evidence.statements:
        day, _, _, statement = at
        if statement.kind != "group" or day > case.as_of:
            continue
        if not this_year or day.year == case.as_of.year:
            latest[statement.group] = at
    return list(latest.values())


def _members(at: Stated, rule: Group) -> int:
    return (at[3].members or 0) + (1 if rule.owner_counts else 0)


def _line(at: Stated, rule: Group) -> Line:
    members = _members(at, rule)
    why = _why_not(at, rule, members)
    worth = ZERO if why else Decimal(members) if rule.together and rule.members is not None else ONE
    return Line(at[2], "entry", at[1], at[0], worth, worth, why, members)


def _why_not(at: Stated, rule: Group, members: int) -> str:
    platform = at[3].platform
    if rule.platforms and platform not in rule.platforms:
        return reasons.NOT_RECORDED if platform is None else reasons.OTHER_PLATFORM
    few = rule.members is not None and not rule.together and members < rule.members
    return reasons.TOO_FEW_MEMBERS if few else ""


def _found(stated: list[Stated], rule: Group) -> Found:
    """What there is. Where several may add up, people are counted, else groups that are large enough."""
    lines = [_line(at, rule) for at in stated]
    if rule.together and rule.members is not None:
        need = Decimal(rule.members * rule.groups)
        return Found(have=total(lines), need=need, unit="people", lines=lines)
    return Found(have=total(lines), need=Decimal(rule.groups), unit="groups", lines=lines)
