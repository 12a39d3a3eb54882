"""``python benchmarks/site.py``: the site of 1,000 cadres against plain MkDocs on as many pages.

Plain means: the pages that ``plus100 pages`` writes, as ordinary Markdown files below ``docs/``, built by
MkDocs with the same theme, without our hook and without measuring anything.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from run import HERE, PYTHON, measure, prepare
from timing import Contender, Run, middle, ratio

LIMIT = 1.3
PLAIN = """\
site_name: plain
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false}
plugins: [search]
validation: {nav: {omitted_files: ignore}}
not_in_nav: "*"
nav: [index.md]
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""


def plain(data: Path) -> None:
    """Write the pages of the site as ordinary files, and a configuration for them."""
    folder = data / "plain"
    if not folder.exists():
        command = [str(PYTHON), "-m", "plus100.cli", "pages", "--records", str(data / "records")]
        subprocess.run([*command, "--out", str(folder / "docs")], check=True)
        (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")


def contenders(data: Path) -> list[Contender]:
    """The two builds."""
    ours = (str(PYTHON), "-m", "plus100.cli", "build", "--records", str(data / "records"))
    theirs = (str(PYTHON), "-m", "mkdocs", "build", "-q", "-f", str(data / "plain" / "mkdocs.yml"))
    return [
        Contender(name="ours", title="our site", commands=((*ours, "--out", str(data / "site")),)),
        Contender(name="plain", title="plain MkDocs", commands=(theirs,)),
    ]


def size(folder: Path) -> tuple[int, float]:
    """Number of pages and megabytes of a built site."""
    pages = sum(1 for _ in folder.rglob("*.html"))
    return pages, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def table(data: Path, runs: dict[str, list[Run]]) -> str:
    """Both builds and the goal as Markdown."""
    lines = ["| what | pages | size | seconds | peak memory |", "|---|---:|---:|---:|---:|"]
    for contender, folder in zip(contenders(data), (data / "site", data / "plain" / "site"), strict=True):
        pages, megabytes = size(folder)
        wall, peak = middle(runs[contender.name], "wall"), middle(runs[contender.name], "peak_mb")
        lines.append(
            f"| {contender.title} | {pages:,} | {megabytes:.0f} MB | {wall:.1f} | {peak:,.0f} MB |"
        )
    found = ratio(runs["ours"], runs["plain"], "wall")
    verdict = "met" if found <= LIMIT else "**missed**"
    return "\n".join([*lines, "", f"Ours ÷ plain: {found:.2f} (goal: at most {LIMIT}, {verdict})."])


def main() -> None:
    """Prepare, build in turns, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cadres", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--data", type=Path, help="keep the records here and use them again")
    options = parser.parse_args()
    data = options.data or Path(tempfile.mkdtemp(prefix="plus100-site-"))
    os.chdir(HERE.parent)
    try:
        prepare(data, options.cadres)
        plain(data)
        runs = measure(contenders(data), options.repeats, sorted(os.sched_getaffinity(0)))
        print(table(data, runs), file=sys.stdout)
    finally:
        if options.data is None:
            shutil.rmtree(data)


if __name__ == "__main__":
    main()
