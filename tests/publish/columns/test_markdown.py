"""The Markdown of contributions: CommonMark, and bold where Chinese has no spaces."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plus100.publish.columns.body import render
from plus100.publish.columns.markdown import web_address

LONG = f"https://a.b/{'x' * 489}"
ODD = ["https://a b.c", "https://[::1]/", "https://a..b", "https://.a", "https://a.b:", "https://a.b\n"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**“好”**的", "<strong>“好”</strong>的"),
        ("他说**“好”**了", "他说<strong>“好”</strong>了"),
        ("**重点：**请看", "<strong>重点：</strong>请看"),
        ("很**重要**的", "很<strong>重要</strong>的"),
        ("*（注）*见", "<em>（注）</em>见"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a_b_c", "a_b_c"),
        ("** 空 **", "** 空 **"),
        ("一 < 二 & 三", "一 &lt; 二 &amp; 三"),
    ],
)
def test_bold_beside_chinese(text: str, html: str) -> None:
    """Marks of emphasis work beside Chinese punctuation; what is no emphasis elsewhere is none here."""
    assert render(text).html == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[见](javascript:1)", "[见](javascript:1)"),
        ("字<b>粗</b>", "字&lt;b&gt;粗&lt;/b&gt;"),
        ("![图](javascript:1)", "![图](javascript:1)"),
    ],
)
def test_the_first_wall_leaves_what_it_refuses_as_text(text: str, html: str) -> None:
    """HTML and links that are none stay readable as they were written; nothing is silently dropped."""
    assert render(text).html == f"<p>{html}</p>\n"


def test_a_line_broken_within_chinese_goes_on_without_a_space() -> None:
    """Between Chinese nothing, beside other letters and marks the line's end as it was."""
    assert render("走访\n三户，\n记下 a\nb 和\nc\n**三**\n户").html == (
        "<p>走访三户，记下 a\nb 和\nc\n<strong>三</strong>\n户</p>\n"
    )


@given(st.lists(st.integers(1, 6), max_size=8))
def test_headings_never_skip_a_level(levels: list[int]) -> None:
    """Below the page's own heading, whatever people begin with: h2 first, none deeper by more than one."""
    html = render("\n\n".join(f"{'#' * level} 标题" for level in levels)).html
    found = [int(level) for level in re.findall(r"<h(\d)>", html)]
    assert len(found) == len(levels)
    for before, after in zip([1, *found], found, strict=False):
        assert 2 <= after <= before + 1


@pytest.mark.parametrize(
    ("body", "opening"),
    [
        ("# 标题\n\n第一段**很**好，\n见[这里](https://example.org)。\n\n第二段", "第一段很好，见这里。"),
        ("- 只有列表", "只有列表"),
        ("# 只有标题", ""),
        ("长" * 200, "长" * 99 + "…"),
    ],
)
def test_the_opening_is_plain_text(body: str, opening: str) -> None:
    """A summary is the first paragraph's words without marks, at most 100 characters."""
    assert render(body).opening == opening


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "http://例子.中国/路?a=1#b",
        "https://example.org:8443/a_(b)",
        "https://a-b.c/%E4",
    ],
)
def test_web_addresses(link: str) -> None:
    """What leads to a page of the web."""
    assert web_address(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://",
        "https://@a.b",
        "https://a:b@c.d",
        "ftp://a.b",
        "HTTPS:/a.b",
        "https:\\\\a.b",
        *ODD,
        LONG,
    ],
)
def test_everything_else(link: str) -> None:
    """No name and password, no address without a host, nothing longer than 500 characters."""
    assert not web_address(link)


def test_an_address_has_500_characters_at_most() -> None:
    """One less than the longest that is refused above is taken."""
    assert len(LONG) == 501
    assert web_address(LONG[:-1])
