"""Who has keys and accounts at a forge: maintainers, then cadres."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plus100.core.findings import Pointer
from plus100.ledger.checks.draft import Draft
from plus100.ledger.records import ForgeAccount, Key


class Held(NamedTuple):
    """A record's keys and accounts. ``name`` is how a message calls the record; ``path`` and ``steps`` are
    where it stands.
    """

    name: str
    person: str
    path: str
    steps: Pointer
    keys: tuple[Key, ...]
    forge_accounts: tuple[ForgeAccount, ...]


def held(draft: Draft) -> Iterator[Held]:
    """Maintainers first: of two who claim a maintainer's key, a cadre is in the wrong."""
    path = draft.settings_path()
    for i, one in enumerate(draft.settings.maintainers if draft.settings else ()):
        steps = ("maintainers", i)
        yield Held(f"维护者 {one.person}", one.person, path, steps, one.keys, one.forge_accounts)
    for name, cadre in sorted(draft.cadres.items()):
        path = draft.cadre_path(name)
        yield Held(f"团干部 {name}", cadre.person, path, (), cadre.keys, cadre.forge_accounts)
