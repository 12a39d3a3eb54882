"""So many activities in every window: five ones, quarterly offline, yearly face to face, lectures."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from plus100.core.periods import Span, Window
from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import ActivityCount, Measure
from plus100.ledger.records import Activity
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.contacts import contacts_on
from plus100.measure.evidence import Logged, inside
from plus100.measure.figures import QuotaFigure
from plus100.measure.lines import ONE, Claim, lay_entries
from plus100.measure.quotas.figure import Found, windowed
from plus100.measure.terms import does
from plus100.measure.windows import Due, Repeated, rolling, windows_of


def activity_count(case: Case, held: Held) -> QuotaFigure:
    """Every window of the year so far, judged by the version of the rule that was in force then."""
    rule = does(held, ActivityCount)
    repeated = Repeated(held.rule.id, Window(rule.window), _kind, _kind(rule))
    finder = rolling if rule.windows == "rolling" else windows_of
    judged: list[tuple[Due, Found]] = []
    claims: list[Claim] = []
    for due in finder(case, repeated):
        version = rule if due.held is None else does(due.held, ActivityCount)
        found, told = _judge(case, version, due.span)
        judged.append((due, found))
        claims += told
    return windowed(case, held, judged, lay_entries(claims, fold=case.fold))


def _kind(measure: Measure) -> Hashable:
    """What makes two versions of a rule comparable: their windows, and counting activities or people."""
    if not isinstance(measure, ActivityCount):
        return None
    return measure.window, measure.partners_more_than is not None


def _judge(case: Case, rule: ActivityCount, span: Span) -> tuple[Found, list[Claim]]:
    logged = inside(case.evidence.activities, span, case.as_of)
    if rule.partners_more_than:
        return _partners_met(
            case, rule, Fraction(rule.partners_more_than), min(span.last, case.as_of), logged
        )
    claims: list[Claim] = []
    themes: set[str] = set()
    for at in logged:
        why = why_not(at[3], rule)
        claims.append((at, ZERO if why else ONE, why))
        if not why:
            themes.add(at[3].theme)
    missing = tuple(theme for theme in rule.themes if theme not in themes)
    have = sum((claim[1] for claim in claims), ZERO)
    found = Found(
        have=have,
        need=Decimal(rule.at_least),
        unit="activities",
        missing=missing,
        must_have_all=rule.every_theme,
    )
    return found, claims


def _partners_met(
    case: Case, rule: ActivityCount, share: Fraction, day: date, logged: Iterable[Logged[Activity]]
) -> tuple[Found, list[Claim]]:
    """How many of the active partners took part, against the share that must be passed (X35)."""
    now = case.contacts
    contacts = contacts_on(case.evidence.partners, day, elsewhere=now.elsewhere, count_kept=now.count_kept)
    active = {(at[2], at[1]) for at in contacts.active}
    met: set[tuple[str, str]] = set()
    claims: list[Claim] = []
    for at in logged:
        why = why_not(at[3], rule)
        new = set() if why else ({(at[2], partner) for partner in at[3].partners} & active) - met
        met |= new
        claims.append((at, Decimal(len(new)), why or ("" if new else reasons.NO_NEW_PARTNER)))
    need = int(share * len(active)) + 1
    return Found(have=Decimal(len(met)), need=Decimal(need), unit="people"), claims


def why_not(activity: Activity, rule: ActivityCount) -> str:
    """Why an activity is none of those that a rule counts, "" if it is one."""
    if rule.form not in {"any", activity.form}:
        return reasons.OTHER_FORM
    if rule.face_to_face and not activity.face_to_face:
        return reasons.NOT_FACE_TO_FACE
    if rule.themes and activity.theme not in rule.themes:
        return reasons.OTHER_THEME
    return ""
