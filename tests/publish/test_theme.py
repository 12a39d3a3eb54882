"""Mending what the theme writes against the standard."""

from __future__ import annotations

import pytest

from plus100.publish.theme import mend

TOC = '<label class="md-nav__title" for="__toc">目录</label>'


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<label tabindex="">', "<label>"),
        ("a<br />b<hr />", "a<br>b<hr>"),
        (TOC, '<label class="md-nav__title">目录</label>'),
        (f'<input type="checkbox" id="__toc">{TOC}', f'<input type="checkbox" id="__toc">{TOC}'),
        (
            '<div class="md-search" data-md-component="search" role="dialog">',
            '<div class="md-search" data-md-component="search" role="dialog" aria-label="搜索">',
        ),
        ('<input class="md-search__input" autocomplete="off">',) * 2,
        ("<p>1 < 2 &lt;br /&gt;</p>",) * 2,
    ],
)
def test_a_fault_is_mended_and_nothing_else(written: str, mended: str) -> None:
    """What is no fault stays; mending twice changes nothing more."""
    assert mend(written) == mended
    assert mend(mended) == mended
