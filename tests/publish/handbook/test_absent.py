"""A league that keeps fewer editions than the handbook speaks of: pages say so, and the site is built."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from plus100.publish.handbook.absent import absent, notice
from plus100.publish.handbook.book import Handbook, compose
from plus100.publish.mkdocs import handbook
from plus100.publish.pages import survey
from publish.handbook.the_book import book, frame, shelf
from publish.league import league

GONE = "xjyyxy-2019"


@pytest.fixture(scope="module")
def without() -> Handbook:
    """The handbook of a league without the college's edition."""
    kept = {name: one for name, one in frame().editions.items() if name != GONE}
    return compose(shelf(), replace(frame(), editions=kept))


def test_the_handbook_knows_what_is_absent(without: Handbook) -> None:
    """Nothing with all editions, the one that is gone without it."""
    assert book().absent == ()
    assert without.absent == (GONE,)


def test_what_is_missing_is_a_finding_at_its_place(without: Handbook) -> None:
    """Every citation of it, with file and line; no page is lost."""
    assert {one.code for one in without.findings} >= {"H603", "H604"}
    assert all(one.where.path.startswith("docs/") for one in without.findings)
    assert {one.path for one in without.pages} == {one.path for one in book().pages}


def test_a_page_says_what_it_lacks(without: Handbook) -> None:
    """Those that speak of it, and no others."""
    pages = {one.path: one.markdown for one in without.pages}
    assert "缺少规则版本" in pages["qa/lianxi/q48.md"]
    assert "〔缺〕" in pages["qa/lianxi/q48.md"]
    assert "缺少规则版本" not in pages["qa/renshi/q01.md"]


def test_only_faults_of_the_texts_end_a_strict_build(caplog: pytest.LogCaptureFixture) -> None:
    """Where an edition is absent, what follows from it is told and no warning; a fault of a text is one."""
    made = league()
    found = survey(made.outcome, made.told)
    assert found is not None
    with caplog.at_level(logging.INFO):
        handbook(found, shelf())
        told = [one.levelno for one in caplog.records if one.name == "mkdocs.plugins.plus100"]
        assert set(told) == {logging.INFO}
        caplog.clear()
        handbook(found, replace(shelf(), texts={"qa/renshi/q01.md": b"no front matter"}, guides={}))
        told = [one.levelno for one in caplog.records if one.name == "mkdocs.plugins.plus100"]
        assert logging.WARNING in told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{{ rule("a-1", "x.y", "z") }} {{ list("b-2", "x") }}', ("a-1", "b-2")),
        ("[规则](rule:c-3/x.y)", ("c-3",)),
        ("national-2016 without a citation", ()),
    ],
)
def test_citations_and_links_name_editions(text: str, named: tuple[str, ...]) -> None:
    """A bare word names none."""
    assert absent(text, {}) == named


def test_the_notice_is_text() -> None:
    """A name is escaped; without names there is no notice."""
    assert notice(()) == ""
    assert "<" not in notice(("<b>",))
