"""Links of guides that are plain Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plus100.publish.handbook.book import compose
from publish.handbook.the_book import frame, shelf

GUIDE = "guide/cadre/index.md"


@pytest.mark.parametrize(
    "link",
    [
        "[示例](nobody.md)",
        "[示例](../nobody.md#who)",
        "[示例](#who)",
        "![示例](../nobody.svg)",
        "[示例]: nobody.md",
    ],
)
def test_what_leads_nowhere_is_told_once(link: str) -> None:
    """By us, at its line and in Chinese; nothing of it is left about which MkDocs could complain."""
    text = f"# 示例\n\n{link}\n"
    book = compose(replace(shelf(), guides={GUIDE: text.encode()}), frame())
    told = [one for one in book.findings if one.where.path == f"docs/{GUIDE}"]
    assert [(one.code, one.where.line) for one in told] == [("H604", 3)]
    page = next(one for one in book.pages if one.path == GUIDE)
    assert "nobody" not in page.markdown
    assert "#who" not in page.markdown
    assert "../../policies/index.md" in page.markdown
