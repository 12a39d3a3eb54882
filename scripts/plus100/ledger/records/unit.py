"""``units/<unit>/unit.yml``."""

from __future__ import annotations

from datetime import date

from plus100.ledger.records.record import DatedStr, Record


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
