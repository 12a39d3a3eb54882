"""One page of every kind of the sample site, judged by the HTML checker, axe-core and Lighthouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from support.judges import axe_faults, html_faults, lighthouse
from support.kinds import LOOKED_AT, example, kinds

pytestmark = pytest.mark.site

SMALL = """() => { const scale = m => Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
  return [...document.querySelectorAll('article *, footer *')]
  .filter(e => !e.closest('.p-sr, sup, sub, select') && e.checkVisibility()
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(e => [e, parseFloat(getComputedStyle(e).fontSize),
    e.ownerSVGElement ? scale(e.getScreenCTM()) : 1]).map(([e, size, by]) => [e, size * by])
  .filter(([, size]) => size < 15.5)
  .map(([e, size]) => `${size.toFixed(1)} ${e.tagName}.${e.className} ${e.textContent.slice(0, 20)}`); }"""
NARROWEST = """() => [...document.querySelectorAll('article th, article td')]
  .filter(e => e.checkVisibility() && /\\p{L}[^]{2,}/u.test(e.textContent.trim()) && !e.closest('.p-sr'))
  .filter(e => e.getBoundingClientRect().width < 32).map(e => e.textContent.trim().slice(0, 20))"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
A4_WIDTH = 680
"""Pixels between the margins of an A4 sheet at 96 to the inch."""

PRESSED = ".md-header, .md-tabs, .md-sidebar, .p-filter, .md-top"

LEAST = 95

Watch = Callable[..., Any]


@pytest.mark.vnu
def test_every_page_is_valid_html(sample_folder: Path) -> None:
    """The W3C's checker finds no error in any page of the site."""
    assert html_faults(sample_folder) == []


@pytest.mark.browser
@pytest.mark.axe
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_kind_of_page_can_be_used_by_everybody(
    watch: Watch, sample: str, sample_folder: Path, width: int, scheme: str
) -> None:
    """On a phone and at a desk, light and dark: axe-core finds nothing, nothing is too wide, no
    request leaves for another host, no message in the console; on a phone text has 16 px or more,
    that of drawings too, and no cell is so narrow that its words stand upright.
    """
    watched = watch(width=width, base=sample, color_scheme=scheme)
    faults: dict[str, list[str]] = {}
    for place in kinds(sample_folder):
        page: Page = watched.open(place)
        found = axe_faults(page)
        if (over := page.evaluate(TOO_WIDE)) > 0:
            found.append(f"{over} px too wide")
        if width == 360:
            found += page.evaluate(SMALL) + page.evaluate(NARROWEST)
        if found:
            faults[place] = found
    assert faults == {}
    assert watched.faults == []


@pytest.mark.browser
def test_every_kind_of_page_fits_on_paper(watch: Watch, sample: str, sample_folder: Path) -> None:
    """On A4 nothing is cut off, what is folded is open, and what can only be pressed is not there."""
    watched = watch(width=A4_WIDTH, base=sample, color_scheme="dark")
    for place in kinds(sample_folder):
        page: Page = watched.open(place)
        page.emulate_media(media="print")
        assert page.evaluate(TOO_WIDE) <= 0, place
        assert (
            page.locator(":is(.md-header, .md-tabs, .md-sidebar, .p-filter, .md-top):visible").count() == 0
        )
        shut = page.locator("details:not([open]) > :not(summary)")
        assert shut.locator("visible=true").count() == shut.count(), place
        ground, ink = page.evaluate(
            "[document.body, document.querySelector('h1')].map(e => getComputedStyle(e))"
            ".map((s, n) => n ? s.color : s.backgroundColor)"
        )
        assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, place
        assert ink == "rgb(27, 30, 35)", place


@pytest.mark.browser
@pytest.mark.lighthouse
@pytest.mark.parametrize("folder", LOOKED_AT)
def test_lighthouse_scores_are_high(sample: str, sample_folder: Path, tmp_path: Path, folder: str) -> None:
    """95 or more in accessibility, best practices and SEO. Speed is in ``benchmarks/``: it has no
    place in a test that runs beside others.
    """
    place = example(sample_folder, LOOKED_AT)[folder]
    scores = lighthouse(sample + place, ("accessibility", "best-practices", "seo"), tmp_path)
    assert {name: score for name, score in scores.items() if score < LEAST} == {}
