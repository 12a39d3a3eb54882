"""What every command accepts (``--records``, ``--as-of``, ``--at``, ``--jobs``), and the season or frame
that those ask for.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from plus100.cli.cells import clean
from plus100.cli.parameters import Choice, Count, Day, Folder
from plus100.cli.terminal import progress
from plus100.cli.words import UnknownError
from plus100.core.findings import Finding
from plus100.intake.source import Source, SourceError
from plus100.intake.tree import open_source
from plus100.ledger.world import Frame

if TYPE_CHECKING:
    from plus100.measure.season import Outcome

SMALL = 2_000
"""Files below which starting worker processes costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the records are, at which revision, as of when, and on how many processes."""

    records: Path
    as_of: date | None = None
    at: str | None = None
    jobs: int | None = None

    def shown(self, path: str) -> str:
        """A record's path as one would open it from here: findings name it from the folder that
        holds the records folder.
        """
        parent = PurePosixPath(self.records.parent.as_posix())
        return clean(str(parent / path))


def common(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the common options; it receives them as its first argument."""

    @functools.wraps(command)
    def packed(records: Path, as_of: date | None, at: str | None, jobs: int | None, **rest: Any) -> int:  # noqa: ANN401
        return command(Options(records=records, as_of=as_of, at=at, jobs=jobs), **rest)

    for option in reversed(COMMON):
        packed = option(packed)
    return packed


COMMON = (
    click.option(
        "--records",
        type=Folder(exists=False),
        default="records",
        metavar="目录",
        is_eager=True,
        help="记录所在的文件夹，默认 records",
    ),
    click.option(
        "--as-of", type=Day(), metavar="日期", help="统计到哪一天，默认用设置里的日期或最后一次提交的日期"
    ),
    click.option("--at", metavar="版本", help="读取 Git 里的这个版本（提交、标签、分支），不改动工作目录"),
    click.option(
        "--jobs", type=Count(most=256), metavar="数量", help="同时用几个进程，默认按机器和记录多少而定"
    ),
)


def in_form(*forms: str, told: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """The option ``--format``; the first form is what people get who ask for none."""
    return click.option(
        "--format",
        "form",
        type=Choice(forms),
        default=forms[0],
        metavar="格式",
        help=f"输出格式：{told}；默认 {forms[0]}",
    )


def source_of(options: Options) -> Source:
    """The records that the options point at; a usage error where there are none."""
    try:
        return open_source(options.records, options.at)
    except SourceError as error:
        raise UnknownError(clean(str(error))) from error


def season_of(options: Options, source: Source) -> Outcome:
    """Everything measured, with a progress bar where one can see it."""
    from plus100.measure.season import measure_season  # noqa: PLC0415 - a hook's commands measure nothing

    with progress("正在计算") as step:
        return measure_season(source, as_of=options.as_of, jobs=jobs_for(options, source), progress=step)


def jobs_for(options: Options, source: Source) -> int:
    """As asked; else every core, but one for small records."""
    if options.jobs is not None:
        return options.jobs
    if len(source.paths()) < SMALL:
        return 1
    # Only Linux says which cores this process may use; elsewhere it is all of them.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def frame_of(options: Options, source: Source) -> tuple[Frame | None, tuple[Finding, ...]]:
    """Settings, policies, units and cadres, without contacts and logs."""
    from plus100.ledger.assemble import read_frame  # noqa: PLC0415 - likewise

    return read_frame(source, options.as_of)
