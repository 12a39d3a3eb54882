"""The boards of past years lead to the people of today."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from plus100.publish import boards
from plus100.publish.pages import survey
from publish.league import Measured, cadre, league

PAST = "boards/shandong-2017/class-1/2017/index.md"


def past_board(engagement: str, person: str) -> str:
    """The board of 2017 with that engagement in its first row, of that person."""
    outcome = league().outcome
    assert outcome.season is not None
    assert outcome.frame is not None
    (board,) = outcome.season.history
    first, *others = board.rows
    moved = replace(board, rows=(replace(first, cadre=engagement, unit="silent"), *others))
    engaged = replace(cadre(engagement, title="old"), person=person, name="张示例")
    frame = dataclasses.replace(outcome.frame, cadres={**outcome.frame.cadres, engagement: engaged})
    atlas = survey(Measured(replace(outcome.season, history=(moved,)), frame))
    assert atlas is not None
    return next(page.body for page in boards.pages(atlas) if page.path == PAST)


@pytest.mark.parametrize(
    ("engagement", "person", "link"),
    [
        ("silent/old", "p-east-a", '<a href="../../../../units/east/a/">张示例</a>'),
        ("silent/old", "p-gone", '<th scope="row">张示例</th>'),
    ],
)
def test_who_has_moved_since_is_found_at_the_new_place(engagement: str, person: str, link: str) -> None:
    """The row names the unit of its day; the name leads to the page that there is today, if any."""
    body = past_board(engagement, person)
    assert link in body
    assert '<a href="../../../../units/silent/">' in body
    assert "units/silent/old/" not in body
