"""Items of a list that are to be ticked off."""

from __future__ import annotations

import pytest
from markdown import markdown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("- ☐ 办了活动", '<ul>\n<li class="p-tick">办了活动</li>\n</ul>'),
        ("- ☐ **办**了", '<ul>\n<li class="p-tick"><strong>办</strong>了</li>\n</ul>'),
        (
            "- ☐ 一\n\n- ☐ 二",
            '<ul>\n<li class="p-tick">\n<p>一</p>\n</li>\n<li class="p-tick">\n<p>二</p>\n</li>\n</ul>',
        ),
        ("- 一\n- ☐ 二", '<ul>\n<li>一</li>\n<li class="p-tick">二</li>\n</ul>'),
        ("- 写作“☐ ”", "<ul>\n<li>写作“☐ ”</li>\n</ul>"),
        ("☐ 一", "<p>☐ 一</p>"),
        ("- `x`", "<ul>\n<li><code>x</code></li>\n</ul>"),
    ],
)
def test_an_item_has_one_mark(source: str, shown: str) -> None:
    """A box at an item's beginning is its mark; one elsewhere is text."""
    assert markdown(source, extensions=["plus100.publish.markdown.ticks"]) == shown
