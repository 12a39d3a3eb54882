"""Every generated page and data file of the site: a pure function of what was measured.

``source_pages`` yields ``Page`` objects (the MkDocs hook takes those); ``pages`` is the same as
``{path: text}``; ``write_pages`` puts that text into a folder for any site generator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from plus100.core.findings import Finding
from plus100.ledger.world import Frame, Withheld
from plus100.measure.figures import Season
from plus100.publish import (
    boards,
    cadres,
    datafiles,
    findings,
    home,
    schema_reference,
    units,
    waivers,
)
from plus100.publish.almanac import pages as almanac
from plus100.publish.atlas import Atlas, atlas
from plus100.publish.columns.drawer import EMPTY as NO_DRAWER
from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.rows import Shelves
from plus100.publish.entries import Told
from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import Shelf
from plus100.publish.page import Page, with_sayings
from plus100.publish.policies import pages as policy_pages

NOTHING: Mapping[str, Mapping[str, Told]] = {}
EMPTY = Shelf()
NO_PIECES: Shelves = {}


class Measured(Protocol):
    """What ``measure.season`` hands on."""

    @property
    def season(self) -> Season | None:
        """All figures, ``None`` where the frame could not be read."""

    @property
    def frame(self) -> Frame | None:
        """Settings, policies, units, cadres."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything wrong."""

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is in no figure."""


def survey(
    outcome: Measured, told: Mapping[str, Mapping[str, Told]] = NOTHING, *, exact: bool = False
) -> Atlas | None:
    """The season indexed for its pages, ``None`` where nothing could be measured. ``exact`` keeps small
    cells in; never for the site.
    """
    if outcome.season is None or outcome.frame is None:
        return None
    return atlas(outcome.season, outcome.frame, told, exact=exact)


def source_pages(a: Atlas, withheld: int = 0, shelves: Shelves = NO_PIECES) -> Iterator[Page]:
    """Every page made from records; those of units list their contributions."""
    yield home.page(a, withheld)
    yield from boards.pages(a, withheld)
    yield from units.pages(a, shelves)
    yield from cadres.pages(a)
    yield from policy_pages.pages(a.frame.editions, a.frame.readings)
    yield from almanac.pages(a.frame)
    yield from findings.pages(waivers=True)
    yield waivers.page(a.frame)
    yield from schema_reference.pages()
    yield datafiles.page(a)


def pages(
    outcome: Measured,
    told: Mapping[str, Mapping[str, Told]] = NOTHING,
    shelf: Shelf = EMPTY,
    drawer: Drawer = NO_DRAWER,
) -> dict[str, str | bytes]:
    """Path → content of every generated page, data file, feed (text) and picture (bytes); only the
    catalogue without a season. ``shelf`` holds the answers' texts; one at fault is left out or told
    without what it lacks. ``drawer`` holds the columns' files; what is at fault is left out.
    """
    a = survey(outcome, told)
    if a is None:
        return {page.path: page.text for page in findings.pages()}
    from plus100.publish.columns.press import compose as press  # noqa: PLC0415 - loads much, for this alone

    columns = press(drawer, a.frame)
    records = source_pages(a, len(outcome.withheld), columns.shelves)
    book = compose(shelf, a.frame)
    every = with_sayings((*records, *book.pages, *columns.pages), book.said)
    made: dict[str, str | bytes] = {page.path: page.text for page in every}
    return made | dict(datafiles.files(a)) | dict(columns.feeds) | dict(columns.pictures)


def write_pages(
    out: Path,
    outcome: Measured,
    told: Mapping[str, Mapping[str, Told]] = NOTHING,
    shelf: Shelf = EMPTY,
    drawer: Drawer = NO_DRAWER,
) -> int:
    """Write all of them below a folder, and say how many."""
    made = pages(outcome, told, shelf, drawer)
    for path, content in made.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return len(made)
