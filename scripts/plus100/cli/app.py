"""The command with all its subcommands, and exit codes: 0 fine, 1 findings, 2 wrong usage, 3 our own
fault, 74 a result that cannot be written.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from enum import IntEnum

import click

from plus100 import __version__
from plus100.cli.cells import clean
from plus100.cli.lazy import Lazy
from plus100.cli.terminal import OutputError, complain, use_utf8, write
from plus100.cli.words import HELP, Group, complaint
from plus100.intake.source import SourceError


class Code(IntEnum):
    """What the shell is told; 74 and 130 as other programs have them (``sysexits.h``, signals)."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    FAULT = 3
    UNWRITTEN = 74
    INTERRUPTED = 130


def show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  (Click's call)
    """Print the version and stop."""
    if wanted and not ctx.resilient_parsing:
        write(f"plus100 {__version__}")
        ctx.exit()


@click.group(
    "plus100",
    cls=Group,
    context_settings={"help_option_names": HELP},
    help="“1+100”直接联系青年工作的记录、积分与公示。\n\n"
    "记录放在 records 文件夹里；check 检查记录，score 看积分，explain 看一个数字的来历，build 生成网站。\n"
    "退出码：0 正常，1 有问题要改，2 命令写法不对，3 程序自身出错，74 结果写不出去。",
    examples=("plus100 check", "plus100 score", "plus100 explain 单位/团干部"),
)
@click.option("--debug", is_flag=True, help="程序出错时显示详细信息")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="显示版本"
)
@click.pass_context
def plus100(ctx: click.Context, debug: bool) -> None:  # noqa: FBT001  (Click's call)
    """Hold what all commands share."""
    ctx.obj["debug"] = debug


NAMES = (
    *("check", "score", "explain", "policy", "new"),
    *("review", "guard", "server", "codeowners"),
    "completion",
)
"""Commands that stand in a module of their own name."""

plus100.commands = Lazy(
    {name: f"plus100.cli.{name}" for name in NAMES}
    | dict.fromkeys(("build", "serve", "pages"), "plus100.cli.site")
)


NO_GIT = "没有找到 git 命令。请先安装 Git，再运行一次。"


def run(args: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Nothing escapes from here."""
    use_utf8()
    shared = {"debug": False}
    try:
        result = plus100.main(args, prog_name="plus100", standalone_mode=False, obj=shared)
    except click.UsageError as error:
        complain(complaint(error))
        return Code.USAGE
    except SourceError as error:
        complain(clean(str(error)))
        return Code.USAGE
    except OutputError as error:
        complain(f"结果没有写完：{error}。")
        return Code.UNWRITTEN
    except (click.Abort, KeyboardInterrupt):
        complain("已停止。")
        return Code.INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever else it is, it is our fault and is reported as such)
        fault = not lacks_git(error)
        complain(our_fault(error, debug=shared["debug"]) if fault else NO_GIT)
        return Code.FAULT if fault else Code.USAGE
    return int(result or Code.FINE)


def lacks_git(error: Exception) -> bool:
    """Whether Git is not installed, or not where commands are looked for. What needs no Git loads nothing
    of it.
    """
    git = sys.modules.get("git.exc")
    return git is not None and isinstance(error, git.GitCommandNotFound)


def our_fault(error: Exception, *, debug: bool) -> str:
    """A short message and how to report it; the traceback where it was asked for."""
    lines = [f"程序自身出错了：{type(error).__name__}：{clean(str(error))[:200]}"]
    if debug:
        return "\n".join([*traceback.format_exception(error), *lines])
    return "\n".join(
        [
            *lines,
            "这不是记录的问题。请在 plus100 后面加上 --debug 再运行一次，把屏幕内容告诉维护者。",
        ]
    )


def main() -> None:
    """The console command."""
    sys.exit(run())
