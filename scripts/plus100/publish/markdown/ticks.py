"""A Markdown extension: an item of a list that begins with ☐ has the box for its mark, no bullet beside it.

The sign stays in the text for those who read the file; on the page and on paper the style sheet draws it
as the list's mark.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

BOX = "☐ "
CLASS = "p-tick"


class Ticks(Treeprocessor):
    """Works on the items of all lists, those of loose lists too, whose words stand in paragraphs."""

    def run(self, root: Element) -> None:
        """Give items with a box a class, and take the box from their text."""
        for item in root.iter("li"):
            words = item if (item.text or "").strip() else next(iter(item), item)
            text = (words.text or "").lstrip()
            if text.startswith(BOX):
                words.text = text.removeprefix(BOX)
                item.set("class", CLASS)


class TicksExtension(Extension):
    """What ``markdown_extensions`` of the site's configuration names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register before Python-Markdown's own ``inline`` (20), while an item's words are its text."""
        md.treeprocessors.register(Ticks(md), "plus100_ticks", 25)


def makeExtension(**options: object) -> TicksExtension:  # noqa: N802 (Python-Markdown's name)
    """The extension, as Python-Markdown asks for it."""
    return TicksExtension(**options)
