"""The site of the sample records: built strictly, every link leads somewhere, nothing private in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
BASE = "http://site.invalid/"
SETTINGS = yaml.safe_load((ROOT / "records" / "settings.yml").read_text(encoding="utf-8"))
SITE, FORGE = SETTINGS["site_url"], SETTINGS["forge"]["url"]
OUTSIDE = "external nofollow noopener noreferrer"


class Links(HTMLParser):
    """Collects what a page points to, and the places in it that can be pointed to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.outside: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ``id``, ``href`` and ``src``."""
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        value = found.get("href") if tag in {"a", "link"} else found.get("src")
        if value:
            self.links.append(value)
        if value and tag == "a" and found.get("rel") == OUTSIDE:
            self.outside.add(value)


@pytest.fixture(scope="module")
def parsed(sample_folder: Path) -> dict[str, Links]:
    """Address → links and anchors of every page."""
    found = {}
    for path in sample_folder.rglob("*.html"):
        place = path.relative_to(sample_folder).as_posix().removesuffix("index.html")
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        found[BASE + place] = links
    return found


def broken(folder: Path, parsed: dict[str, Links]) -> Iterator[str]:
    """Every link that leads nowhere."""
    for page, links in parsed.items():
        if page.endswith("404.html"):
            continue
        for link in links.links:
            parts = urlsplit(urljoin(page, link.replace(SITE, BASE)))
            if parts.scheme == "data" or link.startswith(f"{FORGE}/") or link in links.outside:
                continue
            if parts.netloc != "site.invalid":
                yield f"{page} leaves for {link}"
            target = f"{BASE}{parts.path.lstrip('/')}"
            file = folder / unquote(parts.path.lstrip("/"))
            if target in parsed:
                if parts.fragment and unquote(parts.fragment) not in parsed[target].ids | {"__skip"}:
                    yield f"{page} → {link}: no such anchor"
            elif not file.is_file():
                yield f"{page} → {link}: no such file"


def test_every_link_leads_somewhere(sample_folder: Path, parsed: dict[str, Links]) -> None:
    """No link, image, style or script of the site is broken or stands on another host, but for links to
    the forge and those that contributions name.
    """
    assert sorted(broken(sample_folder, parsed)) == []


def test_ways_out_are_marked_and_few(parsed: dict[str, Links]) -> None:
    """A link to a page of the web, which a stranger wrote, is marked as such and stands in a column."""
    out = {page for page, links in parsed.items() for link in links.outside if not link.startswith(FORGE)}
    assert {page.removeprefix(BASE).split("/")[1] for page in out} == {"boosts"}
    cadres = [page for page, links in parsed.items() if any("/log/" in link for link in links.outside)]
    assert len(cadres) > 50


def test_every_cadre_and_unit_has_a_page_and_data(sample_folder: Path) -> None:
    """Each cadre of the season: a page, a dossier; each unit: a page; the index holds their titles only."""
    season = json.loads((sample_folder / "data" / "score.json").read_text(encoding="utf-8"))
    for cadre in season["cadres"]:
        assert (sample_folder / "units" / cadre["id"] / "index.html").is_file()
        assert (sample_folder / "data" / "cadres" / f"{cadre['id']}.json").is_file()
    for unit in season["units"]:
        assert (sample_folder / "units" / unit["id"] / "index.html").is_file()
    index = json.loads((sample_folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    figures = [one for one in index["docs"] if one["location"].startswith("units/")]
    assert len(figures) == len(season["cadres"]) + len(season["units"]) + 1
    assert {one["text"] for one in figures} == {""}


def test_no_partner_is_on_the_site(sample_folder: Path) -> None:
    """No file of a cadre's page or data names a partner: ids such as p001 stay in the records."""
    for path in sample_folder.rglob("units/*/*/index.html"):
        text = path.read_text(encoding="utf-8")
        assert ">p001<" not in text
        assert "p001" not in text
    for path in (sample_folder / "data" / "cadres").rglob("*.json"):
        assert "p001" not in path.read_text(encoding="utf-8")
