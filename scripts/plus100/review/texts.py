"""What is wrong with the texts beside the records, before and after a change: contributions to the columns
(C7xx) and the handbook (H6xx). What the change neither touches nor can break is not read.
"""

from __future__ import annotations

from typing import NamedTuple

from plus100.core.findings import Finding
from plus100.ledger.world import Frame
from plus100.publish.columns.drawer import Drawer, is_contribution
from plus100.publish.handbook.shelf import NAMED, READ, Shelf, shelf_of
from plus100.review.changes import Change
from plus100.review.contributions import drawers
from plus100.review.objects import Commit, Objects
from plus100.review.rights.places import place_of
from plus100.review.trees import below

_LAW = frozenset({"policy", "settings"})


class Texts(NamedTuple):
    """Findings on both sides, with paths as records' findings have them."""

    before: tuple[Finding, ...]
    after: tuple[Finding, ...]


def wrong_texts(objects: Objects, change: Change, frames: tuple[Frame | None, Frame | None]) -> Texts:
    """All of them. ``frames`` are the records of both sides; where those of one cannot be read, nothing can
    be said.
    """
    docs = f"{objects.within}/docs".removeprefix("/")
    before, after = frames
    if before is None or after is None:
        return Texts((), ())
    was, now = (
        _columns(drawer, frame)
        for drawer, frame in zip(drawers(objects, change, docs), (before, after), strict=True)
    )
    if _concerns_handbook(objects, change, docs):
        was += _handbook(_shelf(objects, change.fork, docs), before)
        now += _handbook(_shelf(objects, change.head, docs), after)
    return Texts(was, now)


def _columns(drawer: Drawer, frame: Frame) -> tuple[Finding, ...]:
    if not drawer.files and not drawer.irregular:
        return ()
    from plus100.publish.columns.proofs import proofread  # noqa: PLC0415 - pictures and Markdown load slowly

    return proofread(drawer, frame).findings


def _concerns_handbook(objects: Objects, change: Change, docs: str) -> bool:
    """Whether a change can make a fault in it: every answer may cite every rule, and lead to every text.
    Nothing leads to a contribution that is new.
    """
    for edit in change.edits:
        text = edit.path.startswith(f"{docs}/") and edit.path.endswith(NAMED)
        contributed = is_contribution(edit.path[len(docs) + 1 :]) and edit.after is not None
        if place_of(edit.path, objects.prefix).thing in _LAW or (text and not contributed):
            return True
    return False


def _handbook(shelf: Shelf, frame: Frame) -> tuple[Finding, ...]:
    from plus100.publish.handbook.book import compose  # noqa: PLC0415 - Markdown and policies in words

    return compose(shelf, frame).findings


def _shelf(objects: Objects, commit: Commit, docs: str) -> Shelf:
    """The handbook's texts; of all others beside them only the names matter."""
    here = {path[len(docs) + 1 :]: node.object for path, node in below(objects, commit.tree, docs)}
    texts = {path: name for path, name in here.items() if path.endswith(NAMED)}
    objects.fetch(n for path, n in texts.items() if path.endswith(READ) and not is_contribution(path))
    return shelf_of(texts, lambda path: objects.content(texts[path]))
