"""``plus100 check``: every finding at once, each at its line."""

from __future__ import annotations

from collections.abc import Sequence

import click

from plus100.cli.annotations import annotation
from plus100.cli.crowds import thinned, told
from plus100.cli.options import Options, common, in_form, season_of, source_of
from plus100.cli.reports import as_json, report, summary
from plus100.cli.terminal import write
from plus100.cli.words import Command
from plus100.core.findings import Finding, Severity, order
from plus100.intake.locate import locate
from plus100.intake.source import Source
from plus100.ledger.assemble import check as check_all
from plus100.ledger.waivers import in_force, part
from plus100.ledger.world import Frame, Withheld
from plus100.publish.columns.drawer import EMPTY, drawer_beside
from plus100.publish.handbook.shelf import FOLDER, read_shelf


@click.command(
    "check",
    cls=Command,
    short_help="检查记录，一次列出全部问题，指到行并说明怎么改",
    help="检查全部记录、投稿（docs/columns）和问答（docs/qa），一次列出所有问题，每处都指到行，并说明怎么改。\n"
    "有错误时退出码为 1；只有警告、提示或没有问题时为 0。",
    examples=(
        "plus100 check",
        "plus100 check --records records --format json",
        "plus100 check --at main --format github",
    ),
)
@in_form("text", "json", "github", told="text 给人看，json 给程序读，github 在合并请求里逐行标注")
@common
def check(options: Options, form: str) -> int:
    """Print the findings; 1 if one is an error."""
    source = source_of(options)
    outcome = season_of(options, source)
    # Without settings nothing can be measured, but everything can still be checked.
    found = outcome.findings if outcome.frame else check_all(source, options.as_of)
    beside = texts(options, outcome.frame) if outcome.frame else ()
    if outcome.frame:
        left, waived = part(found, in_force(outcome.frame), source)
        found = (*left, *waived)
    findings = sorted((*locate(found, source), *beside), key=order)
    show(findings, outcome.withheld, options, form, source)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def texts(options: Options, frame: Frame) -> tuple[Finding, ...]:
    """What is wrong with the texts in ``docs`` beside the records: contributions and the handbook."""
    return (*contributions(options, frame), *answers(options, frame))


def answers(options: Options, frame: Frame) -> tuple[Finding, ...]:
    """What is wrong with the handbook, where there is one beside the records. It belongs to the site as
    it lies on disk, and so has no part in the check of another revision.
    """
    docs = options.records.absolute().parent / "docs"
    if options.at is not None or not (docs / FOLDER).is_dir():
        return ()
    from plus100.publish.handbook.book import compose  # noqa: PLC0415 - Markdown and policies in words

    return compose(read_shelf(docs), frame).findings


def contributions(options: Options, frame: Frame) -> tuple[Finding, ...]:
    """What is wrong with the contributions to the columns, where there are some beside the records."""
    drawer = drawer_beside(options.records, options.at)
    if drawer == EMPTY:
        return ()
    from plus100.publish.columns.press import compose  # noqa: PLC0415 - pictures and Markdown load slowly

    return compose(drawer, frame).findings


def show(
    findings: Sequence[Finding], withheld: Sequence[Withheld], options: Options, form: str, source: Source
) -> None:
    """Write the findings in one of the three forms."""
    if form == "json":
        write(as_json(findings, withheld, options))
        return
    shown, crowds = thinned(findings)
    if form == "github":
        for finding in shown:
            write(annotation(finding, options))
    else:
        for text in report(shown, options, source):
            write(text)
    for path, code, count in crowds:
        write(told(options.shown(path), code, count))
    if form == "text":
        write(summary(findings, withheld, options))
