"""``waivers.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.record import Record


class Waiver(Record, frozen=True, kw_only=True):
    """A fault that may stay for a while: the code of the finding, the file (from the records folder),
    the item of a list file (``None``: every one), why, who agreed (a person id), from when and to when.
    """

    code: str
    path: str
    reason: str
    approver: str
    approved_on: date
    until: date
    record: str | None = None
