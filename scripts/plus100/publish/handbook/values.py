"""A cited value: the parameter of a rule of an edition, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from plus100.ledger.policy import parameters
from plus100.ledger.policy.edition import Edition, Held
from plus100.publish.policies.text import said
from plus100.publish.policies.words import day, share

Editions = Mapping[str, Edition]

_SHARE = re.compile(r"[0-9]+/[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_OF_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")


def version(editions: Editions, edition: str, rule: str, on: date) -> tuple[int, Held] | None:
    """The version of a rule in force on a day, else its newest one, with its place among all of them;
    ``None`` for a rule that there is not.
    """
    versions = editions[edition].rules.get(rule, ()) if edition in editions else ()
    if not versions:
        return None
    held = editions[edition].rule(rule, on) or versions[-1]
    return versions.index(held), held


def lacking(editions: Editions, edition: str, rule: str, path: str, on: date) -> str:
    """What is missing for a citation to hold; "" where nothing is."""
    if edition not in editions:
        return f"没有版本 {edition}"
    found = version(editions, edition, rule, on)
    if found is None:
        return f"版本 {edition} 里没有规则 {rule}"
    if not parameters.has(found[1].rule, path):
        return f"规则 {edition}/{rule} 里没有参数 {path}"
    empty = parameters.value(found[1].rule, path) in (None, [], {}, "")
    return f"规则 {edition}/{rule} 的参数 {path} 没有定值" if empty else ""


def cited(editions: Editions, edition: str, rule: str, path: str, on: date) -> str:
    """The value in words: ``20%``, ``一半``, ``2016年8月31日``, ``12月31日``, ``每季度``, ``100``. Only for
    a citation that lacks nothing.
    """
    found = version(editions, edition, rule, on)
    if found is None:
        raise KeyError(f"{edition}/{rule}")
    value = parameters.value(found[1].rule, path)
    return worded(value) or said(found[1], path, editions[edition])[1](value)


def worded(value: object) -> str:
    """Shares and days as people say them; "" for any other value."""
    if not isinstance(value, str):
        return ""
    if _SHARE.fullmatch(value):
        return "一半" if value == "1/2" else share(value)
    if _DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    if _DAY_OF_YEAR.fullmatch(value):
        month, last = value.split("-")
        return f"{int(month)}月{int(last)}日"
    return ""
