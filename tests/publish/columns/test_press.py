"""Columns as a whole: what is withheld, in which order, under which headings, on which feeds."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plus100.publish.columns.drawer import Drawer, drawer_beside
from plus100.publish.columns.press import Columns, compose
from publish.columns.pieces import frame, picture, text
from support import mini

STORY = "title: 故事\nunit: xian\ndate: 2018-09-01\nperson: 小示\nagreed: true\n"
COUNTY = "recommended:\n  - {level: county, unit: xian, by: officer, date: 2018-09-05}\n"
CITY = "  - {level: city, unit: shi, by: committee, date: 2018-09-07}\n"


def front(day: str, *more: str, unit: str = "shi") -> str:
    """A front matter."""
    return "\n".join([f"title: {day}", f"unit: {unit}", f"date: {day}", *more])


FILES: dict[str, bytes] = {
    "docs/columns/notices/a.md": text(
        front=front("2018-10-01", "until: 2018-11-29", "tags: [志愿服务, 团课]")
    ),
    "docs/columns/notices/b.md": text(front=front("2018-10-02", "until: 2018-11-30", unit="xian")),
    "docs/columns/practices/c.md": text(front=front("2017-05-01", "tags: [志愿服务]", unit="xueyuan")),
    "docs/columns/moments/d.md": text(
        front=front("2018-03-01", 'pictures: [{file: IMG_1.PNG, alt: "a\\"><b>", agreed: true}]')
    ),
    "docs/columns/moments/IMG_1.PNG": picture(),
    "docs/columns/boosts/e.md": text(
        "", front("2018-02-01", "kind: book", 'link: "https://example.org/?a=1&b=2"', "purpose: 转给青年")
    ),
    "docs/columns/stories/f.md": text(front=STORY + COUNTY + CITY),
    "docs/columns/stories/g.md": text(front=STORY),
}
SITE = "https://example.org/plus100"


def press(files: dict[str, bytes], **more: str) -> Columns:
    """The columns of some files."""
    return compose(Drawer(files), frame(**more))


def page(columns: Columns, path: str) -> str:
    """A page's body."""
    return {one.path: one.body for one in columns.pages}[f"columns/{path}index.md"]


def under(body: str) -> dict[str, list[str]]:
    """Anchor of a heading → places of the pieces below it."""
    parts = re.split(r'<h2 id="([^"]+)"', body)
    return {
        name: re.findall(r'<li><a href="[./]*columns/([^"]+)/"', part)
        for name, part in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_the_sample_is_sound() -> None:
    """All that is tested below is published."""
    columns = press(FILES)
    assert columns.findings == ()
    assert (len(columns.printed), columns.withheld) == (7, 0)


def test_pieces_are_listed_by_unit_tag_level_and_year() -> None:
    """Every list has every piece that belongs there, newest first, under anchors that do not change."""
    columns = press(FILES)
    assert under(page(columns, "units/")) == {
        "units-shi": ["notices/a", "moments/d", "boosts/e"],
        "units-xian": ["notices/b", "stories/f", "stories/g"],
        "units-xueyuan": ["practices/c"],
    }
    assert under(page(columns, "tags/")) == {
        "tags-团课": ["notices/a"],
        "tags-志愿服务": ["notices/a", "practices/c"],
    }
    assert under(page(columns, "archive/")) == {
        "archive-2018": ["notices/b", "notices/a", "stories/f", "stories/g", "moments/d", "boosts/e"],
        "archive-2017": ["practices/c"],
    }
    assert under(page(columns, ""))["stories"] == ["stories/f", "stories/g"]


def test_a_story_stands_at_the_level_that_it_has_reached() -> None:
    """Recommended up to the city it is the city's; not yet recommended, its unit's."""
    levels = under(page(press(FILES), "levels/"))
    assert "stories/f" in levels["levels-city"]
    assert levels["levels-county"] == ["notices/b", "stories/g"]
    assert levels["levels-school"] == ["practices/c"]
    told = page(press(FILES), "stories/f/")
    assert "县级：共青团示例县委（经办人）" in told
    assert told.index("县级") < told.index("市级：")


def test_a_notice_expires_after_its_last_day() -> None:
    """As of 2018-11-30 the one that held until the 29th is over, the one until the 30th is not."""
    columns = press(FILES)
    assert "已过期" in page(columns, "notices/a/")
    assert "已过期" not in page(columns, "notices/b/")


@settings(deadline=None, max_examples=15)
@given(st.permutations(list(FILES)))
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    """Pages, pictures, feeds are a function of what the files hold."""
    assert press({path: FILES[path] for path in order}, site_url=SITE) == press(FILES, site_url=SITE)


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".md")])
def test_one_fault_withholds_one_piece(path: str) -> None:
    """A fault in a piece leaves all others published, and the front page says that one is missing."""
    faulty = FILES | {path: FILES[path].replace(b"\n---\n\n", b"\n---\n\n<b>x</b>\n\n", 1)}
    columns = press(faulty)
    assert [found.code for found in columns.findings] == ["C704"]
    assert {one.piece.path for one in columns.printed} == {
        name for name in FILES if name.endswith(".md") and name != path
    }
    assert columns.withheld == 1
    assert "有 1 篇投稿还要修改" in page(columns, "")


NUMBER = "138" + "00138000"


@pytest.mark.parametrize(
    ("path", "replaced", "line"),
    [
        ("docs/columns/notices/a.md", ("正文".encode(), f"电话 {NUMBER}".encode()), 9),
        ("docs/columns/stories/g.md", ("小示".encode(), f"小示{NUMBER}".encode()), 5),
    ],
)
def test_the_leak_scan_reads_contributions(path: str, replaced: tuple[bytes, bytes], line: int) -> None:
    """A telephone number in the body or the front matter: found at its line, and on no page."""
    columns = press(FILES | {path: FILES[path].replace(*replaced)})
    assert [(one.code, one.where.line) for one in columns.findings] == [("L501", line)]
    assert not any(NUMBER in one.body for one in columns.pages)


