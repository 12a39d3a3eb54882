"""A page for every folder of boards."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec.structs import replace

from plus100.publish import boards
from plus100.publish.pages import survey
from publish.league import Measured, league


def paths(*, present: bool) -> dict[str, str]:
    """Path → title of the pages of boards, with or without a board of this year."""
    outcome = league().outcome
    assert outcome.season is not None
    kept = outcome.season.boards if present else ()
    found = survey(Measured(replace(outcome.season, boards=kept), outcome.frame))
    assert found is not None
    return {page.path: page.title for page in boards.pages(found)}


def test_an_edition_has_a_page_that_lists_its_boards() -> None:
    """A class has its board of this year there; the edition has a page of its own."""
    made = paths(present=True)
    assert made["boards/shandong-2017/index.md"] == "排行榜：山东省（2017）"
    assert made["boards/shandong-2017/class-1/index.md"].startswith("2018 年排行榜：")


def test_a_class_with_past_boards_alone_has_one_too() -> None:
    """Every folder above a board has a page, also where this year has none."""
    made = paths(present=False)
    assert made["boards/shandong-2017/class-1/index.md"].startswith("排行榜：山东省（2017），")
    for path in made:
        for folder in PurePosixPath(path).parent.parents[:-1]:
            assert f"{folder}/index.md" in made, path
