"""The table of rights as a page: what people read is what the guard goes by."""

from __future__ import annotations

from collections.abc import Iterable

from plus100.review.rights.table import NOBODY, OPERATIONS, TABLE, Right, Role, Row, right

_HEAD = "| 内容 | 谁可以 | 位置 | 依据 |\n|---|---|---|---|\n"
_NONE = "谁都不能"
_REVIEWERS = "审核人"


def table() -> str:
    """The table in Markdown, a row a kind of thing."""
    return _HEAD + "".join(_row(thing, row) for thing, row in TABLE.items())


def _row(thing: str, row: Row) -> str:
    title = f"{row.title}（{row.covers}）" if row.covers else row.title
    return f"| {title} | {_who(thing)} | `{row.example}` | {row.source} |\n"


def _who(thing: str) -> str:
    """Who may do what; operations with the same answer are said once, and those of nobody not at all."""
    said: dict[str, list[str]] = {}
    for op, name in OPERATIONS.items():
        if (rule := right(thing, op)) != NOBODY:
            said.setdefault(_cell(rule), []).append(name)
    if len(said) == 1 and [*said.values()] == [[*OPERATIONS.values()]]:
        return next(iter(said))
    return "。".join(f"{'、'.join(names)}：{cell}" for cell, names in said.items()) or _NONE


def _cell(rule: Right) -> str:
    """Who may: alone, or with another's agreement, and whose."""
    parts = [joined(rule.alone)] if rule.alone else []
    if rule.agreed:
        parts.append(f"{joined(rule.agreed)}，要另一人（{joined(rule.second)}）同意")
    return "；".join(parts)


def joined(roles: Iterable[Role]) -> str:
    """Roles as one reads them, reviewers named once: ``团干部本人、本单位、最上级单位审核人``."""
    told = tuple(roles)
    levels = [role.removesuffix(_REVIEWERS) for role in told if role.endswith(_REVIEWERS)]
    reviewers = "、".join(levels) + _REVIEWERS if levels else ""
    before = [role for role in (Role.SELF, Role.MEMBER) if role in told]
    after = [role for role in told if role is Role.MAINTAINER]
    return "、".join(one for one in (*before, reviewers, *after) if one)
