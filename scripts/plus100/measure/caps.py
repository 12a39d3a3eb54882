"""Caps: how much of each line still counts once a limit is near (X40)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec.structs import replace

from plus100.core.points import ZERO
from plus100.measure import reasons
from plus100.measure.figures import Line
from plus100.measure.lines import total

ROUNDING = {"allow_last": ROUND_CEILING, "drop_last": ROUND_FLOOR}


def fit(lines: Sequence[Line], cap: Decimal | None, overshoot: str) -> tuple[Line, ...]:
    """The lines with ``counted`` reduced, in their order, so that they keep to the cap.

    ``overshoot`` says what becomes of the one thing that crosses it: ``clip`` counts the part that
    fits, ``allow_last`` counts it whole (the only way past a cap), ``drop_last`` not at all.
    """
    if cap is None or total(lines) <= cap:
        return tuple(lines)
    fitted: list[Line] = []
    room = cap
    for line in lines:
        counted = _fitting(line, max(room, ZERO), overshoot)
        room -= counted
        fitted.append(line if counted == line.counted else replace(line, counted=counted, why=reasons.CAP))
    return tuple(fitted)


def _fitting(line: Line, room: Decimal, overshoot: str) -> Decimal:
    if line.counted <= room:
        return line.counted
    if overshoot == "clip":
        return room
    each = line.counted / line.count
    whole = (room / each).to_integral_value(ROUNDING[overshoot])
    return min(whole * each, line.counted)
