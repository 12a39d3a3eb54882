"""Chinese search in a real browser: what people type, and what they must find (``tests/cases``)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "search.yml").read_text(encoding="utf-8")
)
WITHIN = 3
NONSENSE = "饕餮貔貅"


def ask(page: Page, phrase: str) -> list[str]:
    """The addresses that a phrase finds, a page once, best first."""
    box = page.locator(".md-search__input")
    meta = page.locator(".md-search-result__meta")
    box.fill("")
    box.press("End")
    expect(meta).to_have_text("输入要找的词")
    box.fill(phrase)
    box.press("End")
    expect(meta).to_contain_text(re.compile("找到"))
    links = page.locator(".md-search-result__item > .md-search-result__link:first-child")
    found: list[str] = links.evaluate_all("all => all.map(a => a.pathname.slice(1))")
    return list(dict.fromkeys(found))


@pytest.fixture(scope="module")
def answers(browser: Any, sample: str) -> dict[str, list[str]]:
    """Phrase → what it finds, in one page of the browser."""
    page = browser.new_page()
    page.goto(sample, wait_until="load")
    page.locator(".md-search__input").click()
    found = {one["phrase"]: ask(page, one["phrase"]) for one in CASES}
    found[NONSENSE] = ask(page, NONSENSE)
    page.close()
    return found


def test_a_page_that_nobody_searches_fetches_no_index(browser: Any, sample: str) -> None:
    """It is the site's largest file; opening the search fetches it."""
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(sample, wait_until="networkidle")
    assert not [url for url in fetched if "search_index" in url]
    with page.expect_request("**/search_index.json"):
        page.locator(".md-search__input").click()
    page.close()


def test_there_are_thirty_phrases() -> None:
    """Each once, the ones that were named first among them."""
    phrases = [one["phrase"] for one in CASES]
    assert len(phrases) == len(set(phrases)) >= 30
    assert {"谈心谈话", "心愿池", "五个一", "35岁", "公务员", "人民"} <= set(phrases)


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["phrase"])
def test_a_phrase_finds_its_page(answers: dict[str, list[str]], case: dict[str, Any]) -> None:
    """Among the first three results."""
    assert set(answers[case["phrase"]][:WITHIN]) & set(case["finds"]), answers[case["phrase"]][:8]


def test_what_people_say_is_not_shown(browser: Any, sample: str) -> None:
    """A result shows the page's own words; those by which it was found are many, and none of the page's."""
    page = browser.new_page()
    page.goto(sample, wait_until="load")
    page.locator(".md-search__input").click()
    assert ask(page, "扫一扫")[0] == "qa/luru/q19/"
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("怎样进入系统")
    assert result.locator(".md-tag").count() > 1
    assert not result.locator(".md-tag:visible").count()
    page.close()


def test_what_is_nowhere_finds_nothing(answers: dict[str, list[str]]) -> None:
    """No page is offered for words that stand on none."""
    assert answers[NONSENSE] == []


def test_every_word_is_demanded(answers: dict[str, list[str]]) -> None:
    """A phrase of two words finds pages with both, not the many with either."""
    assert len(answers["外地青年"]) < 15
    assert len(answers["示例枫岭市团委"]) < 15
