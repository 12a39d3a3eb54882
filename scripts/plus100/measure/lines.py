"""Lines of a trace: laid out one by one, or folded where a reader wants the count only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from plus100.core.points import ZERO
from plus100.measure.contacts import Contacts
from plus100.measure.evidence import Contact
from plus100.measure.figures import Line

Claim = tuple[tuple[date, str, str, object], Decimal, str]
"""An entry as ``Evidence`` holds it (day, id, engagement, entry), what it is worth, and why not."""

Others = Sequence[tuple[Contact, str]]
ONE = Decimal(1)


def lay_partners(
    contacts: Contacts, whys: Sequence[str | None], worth: Decimal, others: Others = (), *, fold: bool
) -> list[Line]:
    """Lines of partners. ``whys`` says of each active one: "" is worth ``worth``, a reason nothing,
    ``None`` does not concern the rule and has no line. ``others`` are left out, each with why. With
    ``fold`` there is one line for all partners of an engagement with the same reason.
    """
    if fold:
        counts = _tally(contacts.cadres, whys)
        counts |= _tally([at[2] for at, _ in others], [why for _, why in others])  # other reasons
        return [
            _folded(cadre, why, worth, count) for (cadre, why), count in counts.items() if why is not None
        ]
    everybody = [*zip(contacts.active, whys, strict=True), *others]
    return [_partner(at, why, worth) for at, why in everybody if why is not None]


def lay_entries(claims: Iterable[Claim], *, fold: bool) -> list[Line]:
    """Lines of entries. With ``fold`` what is worth nothing is one line for all with the same reason."""
    told = list(claims)
    if not fold:
        return [_entry(claim) for claim in told]
    nothing = Counter((at[2], why) for at, raw, why in told if not raw)
    folded = [
        Line(cadre, "entry", "", None, ZERO, ZERO, why, count) for (cadre, why), count in nothing.items()
    ]
    return [_entry(claim) for claim in told if claim[1]] + folded


def total(lines: Iterable[Line]) -> Decimal:
    """The sum of what counts."""
    return sum((line.counted for line in lines), ZERO)


def total_raw(lines: Iterable[Line]) -> Decimal:
    """The sum before any cap."""
    return sum((line.raw for line in lines), ZERO)


def _entry(claim: Claim) -> Line:
    at, raw, why = claim
    return Line(at[2], "entry", at[1], at[0], raw, raw, why)


def _partner(at: Contact, why: str, worth: Decimal) -> Line:
    raw = ZERO if why else worth
    return Line(at[2], "partner", at[1], at[0], raw, raw, why)


def _folded(cadre: str, why: str, worth: Decimal, count: int) -> Line:
    raw = ZERO if why else worth * count
    return Line(cadre, "partner", "", None, raw, raw, why, count)


def _tally(cadres: Sequence[str], whys: Sequence[str | None]) -> dict[tuple[str, str | None], int]:
    """How many there are of each engagement and reason, in the order in which they first occur."""
    if cadres and cadres.count(cadres[0]) == len(cadres):
        return {(cadres[0], why): whys.count(why) for why in dict.fromkeys(whys)}
    return dict(Counter(zip(cadres, whys, strict=True)))
