"""R348: two people with the same social-media account at the same time (a warning: display names
need not be unique).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import Place, say
from plus100.ledger.records import Account

CODE = "R348"


def check(draft: Draft) -> Iterator[Finding]:
    """Each account is reported once for every person after the first who has it meanwhile."""
    seen: defaultdict[tuple[str, str], list[tuple[str, Account, Place]]] = defaultdict(list)
    for name, cadre in sorted(draft.cadres.items()):
        for i, account in enumerate(cadre.accounts):
            place = (draft.cadre_path(name), ("accounts", i, "name"))
            earlier = seen[account.platform, account.name]
            for person, other, first in earlier:
                if person != cadre.person and _meet(account, other):
                    yield say(
                        CODE,
                        place,
                        f"团干部 {name} 的 {account.platform} 账号“{account.name}”与 {person} 的相同。",
                        "查对是否抄错；确实同名的，加以区别。",
                        first,
                    )
                    break
            earlier.append((cadre.person, account, place))


def _meet(one: Account, other: Account) -> bool:
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)
