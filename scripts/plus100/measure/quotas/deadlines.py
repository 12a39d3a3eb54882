"""What had to be done once by a day, where a statement shows that it was."""

from __future__ import annotations

from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Deadline
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.figures import Line, QuotaFigure
from plus100.measure.lines import ONE, total
from plus100.measure.quotas.figure import Found, figure
from plus100.measure.terms import does


def deadline(case: Case, held: Held) -> QuotaFigure | None:
    """Met once the statement is there, with a note if it came late. For one who held no post yet on
    the day nothing is due (X31). A date that no statement stands for is only shown in calendars.
    """
    rule = does(held, Deadline)
    if rule.statement is None or rule.on is None:
        return None
    stated = [at for at in case.evidence.statements if at[3].kind == rule.statement and at[0] <= case.as_of]
    lines = [
        Line(at[2], "entry", at[1], at[0], *((ZERO, ZERO, reasons.REPEATED) if number else (ONE, ONE, "")))
        for number, at in enumerate(stated)
    ]
    began_later = not stated and all(seat.span.first > rule.on for seat in case.seats)
    late = bool(stated) and stated[0][0] > rule.on
    found = Found(
        have=total(lines),
        need=ONE,
        unit="statements",
        lines=lines,
        due=rule.on,
        note=reasons.BEGAN_LATER if began_later else reasons.LATE if late else "",
        verdict="not_applicable" if began_later else "",
    )
    return figure(case, held, found)
