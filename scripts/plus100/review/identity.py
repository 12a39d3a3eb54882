"""Who made a change: three ways, one answer, the person id.

A forge's account *number* (never its name, which may change hands), the SSH key of a connection, the
signatures of the commits. All of them are looked up in the base. A key is valid or not on the day on
which the change was *received*: what a commit says of its own date proves nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plus100.core.findings import Finding
from plus100.ledger.checks.key import body
from plus100.ledger.records import ForgeAccount, Key
from plus100.review.roles import Roles
from plus100.review.say import refusal, shown

NO_ACCOUNT, NO_KEY, OUT_OF_DATE, SHARED = "G950", "G951", "G952", "G956"

Answer = tuple[str | None, tuple[Finding, ...]]
"""A person id, or why there is none."""


class Account(NamedTuple):
    """An account at a forge: ``github``, ``gitea``, … and its number."""

    forge: str
    number: int


class HeldKey(NamedTuple):
    """A registered key with its holder."""

    person: str
    key: Key


def by_account(roles: Roles, account: Account) -> Answer:
    """Whose account it is."""
    owners = dict.fromkeys(
        person
        for person, _, accounts in _holders(roles, roles.base.cadres_with(account.number))
        if any((one.forge, one.number) == account for one in accounts)
    )
    if not owners:
        fix = (
            f"请本单位审核人在你的 cadre.yml 里登记 forge_accounts：{{forge: {shown(account.forge)}, "
            f"number: {account.number}}}，合并之后再提交。"
        )
        message = f"{shown(account.forge)} 的 {account.number} 号账号没有登记，不知道是谁。"
        return None, (refusal(NO_ACCOUNT, "", message, fix),)
    return only_one(owners, f"{shown(account.forge)} 的 {account.number} 号账号")


def by_key(roles: Roles, fingerprint: str) -> Answer:
    """Whose key it is, by its fingerprint (``SHA256:…``), if it is valid on the day of receipt."""
    held = [one for one in registered_keys(roles) if fingerprint_of(one.key.public) == fingerprint]
    if not held:
        fix = "请本单位审核人在你的 cadre.yml 里登记 keys，合并之后再提交。"
        return None, (refusal(NO_KEY, "", f"公钥 {shown(fingerprint)} 没有登记，不知道是谁的。", fix),)
    valid = [one for one in held if is_valid(one.key, roles.day)]
    if not valid:
        return None, (out_of_date(held[-1], roles.day),)
    return only_one(dict.fromkeys(one.person for one in valid), f"公钥 {fingerprint}")


def registered_keys(roles: Roles) -> Iterator[HeldKey]:
    """Every key in the base with its holder, expired ones included."""
    for person, keys, _ in _holders(roles, roles.base.cadres_naming(b"keys")):
        yield from (HeldKey(person, key) for key in keys if body(key.public) is not None)


def is_valid(key: Key, day: date) -> bool:
    """Whether a key may be used on a day."""
    return key.from_ <= day and (key.until is None or day <= key.until)


def fingerprint_of(public: str) -> str:
    """``SHA256:…`` as ``ssh-keygen -l`` shows it; "" for what is no public key."""
    raw = body(public)
    if raw is None:
        return ""
    return "SHA256:" + base64.b64encode(hashlib.sha256(raw).digest()).decode().rstrip("=")


def out_of_date(held: HeldKey, day: date) -> Finding:
    """The finding about a key that is not valid on the day."""
    until = held.key.until
    span = f"{held.key.from_} 起" if until is None else f"{held.key.from_} 至 {until}"
    message = f"{held.person} 的公钥 {fingerprint_of(held.key.public)} 有效期是 {span}，收到改动是 {day}。"
    fix = "换用有效期内的公钥；要延长的，请先在 cadre.yml 里改好并合并。"
    return refusal(OUT_OF_DATE, "", message, fix)


def only_one(owners: Iterable[str], what: str) -> Answer:
    """The holder of a key or account where there is one alone."""
    first, *others = owners
    if not others:
        return first, ()
    message = f"{what}登记给了{'、'.join((first, *others))}几个人，分不清是谁。"
    return None, (refusal(SHARED, "", message, "请本单位审核人查对，只留给一个人。"),)


def _holders(
    roles: Roles, cadres: Iterable[str]
) -> Iterator[tuple[str, tuple[Key, ...], tuple[ForgeAccount, ...]]]:
    """Persons with their keys and accounts: the maintainers', and those of some cadres' records. An
    engagement that has ended identifies still: what its holder may do is another question.
    """
    for name in cadres:
        record = roles.base.cadre(name)
        if record is not None:
            yield record.person, record.keys, record.forge_accounts
    for maintainer in roles.maintainers():
        yield maintainer.person, maintainer.keys, maintainer.forge_accounts
