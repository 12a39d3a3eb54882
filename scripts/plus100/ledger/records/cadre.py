"""``units/<unit>/cadres/<cadre>/cadre.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.access import ForgeAccount, Key
from plus100.ledger.records.record import Record


class Basis(Record, frozen=True, kw_only=True):
    """Why a post is of its category (X07, X08). ``kind``: formal_staff, township_secretary,
    attachment, concurrent. An attachment names its term, of more than one year.
    """

    kind: str
    document: str = ""
    term_from: date | None = None
    term_until: date | None = None


class Post(Record, frozen=True, kw_only=True):
    """A post held from a day to a day (open while held). ``category``: full_time, attached,
    leading_organ_part_time, large_unit_part_time, other_part_time.
    """

    category: str
    basis: Basis
    from_: date
    title: str = ""
    until: date | None = None


class Exemption(Record, frozen=True, kw_only=True):
    """An approved exemption (Q9). ``reason``: internal_service, maternity, posted_elsewhere,
    long_sick_leave, other. ``approver`` is the office of the unit's main leader, not a name.
    """

    reason: str
    approver: str
    approved_on: date
    from_: date
    until: date | None = None
    note: str = ""


class Account(Record, frozen=True, kw_only=True):
    """A social-media account in use. ``platform``: wechat, qq, weibo. ``real_name``: it is
    registered under the real name.
    """

    platform: str
    name: str
    since: date
    until: date | None = None
    real_name: bool = False


class Link(Record, frozen=True, kw_only=True):
    """A League branch, student association or grassroots committee that the cadre keeps in contact
    with. ``kind``: branch, association, committee.
    """

    kind: str
    name: str
    since: date
    until: date | None = None


class Cadre(Record, frozen=True, kw_only=True):
    """``cadre.yml``: one *engagement* of one person in one unit. ``publish``: full, surname, hidden
    (how the name is published). ``left`` says why it ended: transfer (调岗, goes on elsewhere) or
    departure (转岗, leaves League work). ``moved_from`` is the engagement before a transfer.
    """

    id: str
    person: str
    name: str
    since: date
    posts: tuple[Post, ...]
    publish: str = "full"
    until: date | None = None
    left: str | None = None
    moved_from: str | None = None
    exemptions: tuple[Exemption, ...] = ()
    accounts: tuple[Account, ...] = ()
    links: tuple[Link, ...] = ()
    keys: tuple[Key, ...] = ()
    forge_accounts: tuple[ForgeAccount, ...] = ()
