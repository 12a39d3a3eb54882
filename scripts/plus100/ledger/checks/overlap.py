"""R331, R341: posts of one engagement, and its exemptions, don't overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say

POSTS, EXEMPTIONS = "R331", "R341"


class _Spanned(Protocol):
    @property
    def from_(self) -> date: ...
    @property
    def until(self) -> date | None: ...


def _overlaps(items: Sequence[_Spanned]) -> Iterator[tuple[int, int]]:
    """Index of each item that begins before an earlier one has ended, and of that one. Items that
    end before they begin are left to R311.
    """
    sound = [i for i, item in enumerate(items) if item.until is None or item.from_ <= item.until]
    open_: int | None = None
    for i in sorted(sound, key=lambda i: (items[i].from_, i)):
        if open_ is not None and items[i].from_ <= (items[open_].until or date.max):
            yield i, open_
        if open_ is None or (items[i].until or date.max) >= (items[open_].until or date.max):
            open_ = i


def check(draft: Draft) -> Iterator[Finding]:
    """Each overlap once, at the later of the two."""
    for name, cadre in draft.cadres.items():
        path = draft.cadre_path(name)
        for i, other in _overlaps(cadre.posts):
            yield say(
                POSTS,
                (path, ("posts", i, "from")),
                f"团干部 {name}：第 {i + 1} 个岗位与第 {other + 1} 个岗位的时间重叠。",
                "前一个岗位的 until 写到后一个开始的前一天；同时担任的，只写决定类别的那一个。",
                (path, ("posts", other, "from")),
            )
        for i, other in _overlaps(cadre.exemptions):
            yield say(
                EXEMPTIONS,
                (path, ("exemptions", i, "from")),
                f"团干部 {name}：第 {i + 1} 项免予开展与第 {other + 1} 项的时间重叠。",
                "把两项的日期错开；一段时间只写一个理由。",
                (path, ("exemptions", other, "from")),
            )