def test_the_leak_scan_reads_names_of_files() -> None:
    """A number in a file's name is found, and the path that is told does not repeat it."""
    columns = press({f"docs/columns/notices/{NUMBER}.md": text()})
    assert [one.code for one in columns.findings] == ["L501"]
    assert NUMBER not in str(columns.findings)
    assert columns.printed == ()


def test_a_piece_that_cannot_be_read_is_the_only_fault() -> None:
    """Its picture is not blamed for belonging to nobody."""
    columns = press(FILES | {"docs/columns/moments/d.md": b"no head\n"})
    assert [one.code for one in columns.findings] == ["C701"]


def test_a_faulty_picture_withholds_its_piece() -> None:
    """A piece whose picture may not be published is not published without it."""
    columns = press(FILES | {"docs/columns/moments/IMG_1.PNG": picture()[:-9]})
    assert [found.code for found in columns.findings] == ["C715"]
    assert columns.pictures == {}
    assert "columns/moments/d/index.md" not in {one.path for one in columns.pages}


def test_pictures_are_made_anew_under_names_of_our_own() -> None:
    """What is published is not the file, nor called like it; its text is escaped."""
    columns = press(FILES)
    assert list(columns.pictures) == ["columns/moments/d/1.png"]
    body = page(columns, "moments/d/")
    assert 'src="../../../columns/moments/d/1.png" alt="a&#34;&gt;&lt;b&gt;" width="30" height="20"' in body
    assert "IMG_1" not in body


def test_feeds_say_when_pieces_appeared_and_nothing_of_now() -> None:
    """Absolute addresses, the pieces' own dates, as new as the newest; one feed a column with pieces."""
    columns = press(FILES, site_url=SITE)
    names = ["", "notices/", "practices/", "moments/", "boosts/", "stories/"]
    assert list(columns.feeds) == [f"columns/{name}feed.xml" for name in names]
    root = ET.fromstring(columns.feeds["columns/feed.xml"])  # noqa: S314 - our own text
    days = [parsedate_to_datetime(one.text or "").date().isoformat() for one in root.iter("pubDate")]
    assert days == [
        "2018-10-02",
        "2018-10-01",
        "2018-09-01",
        "2018-09-01",
        "2018-03-01",
        "2018-02-01",
        "2017-05-01",
    ]
    built = parsedate_to_datetime(root.findtext("channel/lastBuildDate") or "")
    assert built.date().isoformat() == "2018-10-02"
    links = [one.text or "" for one in root.iter("link")]
    assert all(link.startswith(f"{SITE}/columns/") for link in links)
    assert f"{SITE}/columns/notices/a/" in links


def test_titles_are_text_in_feeds() -> None:
    """A hostile title is one text node; its characters come back as they were written."""
    title = "</title><script>alert(1)</script>&amp;]]>"
    columns = press(
        {"docs/columns/notices/a.md": text(front=f"title: '{title}'\nunit: shi\ndate: 2018-10-01")},
        site_url=SITE,
    )
    root = ET.fromstring(columns.feeds["columns/feed.xml"])  # noqa: S314 - our own text
    assert [one.findtext("title") for one in root.iter("item")] == [title]


def test_without_an_address_of_the_site_there_is_no_feed() -> None:
    """A feed with relative addresses would lead nowhere, and an empty one would need a clock."""
    assert press(FILES).feeds == {}
    assert press({}, site_url=SITE).feeds == {}
    assert "feed.xml" not in page(press(FILES), "")
    assert "feed.xml" in page(press(FILES, site_url=SITE), "")


def test_tables_scroll_and_have_heads() -> None:
    """A table of a contribution looks like all others; one that is only written about stays text."""
    body = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n`<table><th>`"
    html = page(press({"docs/columns/notices/a.md": text(body)}), "notices/a/")
    assert html.count('<div class="p-scroll" role="region" aria-label="表格" tabindex="0">') == 1
    assert html.count('<th scope="col">') == 2
    assert "<code>&lt;table&gt;&lt;th&gt;</code>" in html


def test_links_between_pages_lead_somewhere() -> None:
    """Every address on a page of the columns is a page, picture or feed, and every anchor is there."""
    columns = press(FILES, site_url=SITE)
    bodies = {one.path.removesuffix("index.md"): one.body for one in columns.pages}
    units = {f"units/{one}/" for one in frame().units}
    there = {*bodies, *columns.pictures, *columns.feeds, *units}
    for place, body in bodies.items():
        up = "../" * place.count("/")
        for link in re.findall(r'(?:href|src)="([^"]+)"', body):
            if link.startswith(("https://", f"{up}findings/", f"{up}guide/", f"{up}reference/")):
                continue
            target, _, anchor = link.removeprefix(up).partition("#")
            assert (target or place) in there, (place, link)
            assert not anchor or f'id="{anchor}"' in bodies[target or place], (place, link)


def test_a_drawer_is_read_as_it_lies_and_without_links(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The files below ``docs/columns`` beside the records; a link is told, not followed."""
    records = mini.lay_out(tmp_path)
    assert drawer_beside(records) == Drawer()
    mini.lay_out(tmp_path, {"docs/columns/notices/a.md": b"x", "docs/guide/b.md": b"y"})
    (tmp_path / "docs/columns/notices/c.md").symlink_to("/etc/passwd")
    assert drawer_beside(records) == Drawer(
        {"docs/columns/notices/a.md": b"x"}, ("docs/columns/notices/c.md",)
    )
