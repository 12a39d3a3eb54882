"""Keys and accounts by which a person is known to a server or a forge."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.record import Record


class Key(Record, frozen=True, kw_only=True):
    """An SSH public key, valid from a day to a day."""

    public: str
    from_: date
    until: date | None = None


class ForgeAccount(Record, frozen=True, kw_only=True):
    """The number (never the name) of an account at a forge."""

    forge: str
    number: int
