"""What people say in a search: every page is there, and every word tells something."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import yaml

from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import DOCS
from plus100.publish.page import with_sayings
from plus100.publish.pages import pages
from plus100.publish.search import DULL
from publish.handbook.the_book import book, frame, shelf
from publish.league import league

SAID = book().said
WORDS = sorted({word for words in SAID.values() for word in words})
MANY = 40
"""Pages on which a word may stand and still tell one of them from the others."""

EVERYWHERE = re.compile("青年|活动|团干部")
"""What nearly every question is about."""


def test_every_line_of_the_file_reaches_its_page() -> None:
    """Each page is named once, with all its words; there are some for most answers."""
    pages = yaml.safe_load(shelf().sayings)["pages"]
    assert len({one["page"] for one in pages}) == len(pages) == len(SAID) > 60
    assert sorted(one["said"] for one in pages) == sorted(list(words) for words in SAID.values())


@pytest.mark.parametrize("word", WORDS)
def test_a_word_tells_something(word: str) -> None:
    """It is none that every question has, and stands on few pages: what stands on most would bring up this
    page for all of them.
    """
    assert word not in DULL.split()
    assert not EVERYWHERE.search(word)
    plain = [re.sub(r"\s", "", page.markdown) for page in book().pages if page.path != "qa/all/index.md"]
    assert sum(word in text for text in plain) <= MANY


def test_words_are_for_the_search_alone() -> None:
    """They stand in the page's front matter, hidden, and nowhere where none is said."""
    page = next(one for one in with_sayings(book().pages, SAID) if one.path == "qa/luru/q19.md")
    head, _, body = page.text.removeprefix("---\n").partition("\n---\n")
    front = yaml.safe_load(head)
    assert front["tags"] == list(page.said)
    assert front["hide"] == ["tags"]
    assert not [word for word in ("扫一扫", "二维码") if word in body]
    bare = compose(replace(shelf(), sayings=b""), frame())
    assert bare.said == {}
    assert not [one.path for one in bare.pages if "tags:" in one.text.split("\n---\n")[0]]


def test_no_generator_writes_them_into_a_page() -> None:
    """Zensical writes a page's tags below it, hidden from the eye alone; our part in its place is empty."""
    part = (DOCS / "overrides" / "partials" / "tags.html").read_text(encoding="utf-8")
    assert not re.sub(r"\{#.*?#\}", "", part).strip()


def test_a_page_of_figures_has_words_too() -> None:
    """Those of any page that may be named reach it, not only those of the handbook's own; here as a file,
    in the site by ``tests/cases/search.yml``.
    """
    figures = {"data/index.md", "calendar/index.md"}
    assert figures <= set(SAID)
    made = pages(league().outcome, {}, shelf())
    assert [
        path for path, words in SAID.items() if json.dumps(words, ensure_ascii=False) not in made[path]
    ] == []
