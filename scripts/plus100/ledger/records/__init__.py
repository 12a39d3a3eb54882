"""What the record files hold, as frozen types; a module a kind of file. The JSON Schemas in
``schemas/`` are the authority on shape; a document that passed them converts into these without a
fault (a test says so).

- ``record``    what every record is built of; facts that are dated
- ``access``    keys and accounts at forges
- ``settings``, ``waiver``, ``unit``, ``cadre``, ``partner``, ``entry``   one each

Codes are plain strings here (their values and Chinese labels stand in the schemas). A fact that
may change and that a past figure uses is *dated*: a plain value (always so) or a list of
``{value, from}`` in rising order, each in force until the next begins.
"""

from plus100.ledger.records.access import ForgeAccount, Key
from plus100.ledger.records.cadre import Account, Basis, Cadre, Exemption, Link, Post
from plus100.ledger.records.entry import Activity, Entry, LogEntry, Reaction, Reply, Share, Statement
from plus100.ledger.records.partner import Partner
from plus100.ledger.records.record import DatedBool, DatedStr, Record, Since, on
from plus100.ledger.records.settings import Forge, Maintainer, Settings
from plus100.ledger.records.unit import OwnQuota, Reviewer, Theme, Unit
from plus100.ledger.records.waiver import Waiver

__all__ = [
    "Account",
    "Activity",
    "Basis",
    "Cadre",
    "DatedBool",
    "DatedStr",
    "Entry",
    "Exemption",
    "Forge",
    "ForgeAccount",
    "Key",
    "Link",
    "LogEntry",
    "Maintainer",
    "OwnQuota",
    "Partner",
    "Post",
    "Reaction",
    "Record",
    "Reply",
    "Reviewer",
    "Settings",
    "Share",
    "Since",
    "Statement",
    "Theme",
    "Unit",
    "Waiver",
    "on",
]
