"""The built site in a real browser: whole, quiet, usable by keyboard, readable in both schemes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from support.browsing import contrast_faults

pytestmark = [pytest.mark.browser, pytest.mark.site]

PLACES = [
    "",
    "boards/",
    "boards/shandong-2017/class-1/",
    "boards/shandong-2017/class-1/2017/",
    "units/",
    "units/root/",
    "units/east/",
    "units/silent/",
    "units/east/c3/",
    "guide/",
    "data/",
    "findings/",
    "findings/r301/",
    "policies/",
    "policies/readings/",
    "reference/log/",
    "404.html",
]


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_is_whole_and_quiet(watch, width: int) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """No console message, no request to another host, no sideways scrolling, phone or desk."""
    watched = watch(width=width)
    for place in PLACES:
        page = watched.open(place)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("footer")).to_contain_text("截至" if place != "404.html" else "")
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{place} is {over}px too wide at {width}"
    assert watched.faults == []


def test_text_on_a_phone_is_at_least_16px(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """What is read on a phone (not drawings, code or the search box) is 16px or more."""
    watched = watch(width=360)
    for place in ("", "units/east/c3/", "boards/shandong-2017/class-1/", "guide/", "data/"):
        page = watched.open(place)
        small = page.evaluate(
            """() => [...document.querySelectorAll('article *')]
              .filter(e => !e.closest('svg, code, pre, .p-sr, sup') && e.checkVisibility()
                && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 15.9)
              .map(e => e.tagName + ':' + e.className + ':' + e.textContent.slice(0, 20))"""
        )
        assert small == [], place


def test_a_table_sorts_by_keyboard(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Enter on a heading's button sorts, a second time the other way round; aria-sort says which."""
    page: Page = watch().open("boards/shandong-2017/class-1/")
    head = page.locator("th", has_text="积分")
    places = page.locator("tbody td:first-child")
    assert places.first.inner_text() == "1"
    head.locator("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert places.first.inner_text() == "1"
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert int(places.first.inner_text()) > 20
    expect(page.locator("th[aria-sort]")).to_have_count(1)


def test_a_table_filters(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Typing keeps the rows that hold every word; Escape brings all back; paper shows all."""
    watched = watch()
    page: Page = watched.open("boards/shandong-2017/class-1/")
    rows = page.locator(".p-board tbody tr")
    box = page.get_by_role("searchbox", name="筛选姓名、单位")
    box.fill("干部17号 市团委")
    expect(rows.locator("visible=true")).to_have_count(1)
    expect(page.locator(".p-filter output")).to_have_text("1／30 行")
    page.emulate_media(media="print")
    expect(rows.locator("visible=true")).to_have_count(30)
    page.emulate_media(media="screen")
    box.press("Escape")
    expect(rows.locator("visible=true")).to_have_count(30)
    assert watched.faults == []


def test_paper_shows_what_the_screen_folds(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A folded list is unfolded in print, and what one can only press is left out."""
    page: Page = watch().open("units/east/c3/")
    folded = page.locator("details.p-details td").first
    expect(folded).not_to_be_visible()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    assert page.locator(".p-filter:visible, .md-search:visible, .md-tabs:visible").count() == 0


def test_tables_are_whole_without_scripts(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """With JavaScript off every row is there, in the board's own order."""
    page: Page = watch(java_script_enabled=False).open("boards/shandong-2017/class-1/")
    expect(page.locator(".p-board tbody tr")).to_have_count(30)
    assert page.locator(".p-board tbody td").first.inner_text() == "1"


def test_my_unit_is_two_clicks_away(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Home → units → my unit's table of cadres."""
    page: Page = watch().open("")
    page.get_by_role("link", name="找我的单位").click()
    page.get_by_role("link", name="示例市团委").click()
    expect(page.get_by_role("region", name="团干部")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "place", ["", "units/east/c3/", "units/east/", "guide/", "findings/r301/", "reference/log/"]
)
def test_text_has_contrast(watch, scheme: str, place: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Text stands out from its ground by 4.5 : 1 (WCAG AA); the scheme follows the system."""
    page: Page = watch(color_scheme=scheme).open(place)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate" if scheme == "dark" else "default"
    )
    assert contrast_faults(page) == []


def search(page: Page, query: str) -> list[str]:
    """The addresses that the site's own search finds, best first."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").press("End")  # the search listens to keys
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    return [re.sub(r"[?#].*", "", link) for link in results.evaluate_all("all => all.map(a => a.href)")]


def test_what_is_pasted_is_searched(watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Text put into the open search without a key, as by pasting or speaking, has its own results."""
    watched = watch()
    page = watched.open("")
    assert search(page, "示例市团委")[0] == f"{watched.base}units/east/"
    page.locator(".md-search__input").fill("示例干部17号")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"units/east/c17/"))
    assert watched.faults == []


@pytest.mark.parametrize("phrase", ["谈心谈话", "联系青年"])
def test_search_finds_a_phrase(watch, phrase: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Chinese phrases are found: pages near the top of the results hold the phrase itself."""
    watched = watch()
    found = search(watched.open(""), phrase)
    texts = [
        watched.open(link.removeprefix(watched.base)).locator("article").inner_text() for link in found[:5]
    ]
    assert any(phrase in text for text in texts)
    assert watched.faults == []


@pytest.mark.parametrize(
    ("name", "place"), [("示例市团委", "units/east/"), ("示例干部17号", "units/east/c17/")]
)
def test_search_finds_a_name(watch, name: str, place: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A unit or a cadre by name is the first result, also where Chinese and digits meet."""
    watched = watch()
    assert search(watched.open(""), name)[0] == watched.base + place
    assert watched.faults == []
