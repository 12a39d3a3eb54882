"""``plus100 build``, ``serve`` and ``pages``: the site. MkDocs is loaded only where it is used."""

from __future__ import annotations

import shutil
import socket
import sys
from pathlib import Path

import click

from plus100.cli.board import boards
from plus100.cli.cells import clean
from plus100.cli.options import Options, common, season_of, source_of
from plus100.cli.parameters import Count, Folder
from plus100.cli.standing import heading, remarks
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, UnknownError
from plus100.publish.columns.drawer import drawer_beside
from plus100.publish.entries import read_entries
from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import DOCS, read_shelf
from plus100.publish.pages import survey, write_pages

TOP = 10
"""Rows of each board that are shown after a build."""


@click.command(
    "build",
    cls=Command,
    short_help="生成网站",
    help="生成网站，最后列出每张排行榜的前几名。记录有误时，有误的那几条不计入，网站照常生成。",
    examples=("plus100 build", "plus100 build --out build/site --at main"),
)
@click.option(
    "--out", type=Folder(exists=False), default="site", metavar="目录", help="网站放到哪里，默认 site"
)
@common
def build(options: Options, out: Path) -> int:
    """Build, then show the head of each board and how to open the site."""
    from plus100.publish import site  # noqa: PLC0415  (MkDocs takes long to load)

    hush()
    outcome = season_of(options, source_of(options))
    found = survey(outcome)
    if found is None:
        complain("记录有误，生成不了网站；请先用 plus100 check 查看。")
        return 1
    try:
        site.build(options.records, out, at=options.at, as_of=options.as_of, outcome=outcome)
    except site.SiteError as error:
        for warning in error.warnings:
            complain(clean(warning))
        complain("docs 里的页面有上面的问题，网站没有生成；改好以后再运行一次。")
        return 1
    write(heading(found))
    for text in boards(found, TOP):
        write(text)
    note = remarks(outcome)
    if note:
        write(note)
    write(f"网站已生成在 {out}/。打开：运行 {serving()}，再用浏览器访问 http://127.0.0.1:8000/")
    return 0


@click.command(
    "serve",
    cls=Command,
    short_help="在本机看网站，记录一改就重新生成",
    help="在本机启动网站，用浏览器打开屏幕上的地址即可查看；记录一改就重新生成。按 Ctrl-C 停止。",
    examples=("plus100 serve", "plus100 serve --port 8080"),
)
@click.option("--port", type=Count(), default=8000, metavar="端口", help="端口号，默认 8000")
@common
def serve(options: Options, port: int) -> int:
    """Serve on this machine only, until interrupted."""
    from plus100.publish import site  # noqa: PLC0415  (MkDocs takes long to load)

    hush()
    source_of(options)
    if taken(port):
        raise UnknownError(f"端口 {port} 已经有程序在用；请换一个，例如 plus100 serve --port {port + 1}")
    write(f"正在生成，好了就可以打开 http://127.0.0.1:{port}/ 查看。按 Ctrl-C 停止。")
    site.serve(options.records, at=options.at, as_of=options.as_of, address=f"127.0.0.1:{port}")
    return 0


@click.command(
    "pages",
    cls=Command,
    short_help="把生成的页面和数据写成文件，供其他建站工具使用",
    help="把网站里由记录生成的页面（Markdown）和数据（JSON、CSV）写成文件，供其他建站工具使用。",
    examples=("plus100 pages --out build/pages",),
)
@click.option(
    "--out", type=Folder(exists=False), required=True, metavar="目录", help="写到哪个文件夹，没有就新建"
)
@common
def pages(options: Options, out: Path) -> int:
    """Write every generated page and data file below a folder."""
    if out.resolve().is_relative_to(options.records.resolve()):
        raise UnknownError("--out 不能放在记录文件夹里：写出的文件会被当成记录来检查。")
    source = source_of(options)
    outcome = season_of(options, source)
    told = read_entries(source, outcome.frame) if outcome.frame else {}
    shelf, drawer = read_shelf(DOCS), drawer_beside(options.records, options.at)
    faults = compose(shelf, outcome.frame).findings if outcome.frame else ()
    for found in faults:
        complain(f"{found.where} {found.code} {found.message}{found.fix}")
    count = write_pages(out, outcome, told, shelf, drawer)
    write(f"已写入 {count} 个文件到 {out}/")
    return int(outcome.season is None or bool(faults))


def hush() -> None:
    """Keep the loading of the word list to ourselves. Importing jieba sets its level, so it goes first."""
    import jieba  # noqa: PLC0415  (loads large tables)

    jieba.setLogLevel("WARNING")


def serving() -> str:
    """The command that shows the site, as it can be typed here: ``plus100 serve`` where the shell finds
    it, else by its path, as this one was called.
    """
    called = Path(sys.argv[0])
    if shutil.which("plus100") or not called.is_file():
        return "plus100 serve"
    here = Path.cwd()
    shown = called.relative_to(here) if called.is_relative_to(here) else called
    return f"{shown} serve"


def taken(port: int) -> bool:
    """Whether something on this machine listens there already."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
