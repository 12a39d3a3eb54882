"""``plus100 review``: the report on a change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from plus100.cli import guard
from plus100.cli.annotations import annotation
from plus100.cli.cells import clean
from plus100.cli.guard import change_options, judged, who_of
from plus100.cli.options import Options, in_form
from plus100.cli.terminal import write
from plus100.cli.words import Command, UnknownError
from plus100.review.markdown import MARK, markdown, unread
from plus100.review.objects import ObjectsError, open_objects
from plus100.review.receipt import receipt
from plus100.review.views import Receipt, finding_of


@click.command(
    "review",
    cls=Command,
    short_help="看一次改动有什么问题，会使哪些数字变化",
    help="看从 --base 到 --head 的改动：有什么问题，改了什么，谁的积分、达标和名次怎么变，还差什么。\n"
    "只列这次改动碰到的问题，以前就有的另外列。写明谁提交的，就同时看有没有权。",
    examples=(
        "plus100 review --base origin/main",
        "plus100 review --base main --head pull --account github:12345 --format json",
    ),
)
@change_options
@click.option("--ranks", "ranks", flag_value=True, default=None, help="不管多少人，都计算名次")
@in_form("markdown", "json", "github", told="markdown 给人看，json 给程序读，github 在合并请求里逐行标注")
def review(records: Path, form: str, ranks: bool | None, **asked: Any) -> int:  # noqa: ANN401, FBT001
    """Print the receipt; 1 if the change does not pass."""
    who = who_of(asked)
    try:
        with open_objects(records) as objects:
            found = judged(objects, who, asked)
            if found.change is None or found.verdict is None:
                if form == "markdown" and not sys.stdout.isatty():
                    write(unread(found.findings), end="")
                else:
                    guard.show(found, Options(records=Path(records.name)), form)
                return 1
            made = receipt(objects, found.change, records, found.verdict, found.unknown, ranks=ranks)
    except ObjectsError as error:
        raise UnknownError(clean(str(error))) from error
    show(made, form)
    return int(not made.passes)


def show(made: Receipt, form: str) -> None:
    """Write the receipt in one of the three forms; on a terminal without the mark that is for workflows."""
    if form == "json":
        write(msgspec.json.format(msgspec.json.encode(made), indent=2).decode())
    elif form == "github":
        for view in (*made.refusals, *made.findings):
            write(annotation(finding_of(view), Options(records=Path("records"))))
    else:
        text = markdown(made)
        write(text.removeprefix(f"{MARK}\n") if sys.stdout.isatty() else text, end="")
