"""Measures of whom a cadre is to keep in contact with, and by which channels: their parameters."""

from __future__ import annotations

from datetime import date

from plus100.ledger.policy.part import Part


class Coverage(Part, frozen=True, kw_only=True, tag="coverage", tag_field="measure"):
    """Which categories the programme covers; military units are left out (A7)."""

    categories: tuple[str, ...]
    military: bool = False


class ExemptionReason(Part, frozen=True, kw_only=True):
    """A reason for exemption (Q9) and the least length of its period in months (0: any)."""

    reason: str
    at_least_months: int = 0


class Exemptions(Part, frozen=True, kw_only=True, tag="exemptions", tag_field="measure"):
    """Accepted reasons; ``needs_approval`` of the own unit's main leader for every one (X10)."""

    reasons: tuple[ExemptionReason, ...]
    needs_approval: bool = True


class PartnerQuota(Part, frozen=True, kw_only=True, tag="partner_quota", tag_field="measure"):
    """At least so many active partners. ``at_least`` null: the unit sets its own (X05), else "not
    set". ``kept_moved_away``: apart (in no number) or counted (X16). ``by``: a first deadline.
    """

    at_least: int | None = None
    own_quota: bool = False
    kept_moved_away: str = "apart"
    by: date | None = None


class PartnerShare(Part, frozen=True, kw_only=True, tag="partner_share", tag_field="measure"):
    """A share among active partners. ``of``: not_local, civil_servant, to_35, over_35_without_role,
    over_45, met_by_reporting (through 4+1 and its sisters, Q55), bound. Exactly one of ``at_most``,
    ``more_than`` (exact fractions such as "1/5"), or neither: shown only (not set). ``inclusive``: the
    limit itself is still fine. ``denominator``: active, quota (X15). A partner for whom the fact is
    not recorded is in the whole and is listed.
    """

    of: str
    at_most: str | None = None
    more_than: str | None = None
    inclusive: bool = True
    denominator: str = "active"


class PartnerSpread(Part, frozen=True, kw_only=True, tag="partner_spread", tag_field="measure"):
    """At least so many different values of ``by`` (field, met) among active partners (X19; D5)."""

    by: str
    at_least: int


class PartnerFields(Part, frozen=True, kw_only=True, tag="partner_fields", tag_field="measure"):
    """The fields that partners should come from, in general; shown as covered or not."""

    fields: tuple[str, ...]


class Pairing(Part, frozen=True, kw_only=True, tag="pairing", tag_field="measure"):
    """Paired disadvantaged youths; ``at_most`` is advice unless ``limit`` (X37)."""

    at_least: int
    at_most: int | None = None
    limit: bool = False


class LinkQuota(Part, frozen=True, kw_only=True, tag="link_quota", tag_field="measure"):
    """At least so many links of a kind (branch, association, committee)."""

    kind: str
    at_least: int


class Channels(Part, frozen=True, kw_only=True, tag="channels", tag_field="measure"):
    """At least so many of the platforms in use."""

    any_of: tuple[str, ...]
    at_least: int = 1


class AccountName(Part, frozen=True, kw_only=True, tag="account_name", tag_field="measure"):
    """Accounts under the real name. ``form``: prefix_and_name (equal to the unit's account_prefix
    followed by the name, X32) or real_name (declared as such).
    """

    form: str


class Group(Part, frozen=True, kw_only=True, tag="group", tag_field="measure"):
    """Chat groups: at least ``groups`` with at least ``members`` young people each (``together``:
    several may add up; X34), by the end of the year's day ``due`` ("12-31"; X33) or any time. Only
    those on ``platforms`` count; on any, where it is empty.
    """

    groups: int = 1
    members: int | None = None
    together: bool = False
    owner_counts: bool = False
    platforms: tuple[str, ...] = ()
    due: str | None = None
