"""``units/<unit>/cadres/<cadre>/log/*.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.record import Record


class LogEntry(Record, frozen=True, kw_only=True, tag_field="type", gc=False, omit_defaults=True):
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
    counted; ``group`` is its opaque id, ``platform`` where it is: wechat, qq, weibo), client_login
    (uses the cadre's client).
    """

    kind: str
    members: int | None = None
    group: str | None = None
    platform: str | None = None


Entry = Activity | Reply | Share | Reaction | Statement
