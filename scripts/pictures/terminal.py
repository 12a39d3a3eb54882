"""A command as somebody sees it who types it: run on a terminal of its own, drawn by rich."""

from __future__ import annotations

import html
import os
import pty
import re
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from pictures.stage import staged
from pictures.wanted import Picture

CELL = 12.2  # rich's width of a character
PROGRAM = Path(sys.executable).parent / "plus100"

_TEXT = re.compile(r'(?P<before><text [^>]*)textLength="[^"]*"(?P<after>[^>]*)>(?P<words>[^<]*)</text>')

# rich's own frame without the font that it fetches from another host
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
 font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def shown(picture: Picture) -> Text:
    """What stands on the screen afterwards: the command and the first lines that it prints."""
    with staged(picture) as folder:
        printed = _run(shlex.split(picture.command), folder, picture.columns)
    lines = [f"$ {picture.command}", *printed.replace("\r\n", "\n").rstrip("\n").split("\n")]
    kept = lines[: picture.lines] + (["…"] if lines[picture.lines :] else [])
    return Text.from_ansi("\n".join(kept))


def drawn(picture: Picture, screen: Text) -> str:
    """The picture as SVG. Its ids are made of its name, so that two of them fit on a page."""
    console = Console(record=True, width=picture.columns, file=StringIO(), force_terminal=True)
    console.print(screen, overflow="fold")
    svg: str = console.export_svg(
        title="", theme=DIMMED_MONOKAI, code_format=FRAME, unique_id=f"term-{picture.name}"
    )
    even = _TEXT.sub(_evened, svg)
    return "\n".join(line.rstrip() for line in even.splitlines()) + "\n"


def _evened(match: re.Match[str]) -> str:
    """A run of text at its true width: rich counts characters, and a Chinese one takes two cells."""
    cells = cell_len(html.unescape(match["words"]))
    return f'{match["before"]}textLength="{cells * CELL:g}"{match["after"]}>{match["words"]}</text>'


def _run(words: list[str], folder: Path, columns: int) -> str:
    """What the command prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    child = subprocess.Popen(  # noqa: S603 (our own command, from our own list)
        [PROGRAM, *words[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    parts = []
    try:
        while data := os.read(ours, 65536):
            parts.append(data)
    except OSError:  # the terminal's other end is closed: all has been read
        pass
    os.close(ours)
    child.wait()
    return b"".join(parts).decode()
