"""``plus100 guard``: whether a person may make a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from plus100.cli.annotations import annotation
from plus100.cli.cells import clean
from plus100.cli.options import Options
from plus100.cli.parameters import Choice, Day, Folder
from plus100.cli.reports import as_json, block
from plus100.cli.terminal import write
from plus100.cli.words import Command, UnknownError
from plus100.core.findings import Finding
from plus100.ledger.checks.calendar import zone_of
from plus100.review.changes import Change, read_change
from plus100.review.guard import Verdict, judge
from plus100.review.identity import Account, Answer, by_account, by_key
from plus100.review.objects import Objects, ObjectsError, open_objects
from plus100.review.roles import Roles, roles_of
from plus100.review.signatures import by_signatures, one_person

ACCOUNT = re.compile(r"([a-z]+):([1-9][0-9]{0,15})")


@click.command(
    "guard",
    cls=Command,
    short_help="看一次改动，提交的人有没有权做",
    help="看从 --base 到 --head 的改动，提交的人有没有权做；没有权的，说明可以找谁。\n"
    "权限按 --base 里的记录算，改动自己加的不算。只读 Git 里的内容，不检出，也不运行其中任何东西。",
    examples=(
        "plus100 guard --base origin/main --head HEAD --actor zhang-san",
        "plus100 guard --base main --head pull --account github:12345 --approver li-er",
    ),
)
@click.option("--base", default="origin/main", metavar="版本", help="改动要合并到哪里，默认 origin/main")
@click.option("--head", default="HEAD", metavar="版本", help="改动，默认当前提交")
@click.option("--actor", metavar="人员代号", help="谁提交的（cadre.yml 里的 person）")
@click.option("--account", metavar="平台:编号", help="用哪个平台账号提交的，例如 github:12345")
@click.option("--key", metavar="指纹", help="用哪把公钥连接的，例如 SHA256:…")
@click.option("--signed", is_flag=True, help="按提交的 SSH 签名认人")
@click.option("--approver", "approvers", multiple=True, metavar="人员代号", help="谁批准了，可写几次")
@click.option("--received", type=Day(), metavar="日期", help="哪一天收到的，默认今天")
@click.option(
    "--format",
    "form",
    type=Choice(["text", "json", "github"]),
    default="text",
    metavar="格式",
    help="输出格式：text 给人看，json 给程序读，github 在合并请求里标注；默认 text",
)
@click.option(
    "--records",
    type=Folder(exists=False),
    default="records",
    metavar="目录",
    help="记录所在的文件夹，默认 records",
)
def guard(records: Path, form: str, **asked: Any) -> int:  # noqa: ANN401  (Click's options)
    """Print the refusals; 1 if there is one."""
    who = Who(asked["actor"], asked["account"], asked["key"], signed=asked["signed"])
    if sum((who.actor is not None, who.account is not None, who.key is not None, who.signed)) != 1:
        raise click.UsageError("--actor、--account、--key、--signed 要写其中一个，只写一个。")
    approvers = frozenset(asked["approvers"])
    try:
        with open_objects(records) as objects:
            revisions = asked["base"], asked["head"]
            findings, verdict = judged(objects, revisions, who, approvers, asked["received"])
    except ObjectsError as error:
        raise UnknownError(clean(str(error))) from error
    show(findings, verdict, Options(records=Path(records.name)), form)
    return int(bool(findings))


class Who(NamedTuple):
    """How the person who proposes the change is known."""

    actor: str | None
    account: str | None
    key: str | None
    signed: bool


def judged(
    objects: Objects,
    revisions: tuple[str, str],
    who: Who,
    approvers: frozenset[str],
    received: date | None,
) -> tuple[tuple[Finding, ...], Verdict | None]:
    """Everything that is refused, and the verdict where there is a change to judge."""
    change, faults = read_change(objects, *revisions)
    if change is None:
        return faults, None
    roles = roles_of(objects, change.base, received or date.min)
    if received is None:
        roles = roles_of(objects, change.base, today(roles))
    person, unknown = person_of(objects, change, roles, who)
    verdict = judge(objects, change, roles, person, approvers)
    return (*unknown, *verdict.refusals), verdict


def today(roles: Roles) -> date:
    """The day it is where the records are kept: the one clock of a review, and only by default."""
    settings = roles.base.settings
    zone = zone_of(settings) if settings else None
    return datetime.now(zone).date() if zone else datetime.now().astimezone().date()


def person_of(objects: Objects, change: Change, roles: Roles, who: Who) -> Answer:
    """The person whom the options name."""
    if who.actor is not None:
        return who.actor, ()
    if who.key is not None:
        return by_key(roles, who.key)
    if who.signed:
        return one_person(by_signatures(objects, roles, change))
    match = ACCOUNT.fullmatch(who.account or "")
    if match is None:
        raise click.UsageError("--account 写成“平台:编号”，编号是数字，例如 github:12345。")
    return by_account(roles, Account(match[1], int(match[2])))


def show(findings: Sequence[Finding], verdict: Verdict | None, options: Options, form: str) -> None:
    """Write what was found in one of the three forms."""
    if form == "json":
        write(as_json(findings, (), options))
    elif form == "github":
        for finding in findings:
            write(annotation(finding, options))
    else:
        for finding in findings:
            write(block(finding, options, []))
        if not findings:
            write(allowed(verdict))


def allowed(verdict: Verdict | None) -> str:
    """One line for a change that may be made."""
    count = len({touch.path for touch in verdict.touches}) if verdict else 0
    agreed = sorted({person for _, person in verdict.agreements}) if verdict else []
    by = f"，{'、'.join(agreed)} 已同意" if agreed else ""
    return f"可以改：{count} 个文件{by}。" if count else "没有改动。"
