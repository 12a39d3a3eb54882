"""From any page to what people come for, by following links; and what every page says of itself."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from support.kinds import places

pytestmark = pytest.mark.site

BASE = "http://site.invalid/"
GOALS = {"my unit's table": "units/fengling/", "an answer": "qa/lianxi/q41/", "how to submit": "guide/"}


class Read(HTMLParser):
    """Links, language, title, description and footer of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.language = self.title = self.description = self.footer = ""
        self.active = 0
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        found = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in found:
            self.links.add(found["href"])
        if tag == "html":
            self.language = found.get("lang", "")
        if tag == "meta" and found.get("name") == "description":
            self.description = found["content"]
        self.active += "md-tabs__item--active" in found.get("class", "")
        if tag in {"title", "footer"}:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or the footer."""
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Text of the title or the footer."""
        if self._inside and self._inside[-1] == "title":
            self.title += data
        elif "footer" in self._inside:
            self.footer += data


@pytest.fixture(scope="module")
def read(sample_folder: Path) -> dict[str, Read]:
    """Address → what a page says."""
    found = {}
    for place, path in places(sample_folder):
        found[place] = Read()
        found[place].feed(path.read_text(encoding="utf-8"))
    return found


def leads(read: dict[str, Read], place: str) -> set[str]:
    """The pages to which a page links."""
    targets = {urlsplit(urljoin(BASE + place, link)) for link in read[place].links}
    return {one.path.lstrip("/") for one in targets if one.netloc == "site.invalid"} & read.keys()


@pytest.mark.parametrize("goal", GOALS)
def test_two_clicks_lead_there_from_every_page(read: dict[str, Read], goal: str) -> None:
    """My unit's table, the answer to a question, how to submit."""
    for place in read:
        once = leads(read, place)
        twice = {further for one in once for further in leads(read, one)}
        assert GOALS[goal] in once | twice | {place}, place


def test_a_shortened_address_has_a_page(sample_folder: Path) -> None:
    """Every folder that holds pages, however deep, has one of its own: nobody who cuts an address is told
    that there is nothing.
    """
    folders = {
        above
        for _, path in places(sample_folder)
        for above in path.parent.relative_to(sample_folder).parents
    }
    assert [str(one) for one in sorted(folders) if not (sample_folder / one / "index.html").is_file()] == []


def test_every_page_says_what_it_is(read: dict[str, Read]) -> None:
    """Language, a title of its own, and in the footer: as of when, which commit, which rules, how to
    report an error.
    """
    for place, page in read.items():
        assert page.language == "zh-Hans", place
        assert page.description, place
        for word in ("截至 2018-11-30", "提交", "规则：", "发现错误"):
            assert word in page.footer, (place, word)
    titles = [page.title for page in read.values()]
    assert len(set(titles)) == len(titles)


def test_the_way_above_shows_where_one_is(read: dict[str, Read]) -> None:
    """One of the columns above is marked on every page, also on those that no list of pages holds."""
    assert [place for place, page in read.items() if page.active != 1] == ["404.html"]


def test_a_wrong_address_helps(read: dict[str, Read]) -> None:
    """The page of wrong addresses says so and leads on."""
    page = read["404.html"]
    assert page.title.startswith("没有这一页")
    assert {"units/", "boards/", "qa/", "guide/", ""} <= leads(read, "404.html")
