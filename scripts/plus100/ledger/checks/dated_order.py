"""R312: a dated list whose days do not rise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft, Pages
from plus100.ledger.checks.say import Place, say
from plus100.ledger.records import Partner, Since

CODE = "R312"
UNIT_FIELDS = ("name", "policy", "parent", "account_prefix")
PARTNER_FIELDS = ("field", "industry", "occupation", "local", "civil_servant", "age")


def _falls(values: Sequence[Since[str] | Since[bool]]) -> int | None:
    """Index of the first value that does not begin after the one before it."""
    for i, (earlier, later) in enumerate(pairwise(values)):
        if later.from_ <= earlier.from_:
            return i + 1
    return None


def _finding(place: Place, who: str, field: str) -> Finding:
    return say(
        CODE,
        place,
        f"{who}：{field} 各项的 from 没有从早到晚排列。",
        "按日期从早到晚排列，同一天只写一项。",
    )


def check(draft: Draft) -> Iterator[Finding]:
    """The dated facts of units."""
    for name, unit in draft.units.items():
        for field in UNIT_FIELDS:
            value = getattr(unit, field)
            if isinstance(value, tuple) and (at := _falls(value)) is not None:
                yield _finding((draft.unit_path(name), (field, at, "from")), f"单位 {name}", field)


def check_partners(pages: Pages) -> Iterator[Finding]:
    """The dated facts of partners; few partners have any."""
    for i, p in enumerate(pages.partners):
        if (
            type(p.field) is tuple
            or type(p.occupation) is tuple
            or type(p.age) is tuple
            or type(p.industry) is tuple
            or type(p.local) is tuple
            or type(p.civil_servant) is tuple
        ):
            yield from _of_partner(pages, i, p)


def _of_partner(pages: Pages, i: int, partner: Partner) -> Iterator[Finding]:
    for field in PARTNER_FIELDS:
        value = getattr(partner, field)
        if isinstance(value, tuple) and (at := _falls(value)) is not None:
            yield _finding(pages.partner_at(i, field, at, "from"), f"联系青年 {partner.id}", field)
