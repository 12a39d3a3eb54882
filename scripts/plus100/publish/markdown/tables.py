"""A Markdown extension: tables of hand-written and generated Markdown look and read like all others.

Column heads and the first cell of each row become headers with a ``scope``; every other cell carries
its column's head, so that a phone can lay a row out as a block. Works in every generator that takes
Python-Markdown's extensions.
"""

from __future__ import annotations

from itertools import zip_longest
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS = "p-table"
STACKED = "p-table p-stack"
MANY = 3
"""From so many columns on a phone stacks the cells of a row."""
VERY_MANY = 7
"""From so many columns on a table may be wider than any page."""


def dress(table: Element) -> None:
    """Headers, scopes and labels for one table without a class of its own."""
    heads = list(table.iter("th"))
    for head in heads:
        head.set("scope", "col")
    labels = ["".join(head.itertext()).strip() for head in heads]
    table.set("class", STACKED if len(heads) >= MANY else CLASS)
    body = table.find("tbody")
    for row in body if body is not None else ():
        for place, (cell, label) in enumerate(zip_longest(list(row), labels, fillvalue="")):
            if not isinstance(cell, Element):
                continue
            if not place:
                cell.tag = "th"
                cell.set("scope", "row")
            elif label and (len(cell) or (cell.text or "").strip()):
                cell.set("data-l", label)


def scrolling(table: Element) -> Element:
    """A box in which a table of very many columns scrolls by itself, by keyboard too."""
    table.set("class", f"{STACKED} p-many")
    box = Element("div", {"class": "p-scroll", "role": "region", "aria-label": "表格", "tabindex": "0"})
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box


class Tables(Treeprocessor):
    """Dresses every table; runs after inline Markdown, so that a cell's words are known."""

    def run(self, root: Element) -> None:
        """All tables of a document that have no class."""
        for parent in list(root.iter()):
            for place, table in enumerate(list(parent)):
                if table.tag == "table" and table.get("class") is None:
                    dress(table)
                    if len(table.findall("thead/tr/th")) >= VERY_MANY:
                        parent[place] = scrolling(table)


class TablesExtension(Extension):
    """What ``markdown_extensions`` of the site's configuration names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register after Python-Markdown's own ``inline`` (20), ``attr_list`` (8) and ``toc`` (5)."""
        md.treeprocessors.register(Tables(md), "plus100_tables", 4)


def makeExtension(**options: object) -> TablesExtension:  # noqa: N802 (Python-Markdown's name)
    """The extension, as Python-Markdown asks for it."""
    return TablesExtension(**options)
