"""One cadre with the full trace: every log entry that a figure rests on, all else as counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from plus100.core.points import text
from plus100.measure.figures import CadreFigures, Line
from plus100.publish.entries import Told
from plus100.publish.traces import DossierView, TraceCount, TraceLine, TraceView
from plus100.publish.views import CadreView

NOTHING = Told("", "", "")


def _line(line: Line, words: Told) -> TraceLine:
    return TraceLine(
        entry=line.record,
        day=line.day.isoformat() if line.day else None,
        type=words.type,
        title=words.title,
        raw=text(line.raw),
        counted=text(line.counted),
        why=line.why,
    )


def _counts(lines: Sequence[Line]) -> tuple[TraceCount, ...]:
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.kind, line.why].append(line)
    return tuple(
        TraceCount(
            kind=kind,
            count=sum(line.count for line in members),
            raw=text(sum((line.raw for line in members), Decimal(0))),
            counted=text(sum((line.counted for line in members), Decimal(0))),
            why=why,
        )
        for (kind, why), members in groups.items()
    )


def trace(lines: Sequence[Line], told: Mapping[str, Told]) -> TraceView:
    """Entries one by one by day, everything else (and folded entries) merged by kind and reason."""
    single = [line for line in lines if line.kind == "entry" and line.record]
    rest = [line for line in lines if line.kind != "entry" or not line.record]
    single.sort(key=lambda line: (line.day or date.min, line.record))
    return TraceView(
        lines=tuple(_line(line, told.get(line.record, NOTHING)) for line in single),
        counts=_counts(rest),
    )


def dossier(
    figures: CadreFigures,
    view: CadreView,
    told: Mapping[str, Told],
    as_of: str,
    commit: str | None,
) -> DossierView:
    """The published trace of one cadre; the traces sum to the view's figures."""
    items = figures.points.items if figures.points else ()
    return DossierView(
        as_of=as_of,
        commit=commit,
        cadre=view,
        points={f"{item.id}/{part.id}": trace(part.lines, told) for item in items for part in item.parts},
        quotas={one.id: trace(one.lines, told) for one in figures.quotas if one.lines},
        calendar={day.isoformat(): count for day, count in figures.calendar},
    )
