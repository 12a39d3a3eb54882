"""Lines broken within Chinese text."""

from __future__ import annotations

import pytest
from markdown import markdown

EXTENSIONS = ["tables", "attr_list", "pymdownx.superfences", "plus100.publish.markdown.lines"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("每月看一次，\n有变化就改。", "<p>每月看一次，有变化就改。</p>"),
        ("联系**青年**\n的人", "<p>联系<strong>青年</strong>的人</p>"),
        ("见\n[问答](q.md)\n一篇", '<p>见<a href="q.md">问答</a>一篇</p>'),
        ("写“一”\n（二）", "<p>写“一”（二）</p>"),
        ("用 Git\n提交", "<p>用 Git\n提交</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("一行  \n又一行", "<p>一行<br />\n又一行</p>"),
    ],
)
def test_line_break(source: str, shown: str) -> None:
    """A break between wide characters goes; one beside Latin text stays, and one that was asked for."""
    assert markdown(source, extensions=EXTENSIONS) == shown


def test_code_keeps_its_lines() -> None:
    """In code a line is a line."""
    shown = markdown("```\n一\n二\n```", extensions=EXTENSIONS)
    assert "一\n" in shown
    assert "一二" not in shown
