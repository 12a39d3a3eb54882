"""The guides' pictures show what there is: each is compared with what it would show now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pictures.browser import texts
from pictures.stage import staged
from pictures.terminal import CELL, drawn, shown
from pictures.wanted import FOLDER, PICTURES, Picture, digest, note, sums, wanted

LISTED, SUMS = wanted(), sums()
COMMANDS = [one for one in LISTED if one.command]
PAGES = [one for one in LISTED if one.page]
STALE = "shows what is no longer so: run `make pictures`, look at it, and commit it"


@pytest.fixture(scope="module")
def words() -> Iterator[Mapping[str, str]]:
    """The words of the sample site's pages."""
    with staged(Picture(name="")) as folder:
        yield texts(folder)


@pytest.mark.parametrize("picture", COMMANDS, ids=lambda one: one.name)
def test_a_picture_of_the_terminal_is_not_older_than_what_it_shows(picture: Picture) -> None:
    """The command prints today just what stands in the picture."""
    screen = shown(picture)
    assert SUMS[picture.name] == digest(screen.plain), f"{picture.file} {STALE}"
    assert picture.file.read_text(encoding="utf-8") == drawn(picture, screen)


@pytest.mark.parametrize("picture", PAGES, ids=lambda one: one.name)
def test_a_picture_of_a_page_is_not_older_than_its_words(
    picture: Picture, words: Mapping[str, str]
) -> None:
    """The page says today what it said when Chromium took its picture."""
    assert SUMS[picture.name] == digest(words[picture.page]), f"{picture.file} {STALE}"
    assert picture.file.read_bytes()[8:12] == b"WEBP"


def test_every_picture_stands_in_a_guide_and_is_listed() -> None:
    """None is made for nobody, and none is left behind; each has words for whoever cannot see it."""
    guides = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md"))
    shown_there = set(re.findall(r"!\[[^\]]{6,}\]\([./]*pictures/([^)]+)\)", guides))
    assert shown_there == {one.file.name for one in LISTED} == {path.name for path in PICTURES.iterdir()}
    assert guides.count("![") == len(re.findall(r"!\[[^\]]{6,}\]\([./]*pictures/", guides))


def test_a_page_keeps_the_place_of_a_picture_free() -> None:
    """A photograph stands in its own size, so that text does not jump while it loads, nor a telephone
    fill a wide screen.
    """
    guides = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md"))
    for one in PAGES:
        size = f"pictures/{one.file.name}){{ width={one.width} height={one.height} }}"
        assert guides.count(size) == guides.count(f"pictures/{one.file.name}")


def test_pictures_are_small_and_ask_nobody() -> None:
    """A phone loads them; none fetches a font or anything else from another host."""
    for path in PICTURES.iterdir():
        assert path.stat().st_size < 100_000, path
    for path in PICTURES.glob("*.svg"):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|@import|url\((?!#)|<script", text), path


def test_chinese_takes_two_cells_in_a_picture() -> None:
    """Rich counts a character as one; columns would not line up."""
    picture = next(one for one in COMMANDS if one.name == "check")
    svg = drawn(picture, shown(picture))
    assert f'textLength="{14 * CELL:g}"' in re.search(r"<text [^>]*>没有发现问题。</text>", svg)[0]  # type: ignore[index]


def test_digests_are_kept_for_what_is_listed(tmp_path: Path) -> None:
    """Each picture has one, and no other; what is noted is read back."""
    assert SUMS.keys() == {one.name for one in LISTED}
    note(SUMS, tmp_path / "pictures.sum")
    assert sums(tmp_path / "pictures.sum") == SUMS
    assert digest("a") != digest("b")
