"""Putting quota figures together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.measure.case import Case
from plus100.measure.figures import Line, QuotaFigure, WindowFigure
from plus100.measure.windows import Due


class Found(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What there is of what is needed, in ``unit``; ``need`` ``None``: no number is set. ``verdict``
    overrules the status that follows from the numbers; the rest goes into the figure as it is.
    """

    have: Decimal
    need: Decimal | None
    unit: str
    missing: tuple[str, ...] = ()
    must_have_all: bool = False
    lines: Sequence[Line] = ()
    due: date | None = None
    note: str = ""
    verdict: str = ""

    @property
    def short(self) -> Decimal:
        """How many are still to come; with ``must_have_all``, at least one for each that is missing."""
        if self.need is None or self.verdict:
            return ZERO
        still = max(self.need - self.have, ZERO)
        return max(still, Decimal(len(self.missing))) if self.must_have_all else still

    def status(self, ends: date | None, as_of: date) -> str:
        """The verdict, if there is one; else met, not set, short, or open while there is time left:
        nobody falls short of a demand before its last day has passed. ``None`` never ends.
        """
        if self.verdict:
            return self.verdict
        if self.need is None:
            return "not_set"
        if not self.short:
            return "met"
        return "open" if ends is not None and ends > as_of else "short"


def figure(case: Case, held: Held, found: Found) -> QuotaFigure:
    """A demand that holds at any time, or from its day on."""
    return QuotaFigure(
        id=held.rule.id,
        status=found.status(found.due, case.as_of),
        have=found.have,
        need=found.need,
        short=found.short,
        unit=found.unit,
        due=found.due,
        window=None,
        note=found.note,
        days="",
        missing=found.missing,
        windows=(),
        lines=tuple(found.lines),
        grounds=case.terms.grounds(held),
    )


def windowed(
    case: Case, held: Held, judged: Sequence[tuple[Due, Found]], lines: Sequence[Line]
) -> QuotaFigure:
    """A demand that comes back in every window; the last of ``judged`` is the present one. ``lines``
    tell of all windows.
    """
    due, found = judged[-1]
    applicable = due.held is not None
    return QuotaFigure(
        id=held.rule.id,
        status=_status(case, due, found),
        have=found.have,
        need=found.need,
        short=found.short if applicable else ZERO,
        unit=found.unit,
        due=due.span.last if applicable else None,
        window=(due.span.first, due.span.last),
        note=due.note or found.note,
        days=due.days,
        missing=found.missing,
        windows=tuple(_window(case, *pair) for pair in judged),
        lines=tuple(lines),
        grounds=case.terms.grounds(held),
    )


def _status(case: Case, due: Due, found: Found) -> str:
    return "not_applicable" if due.held is None else found.status(due.span.last, case.as_of)


def _window(case: Case, due: Due, found: Found) -> WindowFigure:
    return WindowFigure(
        first=due.span.first,
        last=due.span.last,
        status=_status(case, due, found),
        have=found.have,
        need=found.need or ZERO,
        note=due.note,
        days=due.days,
    )
