"""Numbers that hold at any time: partners, spread, fields, pairing, links, channels, account names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import (
    AccountName,
    Channels,
    LinkQuota,
    Pairing,
    PartnerFields,
    PartnerQuota,
    PartnerSpread,
)
from plus100.ledger.records import Account, on
from plus100.measure import reasons
from plus100.measure.case import Case
from plus100.measure.figures import Line, QuotaFigure
from plus100.measure.lines import ONE, lay_partners, total
from plus100.measure.need import partners_needed
from plus100.measure.quotas.figure import Found, figure
from plus100.measure.terms import does


def partners(case: Case, held: Held) -> QuotaFigure:
    """At least so many active partners; those kept after moving away stand apart (X16)."""
    rule = does(held, PartnerQuota)
    need = partners_needed(case, rule)
    contacts = case.contacts
    whys = [""] * len(contacts.active)
    found = Found(
        have=Decimal(len(contacts.active)),
        need=None if need is None else Decimal(need),
        unit="people",
        lines=lay_partners(contacts, whys, ONE, contacts.left_out, fold=case.fold),
        due=rule.by,
        note="" if need is not None else reasons.NO_OWN_QUOTA if rule.own_quota else reasons.NO_NUMBER,
    )
    return figure(case, held, found)


def spread(case: Case, held: Held) -> QuotaFigure:
    """At least so many different fields, or ways of having met, among the active partners (X19)."""
    rule = does(held, PartnerSpread)
    whys: list[str | None] = []
    seen: set[str] = set()
    for value in case.contacts.column(rule.by):
        whys.append(reasons.NOT_RECORDED if value is None else reasons.REPEATED if value in seen else "")
        if value is not None:
            seen.add(value)
    lines = lay_partners(case.contacts, whys, ONE, fold=case.fold)
    found = Found(have=Decimal(len(seen)), need=Decimal(rule.at_least), unit="kinds", lines=lines)
    return figure(case, held, found)


def fields(case: Case, held: Held) -> QuotaFigure:
    """Which of the fields that partners should come from are covered."""
    rule = does(held, PartnerFields)
    covered = {value for value in case.contacts.column("field") if value in rule.fields}
    missing = tuple(name for name in rule.fields if name not in covered)
    need = Decimal(len(rule.fields))
    found = Found(have=Decimal(len(covered)), need=need, unit="kinds", missing=missing)
    return figure(case, held, found)


def pairing(case: Case, held: Held) -> QuotaFigure:
    """Paired disadvantaged youths; more than ``at_most`` is a fault only if it is a limit (X37)."""
    rule = does(held, Pairing)
    days = case.contacts.column("paired_on")
    whys = [None if day is None or day > case.as_of else "" for day in days]
    paired = whys.count("")
    above = rule.at_most is not None and paired > rule.at_most
    found = Found(
        have=Decimal(paired),
        need=Decimal(rule.at_least),
        unit="people",
        lines=lay_partners(case.contacts, whys, ONE, fold=case.fold),
        note="" if not above else reasons.ABOVE_LIMIT if rule.limit else reasons.ABOVE_ADVICE,
        verdict="over" if above and rule.limit else "",
    )
    return figure(case, held, found)


def links(case: Case, held: Held) -> QuotaFigure:
    """Branches, associations or committees that the cadre keeps in contact with at as-of."""
    rule = does(held, LinkQuota)
    record = case.terms.frame.cadres[case.seat.cadre]
    lines = [
        Line(case.seat.cadre, "link", link.name, link.since, ONE, ONE)
        for link in record.links
        if link.kind == rule.kind and _in_force(link.since, link.until, case.as_of)
    ]
    have, need = Decimal(len(lines)), Decimal(rule.at_least)
    return figure(case, held, Found(have=have, need=need, unit="links", lines=lines))


def channels(case: Case, held: Held) -> QuotaFigure:
    """At least so many of the platforms named are in use."""
    rule = does(held, Channels)
    lines: list[Line] = []
    used: set[str] = set()
    for account in _accounts(case):
        lines.append(_account_line(case, account, _channel_why(account, rule, used)))
        used.add(account.platform)
    missing = tuple(platform for platform in rule.any_of if platform not in used)
    have, need = Decimal(len(rule.any_of) - len(missing)), Decimal(rule.at_least)
    return figure(case, held, Found(have=have, need=need, unit="kinds", missing=missing, lines=lines))


def account_name(case: Case, held: Held) -> QuotaFigure:
    """An account under the real name: equal to the unit's prefix + name, or declared so (X32)."""
    wanted = None
    if does(held, AccountName).form == "prefix_and_name":
        prefix = _prefix(case)
        if prefix is None:
            unset = Found(have=ZERO, need=None, unit="accounts", note=reasons.NO_PREFIX)
            return figure(case, held, unset)
        wanted = prefix + case.terms.frame.cadres[case.seat.cadre].name
    lines = [_account_line(case, account, _name_why(account, wanted)) for account in _accounts(case)]
    return figure(case, held, Found(have=total(lines), need=ONE, unit="accounts", lines=lines))


def _prefix(case: Case) -> str | None:
    prefix = case.terms.frame.units[case.seat.unit].account_prefix
    return None if prefix is None else on(prefix, case.as_of)


def _in_force(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day <= until)


def _accounts(case: Case) -> Iterable[Account]:
    accounts = case.terms.frame.cadres[case.seat.cadre].accounts
    return [account for account in accounts if _in_force(account.since, account.until, case.as_of)]


def _account_line(case: Case, account: Account, why: str) -> Line:
    worth = ZERO if why else ONE
    return Line(case.seat.cadre, "account", account.platform, account.since, worth, worth, why)


def _channel_why(account: Account, rule: Channels, seen: set[str]) -> str:
    if account.platform not in rule.any_of:
        return reasons.NOT_IN_LIST
    return reasons.REPEATED if account.platform in seen else ""


def _name_why(account: Account, wanted: str | None) -> str:
    if wanted is None:
        return "" if account.real_name else reasons.NOT_REAL_NAME
    return "" if account.name == wanted else reasons.OTHER_NAME
