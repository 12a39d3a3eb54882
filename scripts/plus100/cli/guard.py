"""``plus100 guard``: whether a person may make a change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from plus100.cli.annotations import annotation
from plus100.cli.cells import clean
from plus100.cli.clock import today
from plus100.cli.options import Options, in_form
from plus100.cli.parameters import Day, Folder
from plus100.cli.reports import as_json, block
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, UnknownError
from plus100.core.findings import Finding
from plus100.review.changes import NO_BASE, Change, read_change
from plus100.review.guard import SECOND, Verdict, judge
from plus100.review.identity import Account, Answer, by_account, by_key
from plus100.review.laptop import local_person
from plus100.review.objects import Objects, ObjectsError, open_objects
from plus100.review.roles import Roles, roles_of
from plus100.review.signatures import by_signatures, one_person

ACCOUNT = re.compile(r"([a-z]+):([1-9][0-9]{0,15})")


OPTIONS = (
    click.option(
        "--base", default="origin/main", metavar="版本", help="改动要合并到哪里，默认 origin/main"
    ),
    click.option("--head", default="HEAD", metavar="版本", help="改动，默认当前提交"),
    click.option("--actor", metavar="人员代号", help="谁提交的（cadre.yml 里的 person）"),
    click.option("--account", metavar="平台:编号", help="用哪个平台账号提交的，例如 github:12345"),
    click.option("--key", metavar="指纹", help="用哪把公钥连接的，例如 SHA256:…"),
    click.option("--signed", is_flag=True, help="按提交的 SSH 签名认人"),
    click.option("--local", is_flag=True, help="按本机 Git 的签名公钥或邮箱认人，认不出的只看文件名"),
    click.option(
        "--approver",
        "approvers",
        multiple=True,
        metavar="人员代号",
        help="谁批准了，可写几次；也可写平台账号",
    ),
    click.option("--received", type=Day(), metavar="日期", help="哪一天收到的，默认今天"),
    click.option(
        "--records",
        type=Folder(exists=False),
        default="records",
        metavar="目录",
        help="记录所在的文件夹，默认 records",
    ),
)


def change_options(command: Callable[..., int]) -> Callable[..., int]:
    """Which change it is and who made it."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


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
@change_options
@in_form("text", "json", "github", told="text 给人看，json 给程序读，github 在合并请求里标注")
def guard(records: Path, form: str, **asked: Any) -> int:  # noqa: ANN401  (Click's options)
    """Print the refusals; 1 if there is one."""
    who = who_of(asked)
    if who is None:
        raise click.UsageError("--actor、--account、--key、--signed、--local 要写其中一个。")
    try:
        with open_objects(records) as objects:
            found = judged(objects, who, asked)
    except ObjectsError as error:
        raise UnknownError(clean(str(error))) from error
    show(found, Options(records=Path(records.name)), form)
    if who.local:
        return before_push(found)
    return int(bool(found.findings))


def before_push(found: Judged) -> int:
    """On one's own machine: what may still come (another's agreement, a main that was not fetched) does
    not stop a push, and what was not looked at is said.
    """
    if found.verdict is not None and found.verdict.person is None:
        complain(
            "认不出本机是谁，只看了文件名：用登记过的公钥签名，或把 user.email 设为 人员代号@任意域名。"
        )
    return int(any(finding.code not in {SECOND, NO_BASE} for finding in found.findings))


class Who(NamedTuple):
    """How the person who proposes the change is known."""

    actor: str | None
    account: str | None
    key: str | None
    signed: bool
    local: bool


def who_of(asked: Mapping[str, Any]) -> Who | None:
    """What the options say of the person; ``None`` where they say nothing."""
    who = Who(asked["actor"], asked["account"], asked["key"], asked["signed"], asked["local"])
    said = sum((who.actor is not None, who.account is not None, who.key is not None, who.signed, who.local))
    if said > 1:
        raise click.UsageError("--actor、--account、--key、--signed、--local 只写其中一个。")
    return who if said else None


class Judged(NamedTuple):
    """A change with its verdict; without a change only ``unknown`` says why there is none."""

    change: Change | None
    verdict: Verdict | None
    unknown: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is refused."""
        return (*self.unknown, *(self.verdict.refusals if self.verdict else ()))


def judged(objects: Objects, who: Who | None, asked: Mapping[str, Any]) -> Judged:
    """The change that the options name, judged."""
    change, faults = read_change(objects, asked["base"], asked["head"])
    if change is None:
        return Judged(None, None, faults)
    roles = roles_of(objects, change.base, asked["received"] or date.min)
    if asked["received"] is None:
        roles = roles_of(objects, change.base, today(roles))
    person, unknown = person_of(objects, change, roles, who) if who else (None, ())
    agreed = approvers(roles, asked["approvers"])
    return Judged(change, judge(objects, change, roles, person, agreed), unknown)


def approvers(roles: Roles, named: Iterable[str]) -> frozenset[str]:
    """The persons who agreed. An account that nobody here holds agrees to nothing."""
    found = (by_account(roles, account_of(name))[0] if ":" in name else name for name in named)
    return frozenset(person for person in found if person is not None)


def person_of(objects: Objects, change: Change, roles: Roles, who: Who) -> Answer:
    """The person whom the options name."""
    if who.actor is not None:
        return who.actor, ()
    if who.key is not None:
        return by_key(roles, who.key)
    if who.local:
        return local_person(objects, roles), ()
    if who.signed:
        return one_person(by_signatures(objects, roles, change))
    return by_account(roles, account_of(who.account or ""))


def account_of(text: str) -> Account:
    """An account as the options write it."""
    match = ACCOUNT.fullmatch(text)
    if match is None:
        raise click.UsageError("账号写成“平台:编号”，编号是数字，例如 github:12345。")
    return Account(match[1], int(match[2]))


def show(found: Judged, options: Options, form: str) -> None:
    """Write what was found in one of the three forms."""
    if form == "json":
        write(as_json(found.findings, (), options))
    elif form == "github":
        for finding in found.findings:
            write(annotation(finding, options))
    else:
        for finding in found.findings:
            write(block(finding, options, []))
        if not found.findings:
            write(allowed(found.verdict))


def allowed(verdict: Verdict | None) -> str:
    """One line for a change that may be made."""
    count = len({touch.path for touch in verdict.touches}) if verdict else 0
    agreed = sorted({person for _, person in verdict.agreements}) if verdict else []
    by = f"，{'、'.join(agreed)} 已同意" if agreed else ""
    return f"可以改：{count} 个文件{by}。" if count else "没有改动。"
