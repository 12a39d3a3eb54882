"""The pages as Markdown files: what any generator makes of them is what our own site shows."""

from __future__ import annotations

import markdown
import pytest

from plus100.publish import boards, cadres, findings, units
from plus100.publish.page import Page
from plus100.publish.pages import pages, source_pages, survey
from publish.league import league

HOSTILE = [
    "</div></div><script>alert(1)</script>",
    "**粗** [链](javascript:alert(1)) `码`",
    "<!-- 注",
    "&lt;b&gt; &amp;",
    "{{ 7*7 }} {% raw %} [TOC]",
    "a: b # c '\" \\",
    "---",
]


def body(text: str) -> str:
    """What follows the front matter."""
    return text.split("\n---\n", 1)[1]


def kept(page: Page) -> bool:
    """Whether heading and body come through Markdown as they are."""
    html = markdown.markdown(body(page.text), extensions=["attr_list", "tables", "md_in_html"])
    return page.opening in html and page.body.strip().replace("\t", "&#9;") in html


@pytest.mark.parametrize("name", HOSTILE)
def test_markdown_leaves_our_html_alone(name: str) -> None:
    """Python-Markdown gives a page's one HTML block back as it is, whatever names and titles hold."""
    made = league({"a": name, "b": "张示例"}, titles=name)
    found = survey(made.outcome, made.told)
    assert found is not None
    for page in (*boards.pages(found), *units.pages(found), *cadres.pages(found)):
        assert kept(page), page.path


def test_markdown_leaves_the_catalogue_alone() -> None:
    """So with the findings' pages, whose excerpts hold tabs and blank lines."""
    assert [page.path for page in findings.pages() if not kept(page)] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_front_matter_is_one_title(name: str) -> None:
    """The title in the front matter is quoted, on one line, and already HTML text."""
    page = Page(path="x/index.md", title=f"{name}\n---\nx: y", body="<p>…</p>")
    head = page.text.split("\n---\n")[0].splitlines()
    assert head[0] == "---"
    assert len(head) == 2
    assert "<" not in head[1]


def test_every_page_is_written_once() -> None:
    """Paths are unique and below the site: no page overwrites another."""
    made = league()
    found = survey(made.outcome, made.told)
    assert found is not None
    paths = [page.path for page in source_pages(found)]
    assert len(paths) == len(set(paths))
    assert not [path for path in pages(made.outcome) if path.startswith("/") or ".." in path]
