"""Tables of Markdown, dressed like all others of the site."""

from __future__ import annotations

import markdown

EXTENSIONS = ["tables", "attr_list", "plus100.publish.markdown.tables"]
WIDE = "| 字段 | 含义 | 必填 |\n|---|---|---|\n| `id` | **编号** | |\n| b | [链](#x) | 是 |\n"


def made(text: str) -> str:
    """The text as HTML, on one line."""
    return markdown.markdown(text, extensions=EXTENSIONS).replace("\n", "")


def test_heads_have_a_scope_and_cells_their_column() -> None:
    """Columns and rows have headers; every filled cell says which column it belongs to."""
    html = made(WIDE)
    assert html.startswith('<table class="p-table p-stack">')
    assert html.count('<th scope="col">') == 3
    assert '<th scope="row"><code>id</code></th>' in html
    assert '<td data-l="含义"><strong>编号</strong></td><td></td>' in html
    assert '<td data-l="含义"><a href="#x">链</a></td><td data-l="必填">是</td>' in html


def test_a_table_of_two_columns_stays_a_table() -> None:
    """It fits a phone."""
    assert made("| 名称 | 说明 |\n|---|---|\n| a | b |\n").startswith('<table class="p-table"><thead>')


def test_hostile_heads_are_text() -> None:
    """A head's words are escaped where they become an attribute."""
    html = made("| a | &#34;&gt;&#60;script&#62; | c |\n|---|---|---|\n| 1 | 2 | 3 |\n")
    assert "<script" not in html
    assert 'data-l=""' not in html


def test_a_very_wide_table_scrolls_by_itself() -> None:
    """The page around it stays as wide as the screen, and what follows stays where it was."""
    columns = 9
    text = f"|{' a |' * columns}\n|{'---|' * columns}\n|{' 1 |' * columns}\n\n后文\n"
    html = made(text)
    assert html.startswith('<div aria-label="表格" class="p-scroll" role="region" tabindex="0"><table')
    assert html.endswith("</table></div><p>后文</p>")
