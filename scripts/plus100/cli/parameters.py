"""Kinds of values on the command line: what is accepted, what is said otherwise, what Tab completes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from plus100.cli.cells import clean

_DIGITS = 9
"""Longer numbers are not even read; shorter ones are, to say what is wrong with them."""

YEARS = range(1900, 2100)
"""Years that records may name too; each year up to a far one would be a year of the hall of history."""

Lister = Callable[[Path], Iterable[str]]


class Choice(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002  (Click's own)
        """What may be written instead."""
        return f"只能是 {'、'.join(self.choices)}，写的是 {clean(str(value))}"

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:  # noqa: ARG002  (Click's own)
        """What may be written."""
        return f"可以是 {'、'.join(self.choices)}"


class Day(click.ParamType[date]):
    """A calendar date, ``2018-11-30``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401  (Click's own)
        """Exactly the form that records use."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            self.fail(f"日期要写成 2018-11-30 这样，写的是 {clean(value)}", param, ctx)
        if day.year not in YEARS:
            self.fail(f"年份要在 {YEARS[0]} 至 {YEARS[-1]} 年之间，写的是 {value}", param, ctx)
        return day


class Count(click.ParamType[int]):
    """A whole number from ``least`` on."""

    name = "count"

    def __init__(self, least: int = 1, most: int = 65535) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  (Click's own)
        """ASCII digits only."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
            self.fail(f"要写一个整数，写的是 {clean(text)}", param, ctx)
        if not self.least <= int(text) <= self.most:
            self.fail(f"要在 {self.least} 到 {self.most} 之间，写的是 {text}", param, ctx)
        return int(text)


class Folder(click.ParamType[Path]):
    """A folder; with ``exists`` one that is there."""

    name = "folder"

    def __init__(self, *, exists: bool) -> None:
        self.exists = exists

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401  (Click's own)
        """The path as given."""
        path = Path(value)
        if path.exists() and not path.is_dir():
            self.fail(f"{clean(str(path))} 是文件，这里要一个文件夹", param, ctx)
        if self.exists and not path.exists():
            self.fail(f"没有 {clean(str(path))} 这个文件夹", param, ctx)
        return path

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  (Click's own)
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Let the shell complete folders."""
        return [CompletionItem(incomplete, type="dir")]


class Name(click.ParamType[str]):
    """A name of something in the records; Tab lists what is there. ``lister`` takes the records
    folder. Whether it exists is asked later, of the records themselves.
    """

    name = "name"

    def __init__(self, lister: Lister) -> None:
        self.lister = lister

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002  (Click's own)
        """As given."""
        return str(value)

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002  (Click's own)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Names that begin like that; none where the folder cannot be read."""
        try:
            names = sorted(self.lister(Path(ctx.params.get("records") or "records")))
        except OSError:
            return []
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def units(records: Path) -> Iterable[str]:
    """Unit ids, from the folder names."""
    return (path.name for path in (records / "units").iterdir() if path.is_dir())


def cadres(records: Path) -> Iterable[str]:
    """Cadre ids, ``unit/cadre``."""
    return (
        f"{path.parent.parent.name}/{path.name}"
        for path in (records / "units").glob("*/cadres/*")
        if path.is_dir()
    )


def editions(records: Path) -> Iterable[str]:
    """Edition ids, from the file names."""
    return (path.stem for path in (records / "policies").glob("*.yml") if path.stem != "readings")


def nearest(wrong: str, names: Sequence[str]) -> str:
    """``，是不是想写 …？`` with the most similar name, where one is similar."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only a slip needs it)

    best = process.extractOne(wrong, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return f"，是不是想写 {best[0]}？" if best else ""
