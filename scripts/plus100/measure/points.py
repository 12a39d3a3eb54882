"""Points of a person: by item and part, raw, capped, counted, with what is left to gain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import PointsClasses, PointsItem
from plus100.measure.caps import fit
from plus100.measure.case import Case
from plus100.measure.counting import count
from plus100.measure.figures import ItemFigure, Line, PartFigure, PointsFigure
from plus100.measure.lines import total, total_raw
from plus100.measure.terms import PointsTable, does

Lines = tuple[Line, ...]


def points_of(case: Case, table: PointsTable) -> PointsFigure:
    """The points by the table in force at as-of, counted since its last restart (X47)."""
    since = restart(case, table)
    items = tuple(_item(case, held, since) for held in table.items)
    return PointsFigure(
        total=sum((item.counted for item in items), ZERO),
        cap=sum((item.cap for item in items), ZERO),
        items=items,
        year=case.as_of.year,
    )


def restart(case: Case, table: PointsTable) -> date:
    """The day from which entries count: 1 January, or the first day of the rule if it never restarts."""
    if does(table.classes, PointsClasses).restart == "yearly":
        return date(case.as_of.year, 1, 1)
    return table.since


def _item(case: Case, held: Held, since: date) -> ItemFigure:
    rule = does(held, PointsItem)
    counted = [fit(count(case, rule.item, part, since), part.cap, rule.overshoot) for part in rule.parts]
    fitted = fit_item(counted, rule)
    parts = tuple(
        PartFigure(id=part.id, raw=total_raw(lines), cap=part.cap, counted=total(lines), lines=lines)
        for part, lines in zip(rule.parts, fitted, strict=True)
    )
    worth = sum((part.counted for part in parts), ZERO)
    return ItemFigure(
        id=rule.item,
        raw=sum((part.raw for part in parts), ZERO),
        cap=rule.cap,
        counted=worth,
        to_gain=max(rule.cap - worth, ZERO),
        parts=parts,
        grounds=case.terms.grounds(held),
    )


def fit_item(parts: Sequence[Lines], rule: PointsItem) -> Sequence[Lines]:
    """The parts' lines under the item's cap. It is filled in the order of days over all parts, since
    that is how it fills up in life; what has no day (folded partners) comes last.
    """
    if sum((total(lines) for lines in parts), ZERO) <= rule.cap:
        return parts
    places = [(number, index) for number, lines in enumerate(parts) for index in range(len(lines))]
    places.sort(key=lambda at: (parts[at[0]][at[1]].day or date.max, at))
    fitted = fit([parts[number][index] for number, index in places], rule.cap, rule.overshoot)
    by_place = dict(zip(places, fitted, strict=True))
    return [
        tuple(by_place[number, index] for index in range(len(lines))) for number, lines in enumerate(parts)
    ]
