"""Contributions in a real browser: whatever strangers write, nothing runs, asks or leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from plus100.ledger.assemble import read_frame
from plus100.publish import site as whole_site
from plus100.publish.columns.body import render
from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.press import Columns, compose
from plus100.publish.drafts.offers import for_cadre
from plus100.publish.handbook.shelf import DOCS
from plus100.publish.render import template
from support import mini
from support.browsing import contrast_faults, serve
from support.corpora import corpus

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.corpora]

ATTACKS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "columns" / "attacks.yml").read_text(encoding="utf-8")
)["bodies"]
FORGE = "https://git.example.org/shili/plus100"
TRAP = """() => {
  window.alert = window.prompt = window.confirm = () => console.error('trapped');
}"""
LOOK = """alien => [
  document.querySelector('h1').textContent,
  document.querySelectorAll(alien).length,
  document.querySelectorAll('footer').length,
  [...document.querySelectorAll('.p-text *')]
    .filter(e => [...e.attributes].some(a => /^on|style|srcdoc/.test(a.name))).length,
]"""
SMALL = """() => [...document.querySelectorAll('article *')]
  .filter(e => e.checkVisibility())
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 15.9)
  .map(e => e.outerHTML.slice(0, 80))"""
TAGS = ("script", "iframe", "img", "object", "embed", "form", "input", "style", "svg", "base")
ALIEN = ", ".join(f"article {tag}" for tag in (*TAGS, "link", "meta", "video", "[onclick]"))
LISTS = ("", "notices/", "stories/", "units/", "tags/", "levels/", "archive/", "moments/", "boosts/")


def piece(front: dict[str, Any], body: str) -> bytes:
    """A contribution; JSON is YAML, a field a line."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "", body, ""]).encode("utf-8", "surrogatepass")


PLAIN = {"title": "示例", "unit": "xian", "date": "2018-10-01"}
TOLD = PLAIN | {"person": "小示", "agreed": True}
TOGETHER = 20


def contributions() -> Iterator[tuple[str, bytes]]:
    """Each of the 515 strings as title and summary, as a person's name, as tag, as link and as body; each
    attack.
    """
    for number, text in enumerate(corpus("naughty-strings.json")["strings"]):
        folder = "docs/columns/stories"
        yield f"{folder}/t{number}.md", piece(TOLD | {"title": text, "summary": text}, "正文。")
        yield f"{folder}/p{number}.md", piece(TOLD | {"person": text}, "正文。")
        yield f"{folder}/g{number}.md", piece(TOLD | {"tags": [text]}, "正文。")
        link = {"kind": "site", "link": text, "purpose": "示例"}
        yield f"docs/columns/boosts/l{number}.md", piece(PLAIN | link, "")
        yield f"docs/columns/notices/b{number}.md", piece(PLAIN, text)
    for number, one in enumerate(ATTACKS):
        yield f"docs/columns/practices/a{number}.md", piece(PLAIN | {"title": f"示例{number}"}, one["body"])


@pytest.fixture(scope="module")
def columns() -> Columns:
    """What of the contributions is published, and what is wrong with the others."""
    frame, _ = read_frame(mini.source())
    assert frame is not None
    return compose(Drawer(dict(contributions())), frame)


def published(columns: Columns) -> Iterator[tuple[str, bytes]]:
    """What gets a page in the browser: all that was let in, bodies many together."""
    every = dict(contributions())
    bodies = []
    for one in columns.printed:
        if one.piece.column.folder == "notices":
            bodies.append(one.piece.body.strip("\n"))
        else:
            yield one.piece.path, every[one.piece.path]
    for number in range(0, len(bodies), TOGETHER):
        text = "\n\n文字\n\n".join(bodies[number : number + TOGETHER])
        yield f"docs/columns/notices/b{number}.md", piece(PLAIN, text)


