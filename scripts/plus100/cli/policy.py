"""``plus100 policy``: editions, their rules in force on a day, and what differs between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import click
from rich.text import Text

from plus100.cli.grid import Column, grid
from plus100.cli.options import Options, common, frame_of, source_of
from plus100.cli.parameters import Name, editions, nearest
from plus100.cli.rules import change_block, headline, indented, rule_block
from plus100.cli.terminal import columns, complain, write
from plus100.cli.words import Command, Group, UnknownError
from plus100.ledger.policy.diff import diff
from plus100.ledger.policy.edition import Edition
from plus100.ledger.world import Frame

LIST = (
    Column(title="版本", ink="bold"),
    Column(title="名称", yields=True, least=16),
    Column(title="沿用"),
    Column(title="规则", right=True),
)


@click.group(
    "policy",
    cls=Group,
    short_help="规则版本：列出、查看、比较",
    help="一份文件对应一个规则版本，每条规则有日期和出处。这里可以列出版本，查看某天有效的规则，比较两个版本。",
    examples=(
        "plus100 policy list",
        "plus100 policy show shandong-2017",
        "plus100 policy diff national-2016 shandong-2017",
    ),
)
def policy() -> None:
    """Hold the three subcommands."""


@policy.command(
    "list",
    cls=Command,
    short_help="列出全部规则版本",
    help="列出全部规则版本，以及截止日那天各有多少条规则有效。“沿用”是其余规则取自哪个版本。",
    examples=("plus100 policy list", "plus100 policy list --as-of 2016-12-31"),
)
@common
def list_editions(options: Options) -> int:
    """One line an edition."""
    frame = readable(options)
    if frame is None:
        return 1
    rows = [
        (one.id, one.title, one.lineage[-2] if len(one.lineage) > 1 else "—", str(len(one.on(frame.as_of))))
        for one in sorted(frame.editions.values(), key=lambda one: (len(one.lineage), one.id))
    ]
    write(grid(LIST, rows, columns()))
    write(f"\n截至 {frame.as_of}")
    return 0


@policy.command(
    "show",
    cls=Command,
    short_help="查看一个版本某天有效的规则",
    help="列出一个规则版本在截止日那天有效的规则，每条附参数、出处和所依据的解读。\n"
    "版本写代号；规则也写代号，写了就只看这一条（或这一组）。",
    examples=(
        "plus100 policy show shandong-2017",
        "plus100 policy show shandong-2017 points.activities",
        "plus100 policy show national-2016 --as-of 2016-12-31",
    ),
)
@click.argument("edition", type=Name(editions), metavar="版本")
@click.argument("rule", required=False, metavar="[规则]")
@common
def show(options: Options, edition: str, rule: str | None) -> int:
    """Every rule in force, or those of one id or family (``partners`` for ``partners.full_time``)."""
    frame = readable(options)
    if frame is None:
        return 1
    found = known(frame, edition)
    held = [
        one
        for one in found.on(frame.as_of)
        if rule is None or one.rule.id == rule or one.rule.id.startswith(f"{rule}.")
    ]
    if rule is not None and not held:
        names = [one.rule.id for one in found.on(frame.as_of)]
        raise UnknownError(f"{edition} 在 {frame.as_of} 没有 {rule} 这条规则{nearest(rule, names)}")
    write(head(found, frame.as_of, documents(found) if rule is None else ()))
    for one in held:
        write(rule_block(one, found, frame.readings))
    return 0


@policy.command(
    "diff",
    cls=Command,
    short_help="比较两个版本，或同一版本的两个日期",
    help="列出从旧版本到新版本新增、不再有和改动的规则。版本写代号，"
    "后面可以加 @日期，表示那一天有效的规则；不加就按截止日。",
    examples=(
        "plus100 policy diff national-2016 shandong-2017",
        "plus100 policy diff shandong-2017@2017-01-01 shandong-2017@2017-12-31",
    ),
)
@click.argument("old", type=Name(editions), metavar="旧版本")
@click.argument("new", type=Name(editions), metavar="新版本")
@common
def difference(options: Options, old: str, new: str) -> int:
    """What was added, removed and changed; 0 whether or not anything differs."""
    frame = readable(options)
    if frame is None:
        return 1
    left, left_day = dated(frame, old)
    right, right_day = dated(frame, new)
    changes = diff(left, left_day, right, right_day)
    days = f"{left_day} 有效的规则" if left_day == right_day else f"{left_day} 和 {right_day} 有效的规则"
    write(headline(f"从 {left.id} 到 {right.id}：{len(changes)} 条规则不同", days).append("\n"))
    for change in changes:
        write(change_block(change, left, right))
    return 0


def readable(options: Options) -> Frame | None:
    """The frame; says where to look when the records are too faulty to have one."""
    frame, _ = frame_of(options, source_of(options))
    if frame is None:
        complain("记录有误，读不出规则；请先用 plus100 check 查看。")
    return frame


def known(frame: Frame, edition: str) -> Edition:
    """The edition of that id."""
    if edition not in frame.editions:
        hint = nearest(edition, sorted(frame.editions)) or "，有哪些见 plus100 policy list"
        raise UnknownError(f"没有 {edition} 这个规则版本{hint}")
    return frame.editions[edition]


def dated(frame: Frame, text: str) -> tuple[Edition, date]:
    """``shandong-2017@2017-12-31`` → the edition and the day; the frame's day without one."""
    name, at, day = text.partition("@")
    if not at:
        return known(frame, name), frame.as_of
    try:
        return known(frame, name), date.fromisoformat(day)
    except ValueError:
        raise UnknownError(f"@ 后面的日期要写成 2018-11-30 这样，写的是 {day}") from None


def head(edition: Edition, day: date, documents: Iterable[str]) -> Text:
    """Title and documents; whoever asks for one rule finds its own cited below it."""
    text = headline(edition.title, f"{edition.id} · {day} 有效的规则")
    for line in documents:
        text.append_text(indented(line))
    return text.append("\n")


def documents(edition: Edition) -> Iterator[str]:
    """One line a source document."""
    for document in edition.documents.values():
        parts = (document.number, document.issuer, str(document.issued or "未注明日期"))
        yield f"{document.id}  《{document.title}》 {'，'.join(part for part in parts if part)}"
