"""Text that has broken other programs, through every text field into every page that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from plus100.core.catalogue import CATALOGUE
from plus100.intake.tree import open_source
from plus100.measure.season import Outcome, measure_season
from plus100.publish import site as whole_site
from support.browsing import serve
from support.corpora import corpus
from support.naughty import FIELDS, Harvest, harvest, write

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.corpora]

TITLE = "示例</title><script>alert(1)</script>"
TRAP = """() => {
  window.alert = window.prompt = window.confirm = () => console.error('trapped');
}"""
LOOK = """alien => [
  [...document.querySelectorAll('h1')].map(e => e.textContent).join('|'),
  document.querySelectorAll(alien).length,
  document.querySelectorAll('footer').length,
]"""
TABLES = ("", "units/", "units/root/", "boards/", "boards/shandong-2017/class-1/", "data/", "policies/")
ALIEN = "article script, article iframe, article img, article object, article embed, article form"


@pytest.fixture(scope="module")
def found() -> Harvest:
    """All 515 strings, tried in every field."""
    return harvest(tuple(corpus("naughty-strings.json")["strings"]))


@pytest.fixture(scope="module")
def built(found: Harvest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """One site with everything that was let in."""
    folder = tmp_path_factory.mktemp("naughty")
    write(found, folder / "records", TITLE)
    outcome = measure_season(open_source(folder / "records"))
    whole_site.build(folder / "records", folder / "site", outcome=outcome)
    return folder / "site", outcome


@pytest.fixture(scope="module")
def address(built: tuple[Path, Outcome]) -> Iterator[str]:
    """Where the site is served."""
    yield from serve(built[0])


def test_every_string_is_taken_or_refused_with_a_finding(found: Harvest) -> None:
    """515 strings in each field: let in whole, or refused with a code of the catalogue."""
    assert len(found.texts) == 515
    tried = len(found.texts) * len(FIELDS)
    assert sum(map(len, found.taken.values())) + len(found.refused) == tried
    assert {code for codes in found.refused.values() for code in codes} <= set(CATALOGUE)
    kept = Counter(name for names in found.taken.values() for name in names)
    assert min(kept[name] for name in ("unit.name", "cadre.name", "log.title")) > 100


def test_what_was_let_in_is_sound_as_a_whole(found: Harvest, built: tuple[Path, Outcome]) -> None:
    """Nothing that passes alone is withheld in the repository of all of them, so all is published."""
    outcome = built[1]
    assert outcome.withheld == ()
    assert outcome.season is not None
    assert len(outcome.season.cadres) == len(found.homes())


def test_every_page_is_whole_and_runs_nothing(found: Harvest, address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Each page once in Chromium: its heading, nothing foreign, no script, dialog, message, request."""
    watched = watch(base=address)
    watched.page.add_init_script(f"({TRAP})()")
    headings = {f"units/u{number}/": found.texts[number] for number in found.holders("unit.name")}
    for home, number in found.homes().items():
        headings[f"{home.replace('/cadres', '')}/"] = found.texts[number]
    for place, text in headings.items():
        page = watched.open(place)
        heading, alien, footers = page.evaluate(LOOK, ALIEN)
        assert (alien, footers) == (0, 1), (place, text)
        assert " ".join(text.split()) in heading, (place, text)
    for place in TABLES:
        page = watched.open(place)
        assert page.evaluate(LOOK, ALIEN)[1:] == [0, 1], place
    assert watched.faults == []


def test_titles_stand_as_text_in_head_and_search(address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The site's hostile title is text in <title>; a hostile name found by search is text too."""
    watched = watch(base=address)
    watched.page.add_init_script(f"({TRAP})()")
    page = watched.open("units/")
    assert page.title().endswith(TITLE)
    box = page.locator(".md-search__input")
    box.click()
    box.fill("script")
    box.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".md-search-result script").count() == 0
    assert watched.faults == []
