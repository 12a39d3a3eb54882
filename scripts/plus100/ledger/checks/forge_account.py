"""R347: a forge account is one person's."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.held import held
from plus100.ledger.checks.say import Place, say

CODE = "R347"


def check(draft: Draft) -> Iterator[Finding]:
    """Each account is reported at every person after the first."""
    owners: dict[tuple[str, int], tuple[str, Place]] = {}
    for one in held(draft):
        for i, account in enumerate(one.forge_accounts):
            place = (one.path, (*one.steps, "forge_accounts", i, "number"))
            person, first = owners.setdefault((account.forge, account.number), (one.person, place))
            if person != one.person:
                yield say(
                    CODE,
                    place,
                    f"{one.name} 在 {account.forge} 的账号 {account.number} 已登记给 {person}。",
                    "查对账号的数字编号，每个账号只登记给一个人。",
                    first,
                )
