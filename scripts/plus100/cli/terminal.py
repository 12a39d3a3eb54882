"""The only place that writes. Colours on terminals only (and never with ``NO_COLOR``), UTF-8
whatever the locale, a closed pipe is no fault, progress goes to a terminal's standard error.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.text import Text

NARROW, WIDE = 40, 120

_REASONS = {errno.ENOSPC: "磁盘已满", errno.EBADF: "标准输出已关闭", errno.EIO: "读写出错"}

Step = Callable[[int, int], None]
"""Told now and then how much of how much is done."""


class OutputError(Exception):
    """The result cannot be written; the message says why, in Chinese."""


def use_utf8() -> None:
    """Make the standard streams UTF-8; what cannot be encoded (a broken file name) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def columns() -> int:
    """Width to lay out for: the terminal's, within reason; 80 where there is none."""
    return max(NARROW, min(WIDE, shutil.get_terminal_size((80, 24)).columns))


def write(text: str | Text, *, end: str = "\n", stream: TextIO | None = None) -> None:
    """Write a line or a block. Once the reader has gone, the rest is discarded, so
    that the command still ends with the exit code it would have had. ``OutputError`` where it cannot
    be written for another reason (a full disk, a closed stream).
    """
    stream = stream or sys.stdout
    if stream is None:  # closed before we were started
        raise OutputError("标准输出已关闭")
    plain = text if isinstance(text, str) else rendered(text, stream)
    try:
        stream.write(plain + end)
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(_REASONS.get(error.errno or 0) or error.strerror) from error


def complain(text: str | Text) -> None:
    """Write to standard error; where that cannot be written to, there is nobody left to tell."""
    if sys.stderr is not None:
        with suppress(OutputError):
            write(text, stream=sys.stderr)


def rendered(text: Text, stream: TextIO) -> str:
    """The text with colours where the stream is a terminal, plain elsewhere; never wrapped."""
    if not stream.isatty():
        return text.plain
    from rich.console import Console  # noqa: PLC0415 - on terminals only

    console = Console(file=io.StringIO(), force_terminal=True, highlight=False, emoji=False)
    with console.capture() as capture:
        console.print(text, soft_wrap=True, end="")
    return capture.get()


@contextmanager
def progress(label: str) -> Iterator[Step | None]:
    """A progress bar on standard error for the length of the block; ``None`` where standard error
    is not a terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - on terminals only
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True, highlight=False, emoji=False)
    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*parts, console=console, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield step
