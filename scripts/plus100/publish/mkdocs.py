"""The generated pages as MkDocs sees them: virtual files whose pages skip Markdown.

Of a page of figures MkDocs and its search index get the heading only; the theme's ``main.html`` puts
the body after it. ``config.extra["plus100"]`` carries the options (``records``, ``at``, ``as_of``,
``jobs``) or an ``outcome`` measured before, with the words of its entries as ``told`` and the
contributions as ``drawer``. The answers of the handbook and the columns lie in ``docs`` already; what
MkDocs gets in their place is what ``publish.handbook`` and ``publish.columns`` made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from logging import INFO, WARNING, getLogger
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as DocsPage
from mkdocs.structure.toc import TableOfContents

from plus100.intake.tree import open_source
from plus100.measure.season import Outcome, measure_season
from plus100.publish import datafiles
from plus100.publish.atlas import Atlas
from plus100.publish.columns.drawer import EMPTY, Drawer, drawer_beside, is_contribution
from plus100.publish.columns.press import Columns
from plus100.publish.columns.press import compose as press
from plus100.publish.entries import Told, read_entries
from plus100.publish.foot import foot
from plus100.publish.handbook.book import Handbook, compose
from plus100.publish.handbook.shelf import Shelf, is_text, read_shelf
from plus100.publish.page import Page, with_sayings
from plus100.publish.pages import source_pages, survey

OPTIONS = "plus100"
MADE = "plus100_made"
FOOT = "plus100_foot"
HIDE = ["navigation", "toc"]
LOG = getLogger("mkdocs.plugins.plus100")
"""What is warned of here ends a strict build."""


class FiguresPage(DocsPage):
    """A page that is HTML already."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.made = made
        self.figures = Markup() if made.search else Markup(made.body)  # noqa: S704 (rendered with autoescape)
        self.full_title = Markup(made.heading)  # noqa: S704 (escaped)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs' signature)
        """No front matter to read: the page says itself what it is."""
        self.markdown, self.meta = "", {"hide": HIDE, "search": {"boost": self.made.boost}}
        self.meta |= {"tags": list(self.made.said)} if self.made.said else {}
        self.title = Markup(self.made.label)  # noqa: S704 (escaped)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 (likewise)
        """The heading, and the body too where search should know it."""
        body = self.made.body if self.made.search else ""
        self.content = f"{self.made.opening}\n{body}"
        self.toc = TableOfContents([])
        self.present_anchor_ids = None


def measure(options: Mapping[str, Any]) -> tuple[Outcome, Mapping[str, Mapping[str, Told]]]:
    """The outcome handed over, or a fresh one of the records named."""
    if "outcome" in options:
        return options["outcome"], options.get("told", {})
    source = open_source(Path(options.get("records", "records")), at=options.get("at"))
    as_of = options.get("as_of")
    day = date.fromisoformat(str(as_of)) if as_of else None
    outcome = measure_season(source, as_of=day, jobs=int(options.get("jobs", 1)))
    return outcome, read_entries(source, outcome.frame) if outcome.frame else {}


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Measure, and say in the footer as of when and at which commit."""
    outcome, told = measure(config.extra.get(OPTIONS) or {})
    a = survey(outcome, told)
    if a is None:
        raise SystemExit("记录读不出来，网站没有生成。请先运行 plus100 check。")
    settings = a.frame.settings
    config.site_name = Markup.escape(settings.title)
    config.site_description = Markup.escape(settings.description or settings.title)
    config.site_url = settings.site_url or config.site_url
    config.extra[FOOT] = foot(a)
    book = handbook(a, shelf_of(config))
    columns = contributions(a, drawer_of(config))
    config.extra[MADE] = {
        "atlas": a,
        "withheld": len(outcome.withheld),
        "pages": (*book.pages, *columns.pages),
        "said": book.said,
        "columns": columns,
    }
    return config


def shelf_of(config: MkDocsConfig) -> Shelf:
    """The texts handed over, or those of the folder of documents."""
    handed: Shelf | None = (config.extra.get(OPTIONS) or {}).get("shelf")
    return read_shelf(Path(config.docs_dir)) if handed is None else handed


def handbook(a: Atlas, shelf: Shelf) -> Handbook:
    """The handbook; every fault in it is a warning with its place. Where the records lack an
    edition that it speaks of, pages say so, and what follows from that ends no build.
    """
    book = compose(shelf, a.frame)
    for found in book.findings:
        level = INFO if book.absent else WARNING
        LOG.log(level, "%s %s %s %s", found.where, found.code, found.message, found.fix)
    return book


def drawer_of(config: MkDocsConfig) -> Drawer:
    """The contributions handed over (none with an outcome alone), or those beside the records."""
    options = config.extra.get(OPTIONS) or {}
    if "drawer" in options or "outcome" in options:
        return options.get("drawer", EMPTY)  # type: ignore[no-any-return] # as documented above
    return drawer_beside(Path(options.get("records", "records")), options.get("at"))


def contributions(a: Atlas, drawer: Drawer) -> Columns:
    """The columns. What is wrong with a contribution keeps it out and ends no build: it is a stranger's."""
    columns = press(drawer, a.frame)
    for found in columns.findings:
        LOG.info("%s %s %s %s", found.where, found.code, found.message, found.fix)
    return columns


def generated(config: MkDocsConfig) -> Iterator[File]:
    """A virtual file for every generated page and data file."""
    made = config.extra[MADE]
    a: Atlas = made["atlas"]
    columns: Columns = made["columns"]
    every = chain(source_pages(a, made["withheld"], columns.shelves), made["pages"])
    for page in with_sayings(every, made["said"]):
        level = InclusionLevel.INCLUDED if page.nav else InclusionLevel.NOT_IN_NAV
        content = page.text if page.markdown else ""
        file = File.generated(config, page.path, content=content, inclusion=level)
        if not page.markdown:
            FiguresPage(page, file, config)
        yield file
    for path, text in datafiles.files(a):
        yield File.generated(config, path, content=text)
    for path, text in columns.feeds.items():
        yield File.generated(config, path, content=text)
    for path, picture in columns.pictures.items():
        yield File.generated(config, path, content=picture)


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """The static files and the generated ones, which stand in the place of the texts that they were
    made from.
    """
    for raw in [file for file in files if is_text(file.src_uri) or is_contribution(file.src_uri)]:
        files.remove(raw)
    for file in generated(config):
        files.append(file)
    return files
