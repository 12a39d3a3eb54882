"""RSS of all columns together and of each: absolute addresses, so only where the site's own is known.

No clock: a feed is as new as its newest piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from urllib.parse import urljoin

from feedgenerator import Rss201rev2Feed

from plus100.ledger.world import Frame
from plus100.publish.columns.kinds import COLUMNS, FOLDER
from plus100.publish.columns.sheets import Printed

NEWEST = 30
"""Pieces in a feed."""

NAME = "feed.xml"


def feeds(printed: Sequence[Printed], frame: Frame) -> Iterator[tuple[str, str]]:
    """Path in the site → text. ``printed`` are newest first; a column without pieces has no feed."""
    site = frame.settings.site_url
    if not site:
        return
    groups = [("", "专栏", printed)]
    groups += [
        (f"{one.folder}/", one.title, [each for each in printed if each.piece.column is one])
        for one in COLUMNS
    ]
    for folder, title, pieces in groups:
        if pieces:
            place = f"{FOLDER}/{folder}"
            heading = f"{frame.settings.title} · {title}"
            yield f"{place}{NAME}", _feed(heading, f"{site.rstrip('/')}/", place, pieces[:NEWEST])


def _feed(title: str, site: str, place: str, pieces: Sequence[Printed]) -> str:
    feed = Rss201rev2Feed(
        title=title,
        link=urljoin(site, place),
        description=title,
        language="zh-CN",
        feed_url=urljoin(site, f"{place}{NAME}"),
    )
    for one in pieces:
        address = urljoin(site, one.piece.home.removesuffix("index.md"))
        feed.add_item(
            title=one.piece.front.title,
            link=address,
            description=one.summary,
            pubdate=datetime.combine(one.piece.front.day, time(), UTC),
            unique_id=address,
            unique_id_is_permalink=True,
            categories=[one.piece.column.title, *one.piece.front.tags],
        )
    return str(feed.writeString("utf-8"))
