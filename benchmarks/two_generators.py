"""``python benchmarks/two_generators.py``: the same site built by MkDocs and by Zensical, page by page.

Zensical runs no hooks, so it gets real files: what ``plus100 pages`` writes, and the static files of
``docs``. Its configuration is ``mkdocs.yml`` less what it does not know. Ends with 1 where a page is
missing in one of the two, or where a page's heading or its words differ.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import yaml

from plus100.publish.site import build

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
UNKNOWN = ("hooks", "validation", "watch", "exclude_docs", "strict")
PYTHONS = ("tabs-item.html",)
"""Templates that use methods of Python's strings, which Zensical's templates do not have."""
SHOWN = 20


class Article(HTMLParser):
    """The heading of a page, and the words of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = ""
        self.words: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (its name)
        """Enter the article or the heading."""
        if tag in {"article", "h1", "script", "style"}:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        """Words that are read."""
        if "article" in self._within and self._within[-1] not in {"script", "style"}:
            self.words += data.split()
            self.heading += data if self._within[-1] == "h1" else ""


def configuration() -> str:
    """``mkdocs.yml`` as Zensical takes it, in the layout that the theme is made for."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    loaded = yaml.safe_load(text)
    kept = {name: value for name, value in loaded.items() if name not in UNKNOWN}
    kept["theme"] |= {"custom_dir": "overrides", "variant": "classic"}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)


def with_zensical(folder: Path) -> Path:
    """Build the site of the sample records from real files."""
    docs = folder / "docs"
    command = [str(BIN / "plus100"), "pages", "--records", str(ROOT / "records"), "--out", str(docs)]
    subprocess.run(command, check=True)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets", dirs_exist_ok=True)
    leave = shutil.ignore_patterns(*PYTHONS)
    shutil.copytree(ROOT / "docs" / "overrides", folder / "overrides", ignore=leave)
    (folder / "mkdocs.yml").write_text(configuration(), encoding="utf-8")
    subprocess.run([str(BIN / "zensical"), "build", "--strict"], cwd=folder, check=True)
    return folder / "site"


def read(site: Path) -> dict[str, Article]:
    """Address → what is read on each page."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        article = found[path.relative_to(site).as_posix()] = Article()
        article.feed(path.read_text(encoding="utf-8"))
    return found


def report(ours: dict[str, Article], theirs: dict[str, Article]) -> bool:
    """Say what differs; whether the page lists, headings and words agree."""
    both = sorted(ours.keys() & theirs.keys())
    headings = [place for place in both if ours[place].heading.split() != theirs[place].heading.split()]
    words = [place for place in both if ours[place].words != theirs[place].words]
    lists = {
        "only MkDocs": sorted(ours.keys() - theirs.keys()),
        "only Zensical": sorted(theirs.keys() - ours.keys()),
        "another heading": headings,
        "other words": words,
    }
    print(f"MkDocs {len(ours)} pages, Zensical {len(theirs)}, in both {len(both)}")
    for title, places in lists.items():
        print(f"{title}: {len(places)}")
        for place in places[:SHOWN]:
            print(f"  {place}")
    return not any(lists.values())


def main() -> int:
    """Build both below ``build/``, compare, and say what differs."""
    folder = ROOT / "build" / "zensical"
    shutil.rmtree(folder, ignore_errors=True)
    theirs = read(with_zensical(folder))
    build(ROOT / "records", folder / "mkdocs")
    return int(not report(read(folder / "mkdocs"), theirs))


if __name__ == "__main__":
    sys.exit(main())
