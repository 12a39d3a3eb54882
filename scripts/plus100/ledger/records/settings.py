"""``settings.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.access import ForgeAccount, Key
from plus100.ledger.records.record import Record


class Forge(Record, frozen=True, kw_only=True):
    """Where changes are proposed. ``kind``: github, gitea, gitlab, gitee, none."""

    kind: str
    url: str
    branch: str = "main"


class Maintainer(Record, frozen=True, kw_only=True):
    """A person (id) who looks after code, schemas and workflows, from a day to a day. One who is no
    cadre has keys and accounts here.
    """

    person: str
    from_: date
    until: date | None = None
    keys: tuple[Key, ...] = ()
    forge_accounts: tuple[ForgeAccount, ...] = ()


class Settings(Record, frozen=True, kw_only=True):
    """``records/settings.yml``."""

    namespace: str
    title: str
    timezone: str
    root: str  # the unit at the top of the tree
    as_of: date | None = None
    description: str = ""
    site_url: str = ""
    forge: Forge | None = None
    maintainers: tuple[Maintainer, ...] = ()
