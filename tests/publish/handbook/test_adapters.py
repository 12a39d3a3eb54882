"""The handbook reaches the site only when it is sound, by either way of building it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from plus100.publish.handbook.shelf import Shelf, is_text, read_shelf
from plus100.publish.mkdocs import handbook
from plus100.publish.pages import pages, survey
from publish.handbook.the_book import shelf
from publish.league import league


def test_a_fault_is_a_warning_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    """MkDocs counts it, so that a strict build ends; the line says where and what."""
    found = survey(league().outcome)
    assert found is not None
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        made = handbook(found, Shelf({"qa/lianxi/q41.md": b"no head\n"}))
    assert [page.path for page in made.pages] == ["qa/index.md"]
    assert [record.name for record in caplog.records] == ["mkdocs.plugins.plus100"]
    assert caplog.messages[0].startswith("docs/qa/lianxi/q41.md:1:1 H601 ")


def test_pages_take_texts_and_read_no_file() -> None:
    """The pure function knows the answers that it is handed, and without any there is an index still."""
    text = {"qa/lianxi/q41.md": shelf().texts["qa/lianxi/q41.md"]}
    assert "qa/lianxi/q41.md" in pages(league().outcome, {}, Shelf(text))
    without = pages(league().outcome)
    assert [path for path in without if path.startswith("qa/")] == ["qa/index.md"]
    assert "还没有问答" in without["qa/index.md"]


def test_the_shelf_holds_answers_guides_and_examples(tmp_path: Path) -> None:
    """Below ``qa`` stand answers, below ``guide`` guides, with examples beside them; every text but the
    answers is a page that may be named.
    """
    words = "文字".encode()
    for name in ("qa/lianxi/q41.md", "qa/lianxi/q41.example.yml", "guide/index.md", "about.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(words)
    assert read_shelf(tmp_path) == Shelf(
        {"qa/lianxi/q41.md": words},
        frozenset(["guide/index.md", "about.md"]),
        {"qa/lianxi/q41.example.yml": words},
        {"guide/index.md": words},
    )


def test_only_pictures_of_guides_are_served_as_they_are() -> None:
    """Texts and examples become pages; MkDocs must not copy them besides."""
    assert [
        name
        for name in (
            "qa/lianxi/q41.md",
            "qa/lianxi/q41.example.yml",
            "guide/a.md",
            "guide/a.svg",
            "index.md",
        )
        if is_text(name)
    ] == ["qa/lianxi/q41.md", "qa/lianxi/q41.example.yml", "guide/a.md"]