@pytest.fixture(scope="module")
def folder(columns: Columns, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature repository at a forge, with what was let in, and its site."""
    place = tmp_path_factory.mktemp("columns")
    records = mini.lay_out(place)
    with (records / "settings.yml").open("a", encoding="utf-8") as file:
        file.write(f"site_url: https://example.org/\nforge: {{kind: github, url: {FORGE}}}\n")
    mini.lay_out(place, dict(published(columns)))
    whole_site.build(records, place / "site")
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served."""
    yield from serve(folder / "site")


def test_every_string_is_published_or_refused(columns: Columns) -> None:
    """515 strings in five places: each piece has a page, or a finding that names it."""
    wanted = {path for path, _ in contributions()}
    assert len(wanted) == 515 * 5 + len(ATTACKS)
    printed = {one.piece.path for one in columns.printed}
    assert printed | {found.where.path for found in columns.findings} == wanted
    assert not printed & {found.where.path for found in columns.findings}
    for letter, least in (("t", 250), ("p", 100), ("g", 20), ("b", 300)):
        assert sum(f"/{letter}" in path for path in printed) > least, letter


def pages(columns: Columns, folder: Path) -> Iterator[tuple[str, str]]:
    """Address and title of the pages to open: every body and attack that was let in, every title with a
    sign that means something in HTML or Markdown, and every tenth of the others.
    """
    for place, title in {one.piece.home: one.piece.front.title for one in columns.printed}.items():
        number = re.search(r"/([ta])(\d+)/index\.md$", place)
        if number and (number[1] == "a" or re.search(r"[<>&\"'{\[\\`]", title) or int(number[2]) % 10 == 0):
            yield place.removesuffix("index.md"), title
    for text in sorted((folder / "docs/columns/notices").glob("*.md")):
        yield f"columns/notices/{text.stem}/", "示例"


def test_every_page_is_whole_and_runs_nothing(  # type: ignore[no-untyped-def]
    columns: Columns,
    folder: Path,
    address: str,
    watch,  # noqa: ANN001
) -> None:
    """Each page once in Chromium: its heading, nothing foreign, no script, dialog, message, request."""
    watched = watch(base=address)
    watched.page.add_init_script(f"({TRAP})()")
    found = list(pages(columns, folder))
    assert len(found) > 100
    for place, text in found:
        page = watched.open(place)
        heading, alien, footers, odd = page.evaluate(LOOK, ALIEN)
        title = " ".join(text.split())
        assert (alien, footers, odd) == (0, 1, 0), place
        assert title in heading, place
        assert page.title().startswith(title), place
    assert watched.faults == []


def test_every_list_is_whole_and_runs_nothing(columns: Columns, address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Lists show every title, summary, unit and tag as text; so do the archive and the front page."""
    watched = watch(base=address)
    watched.page.add_init_script(f"({TRAP})()")
    for place in LISTS:
        page = watched.open(f"columns/{place}")
        assert page.evaluate(LOOK, ALIEN)[1:] == [0, 1, 0], place
    shown = set(watched.open("columns/archive/").locator(".p-pieces li > a").all_text_contents())
    titles = {" ".join(one.piece.front.title.split()) for one in columns.printed}
    assert {" ".join(title.split()) for title in shown} == titles
    assert watched.faults == []


def test_search_shows_titles_as_text(address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A hostile title in the index is text in the result."""
    watched = watch(base=address)
    watched.page.add_init_script(f"({TRAP})()")
    page = watched.open("columns/")
    box = page.locator(".md-search__input")
    box.click()
    box.fill("script")
    box.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".md-search-result script, .md-search-result img").count() == 0
    assert watched.faults == []


def test_the_second_wall_holds_without_any_other(tmp_path: Path, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """All attacks and all strings rendered in spite of their findings, on a page without a policy of its
    own: nothing runs, nothing is fetched, every link is to the web.
    """
    bodies = [one["body"] for one in ATTACKS] + corpus("naughty-strings.json")["strings"]
    parts = "\n".join(f"<article>{render(body).html}</article>" for body in bodies)
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>{parts}',
        encoding="utf-8",
        errors="replace",
    )
    server = serve(tmp_path)
    base = next(server)
    watched = watch(base=base)
    watched.page.add_init_script(f"({TRAP})()")
    page = watched.open("")
    assert page.locator("article").count() == len(bodies)
    assert page.locator(ALIEN).count() == 0
    for link in page.locator("article a").evaluate_all("all => all.map(e => e.href)"):
        assert link.startswith(("http://", "https://")), link
        assert not link.startswith(base), link
    for one in page.locator("article a").all()[:3]:
        expect(one).to_have_attribute("rel", re.compile("noopener"))
    assert watched.faults == []
    next(server, None)


def test_the_script_fills_in_day_and_id(address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """On a cadre's page each link names a file of today with a random part, and the same id in its text;
    all else is as it was built.
    """
    watched = watch(base=address)
    page: Page = watched.open("units/xian/qian-si/")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    links = page.locator("a[data-draft]")
    expect(links).to_have_count(3)
    for link in links.evaluate_all("all => all.map(e => e.href)"):
        fields = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
        name = re.search(r"/(\d{8}-[a-z0-9]{4})\.(?:yml|md)$", fields["filename"])
        assert name, link
        assert name[1].startswith(today.replace("-", ""))
        assert f"{unquote(urlsplit(link).path)}" == "/shili/plus100/new/main"
        blank = (
            fields["value"].count("id:  #")
            + fields["value"].count("\ndate:  #")
            + fields["value"].count("  date:  #")
        )
        assert blank == 0
        assert ("id: " + name[1] in fields["value"]) == fields["filename"].endswith(".yml")
    assert len(set(links.evaluate_all("all => all.map(e => e.href)"))) == 3
    assert watched.faults == []


def test_without_the_script_blanks_stay_blank(address: str, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """With JavaScript off the links work, with the blanks that only the writer can fill, the name among
    them: two drafts would otherwise be one file.
    """
    page: Page = watch(base=address, java_script_enabled=False).open("units/xian/qian-si/")
    link = page.get_by_role("link", name="记一次活动").get_attribute("href") or ""
    fields = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    assert fields["filename"] == "records/units/xian/cadres/qian-si/log/"
    assert "  id:  #" in fields["value"]


def test_where_a_forge_takes_no_text_it_can_be_copied(tmp_path: Path, watch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """At GitLab the name goes into the address and the text onto the clipboard, both with the same id."""
    text = mini.files()["records/settings.yml"].decode() + f"forge: {{kind: gitlab, url: {FORGE}}}\n"
    frame, _ = read_frame(mini.source({"records/settings.yml": text}))
    assert frame is not None
    html = template("drafts")(offers=for_cadre(frame, "xian/qian-si"), root="")
    script = (DOCS / "assets" / "drafts.js").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>'
        f"<article>{html}</article><script>{script}</script>",
        encoding="utf-8",
    )
    server = serve(tmp_path)
    watched = watch(base=next(server), permissions=["clipboard-read", "clipboard-write"])
    page = watched.open("")
    box = page.locator("details[data-draft]").first
    box.locator("summary").click()
    box.get_by_role("button", name="复制").click()
    expect(box.get_by_role("button")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    name = re.search(r"^  id: (\d{8}-[a-z0-9]{4})  #", copied, re.MULTILINE)
    assert name
    path = f"records/units/xian/cadres/qian-si/log/{name[1]}.yml"
    expect(box.locator("p code")).to_have_text(path)
    link = urlsplit(box.locator("a").get_attribute("href") or "")
    assert (link.path, parse_qs(link.query)) == ("/shili/plus100/-/new/main", {"file_name": [path]})
    assert watched.faults == []
    next(server, None)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_columns_on_a_phone(sample: str, watch, scheme: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Every kind of page: nothing sideways, enough contrast, letters of 16px, pictures within the page."""
    watched = watch(width=360, base=sample, color_scheme=scheme)
    for place in (
        "",
        "stories/",
        "tags/",
        "moments/20181104-w8k3/",
        "boosts/20181010-c2v7/",
        "notices/20180912-m4x8/",
    ):
        page = watched.open(f"columns/{place}")
        expect(page.locator("h1")).to_have_count(1)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, place
        assert contrast_faults(page) == [], place
        small = page.evaluate(SMALL)
        assert small == [], place
        for picture in page.locator("article img").all():
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("complete", value=True)
            assert (picture.bounding_box() or {"width": 0})["width"] > 200
    assert watched.faults == []
