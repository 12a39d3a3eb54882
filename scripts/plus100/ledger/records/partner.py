"""``units/<unit>/cadres/<cadre>/partners/*.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.record import DatedBool, DatedStr, Record


class Partner(Record, frozen=True, kw_only=True, gc=False, omit_defaults=True):
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
