"""``plus100 server``: a Git server of one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from plus100.cli.cells import clean
from plus100.cli.clock import today
from plus100.cli.parameters import Count, Folder
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, Group, UnknownError
from plus100.core.findings import Finding
from plus100.review.objects import Objects, ObjectsError, open_objects
from plus100.review.roles import roles_of
from plus100.server import trunk
from plus100.server.desk import Desk, Push, Ruling
from plus100.server.entrance import key_lines, write_lines
from plus100.server.repository import RepositoryError, fill, init
from plus100.server.rulings import MOST, read_pushes, rule_on
from plus100.server.shell import FINGERPRINT, KEY

PYTHON = (sys.executable, "-I", "-m")
PROGRAM = (*PYTHON, "plus100.cli")
"""These very programs, for hooks and forced commands: isolated from whatever the environment says."""

LISTED = 20
"""Findings told of one ref; the rest is counted."""

_RECORDS = click.option(
    "--records",
    type=Folder(exists=False),
    default="records",
    metavar="目录",
    help="仓库里记录所在的文件夹，默认 records",
)


@click.group(
    "server",
    cls=Group,
    short_help="自建 Git 服务器：建仓库、谁能连接、推送时检查",
    help="在自己的机器上收提交：只要有 sshd 和 Git。谁能连接、能改什么，都按仓库里 main 上的记录。",
    examples=(
        "plus100 server init records.git --from . --authorized-keys .ssh/authorized_keys",
        "plus100 server authorized-keys records.git",
    ),
)
def server() -> None:
    """Hold the subcommands."""


@server.command(
    "init",
    cls=Command,
    short_help="建一个收推送的裸仓库",
    help="建一个裸仓库（或把已有的裸仓库重新设好）：推送时检查，不许改写历史，不许删除。\n"
    "检查用的是现在这一套程序，推送来的程序不会被运行。写了 --authorized-keys，main 一变就重写其中的公钥。",
    examples=(
        "plus100 server init records.git --from /home/git/plus100",
        "plus100 server init records.git --authorized-keys .ssh/authorized_keys",
    ),
)
@click.argument("repository", metavar="仓库", type=Folder(exists=False))
@click.option("--from", "source", metavar="地址", help="main 从哪个仓库取；仓库说明见上，默认不取")
@click.option(
    "--authorized-keys",
    "keys",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="sshd 读的公钥文件",
)
@click.option(
    "--largest", type=Count(most=2000), default=20, metavar="兆", help="一次推送最多多少兆字节，默认 20"
)
@_RECORDS
def init_(repository: Path, source: str | None, keys: Path | None, largest: int, records: Path) -> int:
    """Set up the repository; write the keys if main is there."""
    try:
        repo = init(repository, PROGRAM, largest=largest, records=str(records), keys=keys)
        if source is not None:
            fill(repo, source)
    except RepositoryError as error:
        raise UnknownError(clean(str(error))) from error
    folder = repository.absolute()
    if keys is not None and repo.git.for_each_ref(trunk.MAIN):
        write_lines(keys.absolute(), lambda: _key_lines(folder, records))
    write(f"仓库已设好：{clean(str(folder))}")
    return 0


@server.command(
    "authorized-keys",
    cls=Command,
    short_help="按 main 上的记录写出能连接的公钥",
    help="把 main 上登记的、今天有效的公钥写成 authorized_keys 的行：每把公钥只能取回和推送这一个仓库。\n"
    "写了 --output，只改文件里 plus100 begin 和 plus100 end 之间的行，其余不动。“仓库”写裸仓库的位置。",
    examples=(
        "plus100 server authorized-keys records.git",
        "plus100 server authorized-keys records.git --output .ssh/authorized_keys",
    ),
)
@click.argument("repository", metavar="仓库", type=Folder(exists=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写到哪个文件，默认写到屏幕",
)
@_RECORDS
def authorized_keys(repository: Path, output: Path | None, records: Path) -> int:
    """Print the lines, or put them into a file."""
    folder = repository.absolute()
    try:
        if output is None:
            write(_key_lines(folder, records), end="")
        else:
            write_lines(output.absolute(), lambda: _key_lines(folder, records))
    except ObjectsError as error:
        raise UnknownError(clean(str(error))) from error
    return 0


def _key_lines(folder: Path, records: Path) -> str:
    """The lines as main stands."""
    with open_objects(folder / records) as objects:
        if Path(objects.repo.git_dir).resolve() != folder.resolve():
            raise ObjectsError(f"{folder} 不是裸仓库。")
        main = objects.commit(trunk.MAIN)
        if main is None:
            raise ObjectsError(f"{folder} 里还没有 main 分支。")
        roles = roles_of(objects, main, date.min)
        forced = (*PYTHON, "plus100.server", str(folder))
        return key_lines(roles_of(objects, main, today(roles)), forced)


@server.command(
    "pre-receive",
    cls=Command,
    short_help="收到推送时检查（由 Git 调用）",
    help="Git 在收下推送以前运行它：一行一个分支，从标准输入读。有一处不行，整个推送都不收。",
    examples=("plus100 server pre-receive", "plus100 server pre-receive --records records"),
)
@_RECORDS
def pre_receive(records: Path) -> int:
    """Rule on every ref; 1 if one is refused."""
    fingerprint = os.environ.get(KEY, "")
    if not FINGERPRINT.fullmatch(fingerprint):
        complain("不知道是谁推送的：要通过 SSH，用登记过的公钥连接。")
        return 1
    pushes = read_pushes(sys.stdin.buffer.read())
    if len(pushes) > MOST:
        complain(f"一次推送了 {len(pushes)} 个分支，最多 {MOST} 个。请分几次推送。")
        return 1
    with open_objects(records) as objects:
        rulings = rulings_on(objects, records, fingerprint, pushes)
    if rulings is None:
        complain("仓库里还没有 main 分支。请服务器管理员先放入记录：plus100 server init 仓库 --from 地址。")
        return 1
    for push, ruling in zip(pushes, rulings, strict=True):
        show(push, ruling, records)
    return int(any(ruling.refused for ruling in rulings))


def rulings_on(
    objects: Objects, records: Path, fingerprint: str, pushes: Iterable[Push]
) -> tuple[Ruling, ...] | None:
    """A ruling on every ref; ``None`` where main is not there yet."""
    main = objects.commit(trunk.MAIN)
    if main is None:
        return None
    day = today(roles_of(objects, main, date.min))
    desk = Desk(objects, records, fingerprint, day, main)
    return tuple(rule_on(desk, push) for push in pushes)


def _one_of_each_first(told: Sequence[Finding]) -> list[Finding]:
    """The same in the same order where all of it is listed; else no kind is cut for many of another."""
    if len(told) <= LISTED:
        return list(told)
    first = {one.code: one for one in reversed(told)}
    return sorted(told, key=lambda one: one is not first[one.code])


def show(push: Push, ruling: Ruling, records: Path) -> None:
    """What the pusher reads: what is wrong, then in one line what has become of the ref."""
    name = clean(push.ref.removeprefix("refs/heads/"))
    told = (*ruling.refused, *ruling.waiting, *ruling.warnings)
    write(f"—— {name}")
    if told:
        _blocks(_one_of_each_first(told)[:LISTED], records)
    if len(told) > LISTED:
        write(f"……还有 {len(told) - LISTED} 处。")
    write(f"{name}：{_outcome(push, ruling.refused, ruling.waiting)}")


def _blocks(findings: Iterable[Finding], records: Path) -> None:
    """Imports what most pushes need not wait for."""
    from plus100.cli.options import Options  # noqa: PLC0415
    from plus100.cli.reports import block  # noqa: PLC0415

    options = Options(records=Path(records.name))
    for finding in findings:
        write(block(finding, options, []), end="")


def _outcome(push: Push, refused: tuple[Finding, ...], waiting: tuple[Finding, ...]) -> str:
    if refused:
        return f"不能收，有 {len(refused)} 处要改。"
    if push.ref == trunk.MAIN:
        return "检查通过。"
    return "检查通过，等上面写的人合并。" if waiting else "检查通过，等审核人合并。"
