"""Monthly statements that the cadre was heard, interacted, raised a topic (E1, E13, X35)."""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal

from plus100.core.periods import Span, Window
from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import Measure, Presence
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.evidence import inside
from plus100.measure.figures import QuotaFigure
from plus100.measure.lines import ONE, Claim, lay_entries
from plus100.measure.quotas.figure import Found, windowed
from plus100.measure.terms import does
from plus100.measure.windows import Repeated, windows_of


def presence(case: Case, held: Held) -> QuotaFigure:
    """Each month of the year so far: one statement of every kind. Where the document gives no number
    the statements are shown and nothing is judged.
    """
    rule = does(held, Presence)
    repeated = Repeated(held.rule.id, Window.MONTH, _kind, _kind(rule))
    judged = []
    claims: list[Claim] = []
    for due in windows_of(case, repeated):
        version = rule if due.held is None else does(due.held, Presence)
        found, told = _judge(case, version, due.span)
        judged.append((due, found))
        claims += told
    return windowed(case, held, judged, lay_entries(claims, fold=case.fold))


def _kind(measure: Measure) -> Hashable:
    return measure.kinds if isinstance(measure, Presence) else None


def _judge(case: Case, rule: Presence, span: Span) -> tuple[Found, list[Claim]]:
    claims: list[Claim] = []
    stated: set[str] = set()
    for at in inside(case.evidence.statements, span, case.as_of):
        kind = at[3].kind
        if kind in rule.kinds:
            claims.append((at, ZERO, reasons.REPEATED) if kind in stated else (at, ONE, ""))
            stated.add(kind)
    missing = tuple(kind for kind in rule.kinds if kind not in stated)
    found = Found(
        have=Decimal(len(stated)),
        need=Decimal(len(rule.kinds)) if rule.required else None,
        unit="statements",
        missing=missing,
        note="" if rule.required else reasons.NO_NUMBER,
    )
    return found, claims
