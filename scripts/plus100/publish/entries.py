"""What a log entry says of itself on the site: its day, its type and its own short title.

The figures know entries by id only; the logs are read once more for the words. Partners, opaque ids
of questions and wishes, and headcounts stay behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plus100.intake.documents import read_document
from plus100.intake.source import Source
from plus100.ledger.world import Frame


class Told(NamedTuple):
    """A log entry in words. ``title`` may be empty; ``theme`` is a code, "" where it has none."""

    type: str
    day: str
    title: str
    form: str = ""
    theme: str = ""


def told(item: Mapping[str, object]) -> Told:
    """One log item as read from its file (plain YAML values)."""
    words = {name: str(item.get(name) or "") for name in ("type", "date", "form", "theme")}
    kind = str(item.get("kind") or item.get("area") or item.get("direction") or "")
    return Told(
        words["type"],
        words["date"],
        str(item.get("title") or item.get("article") or ""),
        words["form"] or kind,
        words["theme"],
    )


def told_of(items: object) -> Iterable[tuple[str, Told]]:
    """Every item of one log file that has an id; what isn't a list of mappings yields nothing."""
    for item in items if isinstance(items, (list, tuple)) else ():
        if isinstance(item, Mapping) and isinstance(item.get("id"), str):
            yield item["id"], told(item)


def read_entries(source: Source, frame: Frame) -> dict[str, dict[str, Told]]:
    """Cadre → entry id → words, for every log file of the frame. Faults are ``check``'s business."""
    owner = {path: cadre for cadre, files in frame.files.items() for path in files if "/log/" in path}
    found: dict[str, dict[str, Told]] = {cadre: {} for cadre in frame.files}
    for path, data in source.read_many(sorted(owner)):
        document, _ = read_document(path, data, "log")
        found[owner[path]].update(told_of(document))
    return found
