"""The columns reach the site by either way of building it, and from any revision."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import markdown
import pytest
from git import Actor, Repo

from plus100.publish.columns.drawer import Drawer, drawer_beside
from plus100.publish.mkdocs import contributions
from plus100.publish.pages import pages, survey, write_pages
from publish.columns.pieces import text
from publish.columns.test_press import FILES, press
from publish.league import league
from support import mini

EAST = {
    path: data.replace(b"unit: shi\n", b"unit: east\n")
    for path, data in FILES.items()
    if b"unit: shi" in data
}
PICTURE = "docs/columns/moments/IMG_1.PNG"


def test_files_are_written_with_their_pictures(tmp_path: Path) -> None:
    """``plus100 pages`` writes pages, and pictures byte by byte; what is at fault is not there."""
    made = league()
    files = EAST | {PICTURE: FILES[PICTURE], "docs/columns/notices/x.md": text("<b>x</b>")}
    write_pages(tmp_path, made.outcome, made.told, drawer=Drawer(files))
    written = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "columns").rglob("*.*")}
    assert {"columns/notices/a/index.md", "columns/moments/d/1.png", "columns/index.md"} <= written
    assert "columns/notices/x/index.md" not in written
    picture = (tmp_path / "columns/moments/d/1.png").read_bytes()
    assert picture == press(FILES).pictures["columns/moments/d/1.png"]


def test_a_unit_and_its_pieces_lead_to_each_other() -> None:
    """A unit's page lists its five newest pieces, with a way to all of them; a piece's page leads to its
    unit. A unit without any says nothing of it.
    """
    made = league()
    notices = {
        f"docs/columns/notices/n{n}.md": text(front=f"title: 示例{n}\nunit: east\ndate: 2018-10-0{n}")
        for n in range(1, 8)
    }
    written = {path: str(body) for path, body in pages(made.outcome, drawer=Drawer(notices)).items()}
    east = written["units/east/index.md"]
    assert re.findall(r'columns/notices/(n\d)/"', east) == ["n7", "n6", "n5", "n4", "n3"]
    assert '<a href="../../columns/units/#units-east">还有 2 篇</a>' in east
    assert 'id="units-east"' in written["columns/units/index.md"]
    assert '<a href="../../../units/east/">' in written["columns/notices/n1/index.md"]
    assert "columns/" not in written["units/silent/index.md"]


def test_a_fault_is_told_and_ends_no_build(caplog: pytest.LogCaptureFixture) -> None:
    """A stranger's fault is no warning, since a strict build would end with it."""
    found = survey(league().outcome)
    assert found is not None
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        columns = contributions(found, Drawer({"docs/columns/notices/a.md": b"no head\n"}))
    assert columns.withheld == 1
    assert [record.levelno for record in caplog.records] == [logging.INFO]
    assert caplog.messages[0].startswith("docs/columns/notices/a.md:1:1 C701 ")


def test_markdown_leaves_our_html_alone() -> None:
    """As files for another generator the pages come through Python-Markdown as they are, even with the
    extensions that mean something in the signs that contributors may write as code.
    """
    signs = "`{: onclick=alert(1) }` `{{ x }}`\n\n    [TOC]\n\n```\n<script>\n\n!!! note\n```\n\n"
    signs += "| 甲 |\n|---|\n| 一 |"
    columns = press(FILES | {"docs/columns/notices/z.md": text(signs)})
    assert columns.findings == ()
    for page in columns.pages:
        body = page.text.split("\n---\n", 1)[1]
        html = markdown.markdown(
            body, extensions=["attr_list", "tables", "md_in_html", "admonition", "toc"]
        )
        assert page.opening in html
        assert page.body.strip().replace("\t", "&#9;") in html, page.path


def test_contributions_are_read_at_any_revision(tmp_path: Path) -> None:
    """The committed files, pictures whole, whatever lies in the folder now."""
    records = mini.lay_out(tmp_path)
    mini.lay_out(tmp_path, FILES)
    repo = Repo.init(tmp_path)
    repo.git.add(all=True)
    someone = Actor("x", "x@example.invalid")
    repo.index.commit("x", author=someone, committer=someone)
    (tmp_path / "docs/columns/notices/a.md").write_bytes(b"changed")
    (tmp_path / "docs/columns/notices/new.md").write_bytes(b"new")
    assert drawer_beside(records, "HEAD").files == dict(sorted(FILES.items()))
    assert drawer_beside(records).files["docs/columns/notices/a.md"] == b"changed"
    repo.close()
