"""What a log entry says of itself on the site: its day, its type and its own short title.

The figures know entries by id only; the logs are read once more for the words. Partners, opaque ids
of questions and wishes, and headcounts stay behind.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from plus100.intake.source import Source
from plus100.ledger.assemble import read_book
from plus100.ledger.records import Entry
from plus100.ledger.world import Frame


class Told(NamedTuple):
    """A log entry in words. ``title`` may be empty; ``theme`` is a code, "" where it has none."""

    type: str
    day: str
    title: str
    form: str = ""
    theme: str = ""


def told(entry: Entry) -> Told:
    """One log entry of a clean book."""
    item = msgspec.to_builtins(entry)
    words = {name: str(item.get(name) or "") for name in ("type", "date", "form", "theme")}
    kind = str(item.get("kind") or item.get("area") or item.get("direction") or "")
    return Told(
        words["type"],
        words["date"],
        str(item.get("title") or item.get("article") or ""),
        words["form"] or kind,
        words["theme"],
    )


def read_entries(source: Source, frame: Frame) -> dict[str, dict[str, Told]]:
    """Cadre → entry id → words, for the entries of the clean ledger only: what a fault withholds (a number
    in a title, say) never gets onto a page.
    """
    books = ((cadre, read_book(frame, cadre, source)[0]) for cadre in frame.files)
    return {cadre: {entry.id: told(entry) for entry in book.each_entry()} for cadre, book in books}
