"""What the record files hold, as frozen types. The JSON Schemas in ``schemas/`` are the authority
on shape; a document that passed them converts into these without a fault (a test says so).

Codes are plain strings here (their values and Chinese labels stand in the schemas). A fact that
may change and that a past figure uses is *dated*: a plain value (always so) or a list of
``{value, from}`` in rising order, each in force until the next begins.
"""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """Base of everything that a record file holds."""


class Since(Record, Generic[T], frozen=True, kw_only=True):
    """A value in force from a day on."""

    value: T
    from_: date


DatedStr = str | tuple[Since[str], ...]
DatedBool = bool | tuple[Since[bool], ...]


def on(value: T | tuple[Since[T], ...], day: date) -> T | None:
    """A dated value on a day; ``None`` before the first."""
    if not isinstance(value, tuple):
        return value
    found = None
    for since in value:
        if since.from_ > day:
            break
        found = since.value
    return found


# -- keys and accounts ---------------------------------------------------------------------------


class Key(Record, frozen=True, kw_only=True):
    """An SSH public key, valid from a day to a day."""

    public: str
    from_: date
    until: date | None = None


class ForgeAccount(Record, frozen=True, kw_only=True):
    """The number (never the name) of an account at a forge."""

    forge: str
    number: int


# -- settings.yml -------------------------------------------------------------------------------


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


# -- waivers.yml --------------------------------------------------------------------------------


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


# -- units/<unit>/unit.yml ----------------------------------------------------------------------


class Reviewer(Record, frozen=True, kw_only=True):
    """A person (id) who approves changes of this unit, from a day to a day."""

    person: str
    from_: date
    until: date | None = None


class OwnQuota(Record, frozen=True, kw_only=True):
    """A unit's own partner quota, where the policy leaves it to the unit (X05), with its source."""

    partners: int
    source: str
    from_: date


class Theme(Record, frozen=True, kw_only=True):
    """An activity theme that the unit adds to the policy's vocabulary."""

    id: str
    title: str


class Unit(Record, frozen=True, kw_only=True):
    """``unit.yml``. ``level``: central, province, city, county, township, school, enterprise,
    institution, organ, social. ``leading`` organs are those of county level and above (县级（含）以上,
    X68); ``military`` units are outside the programme's quotas (A7). ``direct_log`` lets cadres push
    their own log entries straight to main, on a server of one's own.
    """

    id: str
    name: DatedStr
    level: str
    policy: DatedStr
    parent: DatedStr | None = None
    account_prefix: DatedStr | None = None
    reviewers: tuple[Reviewer, ...] = ()
    own_quota: tuple[OwnQuota, ...] = ()
    themes: tuple[Theme, ...] = ()
    military: bool = False
    direct_log: bool = False


# -- units/<unit>/cadres/<cadre>/cadre.yml ------------------------------------------------------


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


# -- units/<unit>/cadres/<cadre>/partners/*.yml --------------------------------------------------


class Partner(Record, frozen=True, kw_only=True, gc=False):
    """One young person in contact; nothing here names or identifies anyone.

    ``field``: enterprise, rural, organ, school, street, social_organisation, new_media, other (the
    seven of 梅市团字〔2016〕12号 and other). ``industry``: section A–T of GB/T 4754. ``occupation``:
    major group of GB/T 6565 (and student, job_seeking). ``age``: to_35, from_36_to_45, over_45, as
    confirmed on ``age_confirmed``; ``age_role`` is the role that lets it go to 45 (Q43):
    coop_head, private_enterprise_head, other_head. ``met``: the way (十个一, Q45). ``channels``:
    wechat, qq, weibo, phone, group, other. ``bound_on``: the day the partner's own account joined
    the cadre's channel, until ``unbound_on``. ``moved_away``: lives elsewhere since then, kept in
    touch moderately (Q49, Q52; X16). ``paired_on``: a disadvantaged youth whom the cadre supports
    since then. ``until`` and ``ended`` (moved_away, unreachable, declined, out_of_scope, other)
    close the contact.
    """

    id: str
    since: date
    until: date | None = None
    ended: str | None = None
    moved_away: date | None = None
    field: DatedStr | None = None
    industry: DatedStr | None = None
    occupation: DatedStr | None = None
    local: DatedBool | None = None
    civil_servant: DatedBool | None = None
    age: DatedStr | None = None
    age_confirmed: date | None = None
    age_role: str | None = None
    met: str | None = None
    channels: tuple[str, ...] = ()
    bound_on: date | None = None
    unbound_on: date | None = None
    paired_on: date | None = None


# -- units/<unit>/cadres/<cadre>/log/*.yml -------------------------------------------------------


class LogEntry(Record, frozen=True, kw_only=True, tag_field="type", gc=False):
    """What every log entry has: an id (day and short random part) and the day it happened."""

    id: str
    date: date


class Activity(LogEntry, frozen=True, kw_only=True, tag="activity", gc=False):
    """An activity. ``form``: online, offline. ``theme`` from the policy's vocabulary, the unit's or
    ``other``. ``tasks``: items of the 一学一做 task list; an entry that names one is no activity
    entry for points (X72). ``partners``: ids of the cadre's own partners who took part.
    """

    form: str
    theme: str
    title: str = ""
    face_to_face: bool = False
    tasks: tuple[str, ...] = ()
    headcount: int | None = None
    partners: tuple[str, ...] = ()


class Reply(LogEntry, frozen=True, kw_only=True, tag="reply", gc=False):
    """A reply. ``area``: own (a partner's Youth Voice question), hero (英雄帖), wish (微心愿).
    ``about``: opaque id of the question or wish.
    """

    area: str
    about: str


class Share(LogEntry, frozen=True, kw_only=True, tag="share", gc=False):
    """A published article passed on to the partners. ``article``: its public title."""

    article: str
    url: str = ""


class Reaction(LogEntry, frozen=True, kw_only=True, tag="reaction", gc=False):
    """Likes and comments of one day. ``direction``: received, given (X69)."""

    count: int
    direction: str


class Statement(LogEntry, frozen=True, kw_only=True, tag="statement", gc=False):
    """A dated self-declaration. ``kind``: daily_voice, weekly_interaction, monthly_topic (for the
    month in which ``date`` lies), group (a chat group with ``members`` young people, the owner not
    counted; ``group`` is its opaque id), client_login (uses the cadre's client).
    """

    kind: str
    members: int | None = None
    group: str | None = None


Entry = Activity | Reply | Share | Reaction | Statement
