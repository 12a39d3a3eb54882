"""The table of rights as a page: what people read is what the guard goes by."""

from __future__ import annotations

from plus100.review.rights.table import OPERATIONS, TABLE, Right, Row, right

_HEAD = "| 内容 | 位置 | 新增 | 修改 | 删除 | 依据 |\n|---|---|---|---|---|---|\n"
_NONE = "—"


def table() -> str:
    """The table in Markdown, a row a kind of thing."""
    return _HEAD + "".join(_row(thing, row) for thing, row in TABLE.items())


def _row(thing: str, row: Row) -> str:
    title = f"{row.title}（{row.covers}）" if row.covers else row.title
    cells = [title, f"`{row.example}`", *(_cell(right(thing, op)) for op in OPERATIONS), row.source]
    return f"| {' | '.join(cells)} |\n"


def _cell(rule: Right) -> str:
    """Who may: alone, or with another's agreement, and whose."""
    parts = []
    if rule.alone:
        parts.append("、".join(rule.alone))
    if rule.agreed:
        second = "、".join(dict.fromkeys(rule.second))
        parts.append(f"{'、'.join(rule.agreed)}，另一人同意（{second}）")
    return "；".join(parts) or _NONE
