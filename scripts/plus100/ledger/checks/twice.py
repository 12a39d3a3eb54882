"""R368: the same activity, share or reaction recorded twice under different ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say
from plus100.ledger.records import Activity, Entry, Reaction, Share

CODE = "R368"


def _content(entry: Entry) -> tuple[Any, ...] | None:
    """Everything but the id. ``None`` for what may well be repeated and counts once anyway: replies
    (X70) and statements.
    """
    if type(entry) is Activity:
        return (
            *(entry.date, entry.form, entry.theme, entry.title, entry.face_to_face, entry.headcount),
            *(frozenset(entry.tasks), frozenset(entry.partners)),
        )
    if type(entry) is Share:
        return (entry.date, entry.article, entry.url)
    if type(entry) is Reaction:
        return (entry.date, entry.direction, entry.count)
    return None


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Entries of the same day and equal in everything but the id (equal ids are left to R360). The
    first stands; each later one is at fault.
    """
    often = Counter(entry.date for entry in pages.entries)
    if len(often) == len(pages.entries):
        return
    first: dict[tuple[Any, ...], int] = {}
    for i, entry in enumerate(pages.entries):
        content = _content(entry) if often[entry.date] > 1 else None
        if content is None:
            continue
        before = first.setdefault(content, i)
        if before != i and pages.entries[before].id != entry.id:
            yield say(
                CODE,
                pages.entry_at(i, "id"),
                f"条目 {entry.id} 与 {pages.entries[before].id} 除编号外完全相同。",
                "重复登记的，删去这一条；确实是两次的，用 title 等写出区别；点赞留言每天合为一条。",
                pages.entry_at(before, "id"),
            )
