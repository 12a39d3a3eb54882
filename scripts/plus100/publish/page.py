"""One generated page: its address in the site, its title, and its body as escaped HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``path`` is that of a source page (``units/x/index.md``); ``title`` is plain text, hostile until
    escaped. Exactly one of ``body`` (finished HTML) and ``markdown`` holds the content. ``search``
    says whether more than the title is indexed.
    """

    path: str
    title: str
    body: str = ""
    markdown: str = ""
    search: bool = False
    boost: float = 1
    """How far up search puts it."""
    said: tuple[str, ...] = ()
    """What people say who look for it; search knows it, and no page shows it."""
    nav: str = ""
    """Its name in the navigation; "" keeps it out."""

    @property
    def label(self) -> str:
        """What the navigation and the browser's header call it, as HTML text."""
        return str(escape(self.nav)) if self.nav else self.heading

    @property
    def heading(self) -> str:
        """The title as HTML text; stands in titles, headings and the search index."""
        return str(escape(" ".join(self.title.split()) or "（没有名称）"))

    @property
    def text(self) -> str:
        """The page as a Markdown file with one HTML block, for any site generator."""
        rank = f"search:\n  boost: {self.boost}\n" if self.boost != 1 else ""
        said = json.dumps(self.said, ensure_ascii=False)
        rank += f"tags: {said}\nhide: [tags]\n" if self.said else ""
        head = f"---\ntitle: {json.dumps(self.heading, ensure_ascii=False)}\n{rank}---\n\n"
        if self.markdown:
            return head + self.markdown
        indexed = "" if self.search else " data-search-exclude"
        body = self.body.replace("\t", "&#9;")  # Markdown would widen tabs
        return f"{head}<div>\n{self.opening}\n<div{indexed}>\n{body}\n</div>\n</div>\n"

    @property
    def opening(self) -> str:
        """The main heading; all that the search index knows of a page of figures."""
        return f'<h1 id="top">{self.heading}</h1>'


def with_sayings(pages: Iterable[Page], said: Mapping[str, tuple[str, ...]]) -> Iterator[Page]:
    """The pages, each with what people say who look for it; ``said`` by the page's path."""
    for page in pages:
        yield replace(page, said=said[page.path]) if page.path in said else page


def root(path: str) -> str:
    """The way from the published page back to the site's root: ``a/b/index.md`` → ``../../``."""
    return "../" * path.count("/")
