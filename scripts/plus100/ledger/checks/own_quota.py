"""R327: a unit sets its own quota only where its policy leaves the number to the unit (X05)."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say
from plus100.ledger.checks.year import is_slip
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import PartnerQuota
from plus100.ledger.records import OwnQuota, on

CODE = "R327"


def _open(edition: Edition, quota: OwnQuota) -> bool:
    rules = (held.rule.does for held in edition.on(quota.from_))
    return any(isinstance(does, PartnerQuota) and does.own_quota for does in rules)


def check(draft: Draft) -> Iterator[Finding]:
    """Every own quota, under the edition of its first day; a year that is a slip is left to R310."""
    for name, unit in draft.units.items():
        for i, quota in enumerate(unit.own_quota):
            if is_slip(quota.from_):
                continue
            edition = draft.editions.get(on(unit.policy, quota.from_) or "")
            if edition is not None and not _open(edition, quota):
                yield say(
                    CODE,
                    (draft.unit_path(name), ("own_quota", i)),
                    f"规则版本 {edition.id} 在 {quota.from_} 没有让单位 {name} 自定联系人数。",
                    "删去这一项；规则规定的人数已经适用。",
                )
