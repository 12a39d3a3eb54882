"""What a page offers to write: each draft with the way to the forge, or with its text to copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plus100.ledger.world import Frame
from plus100.publish.columns.kinds import Column
from plus100.publish.drafts.forge import Way, way
from plus100.publish.drafts.texts import Draft, activity, column, partner, piece


class Offer(NamedTuple):
    """``title`` says what it is; ``way`` is ``None`` where there is no forge."""

    title: str
    draft: Draft
    way: Way | None


def for_cadre(frame: Frame, cadre: str) -> tuple[Offer, ...]:
    """An activity, a partner and a story of a cadre's; nothing without a forge."""
    unit, _ = cadre.split("/")
    drafts = (
        ("记一次活动", activity(frame, cadre)),
        ("登记一名联系青年", partner(cadre)),
        ("写一篇青春故事", piece(column("story"), unit)),
    )
    return tuple(_offers(frame, drafts))


def for_column(frame: Frame, one: Column) -> tuple[Offer, ...]:
    """A contribution to a column; nothing without a forge."""
    return tuple(_offers(frame, ((f"给“{one.title}”投稿", piece(one)),)))


def _offers(frame: Frame, drafts: tuple[tuple[str, Draft], ...]) -> Iterator[Offer]:
    forge = frame.settings.forge
    if forge is None or forge.kind == "none":
        return
    for title, draft in drafts:
        yield Offer(title, draft, way(forge, draft.folder, draft.text))
