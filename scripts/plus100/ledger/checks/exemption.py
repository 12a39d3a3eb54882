"""R340, R342, R343: an exemption lies in the engagement, and its reason and length are accepted (Q9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.core.periods import DAY, add_months
from plus100.intake.schema import codes
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import Place, say
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import ExemptionReason, Exemptions
from plus100.ledger.records import Cadre, Exemption, on

OUTSIDE, REASON, SHORT = "R340", "R342", "R343"


def check(draft: Draft) -> Iterator[Finding]:
    """Every exemption; reason and length by the edition of the day on which it begins."""
    for name, cadre in draft.cadres.items():
        for i, exemption in enumerate(cadre.exemptions):
            place = (draft.cadre_path(name), ("exemptions", i))
            yield from _outside(name, cadre, exemption, place)
            yield from _accepted(draft, name, exemption, place)


def _outside(name: str, cadre: Cadre, exemption: Exemption, place: Place) -> Iterator[Finding]:
    """An engagement whose own beginning is doubtful is left to R311 and R330."""
    path, at = place
    last = cadre.until or date.max
    if cadre.since > min(last, max(post.from_ for post in cadre.posts)):
        return
    late = exemption.until is not None and exemption.until > last
    if exemption.from_ < cadre.since or exemption.from_ > last or late:
        field = "until" if cadre.since <= exemption.from_ <= last else "from"
        yield say(
            OUTSIDE,
            (path, (*(at or ()), field)),
            f"团干部 {name}：免予开展的时段不在任职期间（{cadre.since} 至 {cadre.until or '今'}）之内。",
            "改正 from 和 until；离任以后本来就不再考核，不必写免予开展。",
            (path, ("until" if cadre.until else "since",)),
        )


def _accepted(draft: Draft, name: str, exemption: Exemption, place: Place) -> Iterator[Finding]:
    unit = draft.units.get(name.partition("/")[0])
    edition = draft.editions.get(on(unit.policy, exemption.from_) or "") if unit is not None else None
    if edition is None or edition.lacks(exemption.from_, "exemptions"):
        return
    path, at = place
    labels = codes("exemption_reason")
    reasons = reasons_on(edition, exemption.from_)
    if exemption.reason not in reasons:
        allowed = "、".join(reasons) or "（当天还没有规定）"
        yield say(
            REASON,
            (path, (*(at or ()), "reason")),
            f"团干部 {name}：规则版本 {edition.id} 在 {exemption.from_} "
            f"不接受免予开展的原因“{labels[exemption.reason]}”。",
            f"接受的理由：{allowed}。",
        )
    elif _too_short(exemption, months := reasons[exemption.reason].at_least_months):
        yield say(
            SHORT,
            (path, (*(at or ()), "until")),
            f"团干部 {name}：以“{labels[exemption.reason]}”免予开展须满 {months} 个月，"
            f"{exemption.from_} 至 {exemption.until} 不够。",
            f"期限写错的，改正 until（至少到 {add_months(exemption.from_, months) - DAY}）；"
            "确实不够的，删去这一项。",
        )


def reasons_on(edition: Edition, day: date) -> dict[str, ExemptionReason]:
    """The reasons that an edition accepts on a day."""
    rules = (held.rule.does for held in edition.on(day))
    return {
        reason.reason: reason for does in rules if isinstance(does, Exemptions) for reason in does.reasons
    }


def _too_short(exemption: Exemption, months: int) -> bool:
    """Whether it ends too early; one without end, or that ends before it begins (R311), does not."""
    until = exemption.until
    return until is not None and exemption.from_ <= until < add_months(exemption.from_, months) - DAY
