"""Click in Chinese: help pages laid out for two-column characters, usage errors in plain words.

Click asks ``gettext`` for its own words and so follows the locale; we do not, so each sentence it may
print is said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from plus100.cli.cells import clean, pad, width, wrap
from plus100.cli.terminal import columns, write

HELP = ["-h", "--help"]
"""Names of the help option, of every command by itself: Click keeps the first it was asked for."""

TERM = 26
"""Widest first column of a list; longer terms get a line of their own."""


class _Chinese(click.Command):
    """What commands and groups share: help in Chinese, with full command lines as examples at its end."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:  # noqa: ANN401  (Click's own)
        kwargs.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def get_help(self, ctx: click.Context) -> str:
        """The whole help page."""
        return page(self, ctx)

    def get_usage(self, ctx: click.Context) -> str:
        """The usage line."""
        return usage(self, ctx)

    def get_help_option_names(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (Click's signature)
        """``-h`` and ``--help``, whatever the context says."""
        return list(HELP)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``-h`` and ``--help``, explained in Chinese."""
        return in_chinese(super().get_help_option(ctx))


class Command(_Chinese):
    """A command whose help is Chinese."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As Click does, but a surplus argument is refused in Chinese."""
        ctx.allow_extra_args = True
        with told_of(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            raise click.UsageError(f"多出了参数 {clean(' '.join(rest))}", ctx)
        return rest


class Group(_Chinese, click.Group):
    """A group whose help is Chinese; without a subcommand it shows its help."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (Click's own)
        kwargs.setdefault("subcommand_metavar", "命令 [参数]…")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As Click does, but every usage error knows its command."""
        with told_of(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (Click's own)
        """As Click does, but options without a command are refused in Chinese."""
        if not (ctx._protected_args or ctx.args):  # noqa: SLF001  (Click offers no other view of them)
            raise click.UsageError("还缺要执行的命令", ctx)
        return super().invoke(ctx)


@contextmanager
def told_of(ctx: click.Context) -> Iterator[None]:
    """Tell usage errors that Click's parser raises without it which command they belong to."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def in_chinese(option: click.Option | None) -> click.Option | None:
    """The help option with its help in Chinese."""
    if option is not None:
        option.help = "显示这页说明"
        option.callback = show_help
    return option


def show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  (Click's call)
    """Print the help page and stop; Click's own would not notice a stream that is closed."""
    if wanted and not ctx.resilient_parsing:
        write(ctx.get_help())
        ctx.exit()


# -- help pages ----------------------------------------------------------------------------------


def usage(command: click.Command, ctx: click.Context) -> str:
    """``用法：plus100 score [选项]``."""
    return f"用法：{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}".rstrip()


def page(command: _Chinese, ctx: click.Context) -> str:
    """A help page: usage, what it does, arguments, options, commands, examples."""
    parts = [usage(command, ctx), "\n".join(wrap(command.help or "", columns()))]
    records = [param.get_help_record(ctx) for param in command.get_params(ctx) if not is_argument(param)]
    parts += section("选项", [record for record in records if record])
    if isinstance(command, click.Group):
        listed = [
            (name, command.commands[name].get_short_help_str(200)) for name in command.list_commands(ctx)
        ]
        parts += section("命令", listed)
    if command.examples:
        parts.append("\n".join(["例如：", *(f"  {example}" for example in command.examples)]))
    return "\n\n".join(part for part in parts if part)


def is_argument(param: click.Parameter) -> bool:
    """Whether it is positional; those are explained in the text above the options."""
    return isinstance(param, click.Argument)


def section(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    """One titled list of terms and explanations; nothing for no rows."""
    if not rows:
        return []
    left = min(TERM, columns() * 2 // 5, max(width(term) for term, _ in rows))
    return ["\n".join([f"{title}：", *(line for row in rows for line in entry(*row, left))])]


def entry(term: str, text: str, left: int) -> Iterator[str]:
    """One term with its explanation beside it, wrapped; below it if the term is long."""
    lines = wrap(text, columns() - left - 4)
    if width(term) > left:
        yield f"  {term}"
        term = ""
    for line in lines:
        yield f"  {pad(term, left)}  {line}".rstrip()
        term = ""


# -- usage errors --------------------------------------------------------------------------------


class UnknownError(click.UsageError):
    """The command line is well formed, but names something that is not there. The message says it
    all.
    """


def complaint(error: click.UsageError) -> str:
    """What was wrong with the command line, in Chinese, with where to read on."""
    if isinstance(error, NoArgsIsHelpError | UnknownError):
        return error.message
    lines = [f"命令有误：{sentence(error)}"]
    if error.ctx is not None:
        lines += [error.ctx.get_usage(), f"详细说明：{error.ctx.command_path} --help"]
    return "\n".join(lines)


def sentence(error: click.UsageError) -> str:
    """The fault itself. Our own errors are Chinese already; Click's are said again."""
    match error:
        case click.NoSuchOption():
            return f"没有 {clean(error.option_name)} 这个选项{instead(error.possibilities)}"
        case NoSuchCommand():
            return f"没有 {clean(error.command_name)} 这个命令{instead(error.possibilities)}"
        case click.MissingParameter():
            return f"还缺{kind(error.param)} {hint(error)}"
        case click.BadParameter():
            return f"{hint(error)} 的值不对：{error.message}"
        case click.BadOptionUsage():
            return option_usage(error)
        case _:
            return error.message


def instead(names: Sequence[str] | None) -> str:
    """``，是不是想写 --as-of？``."""
    return f"，是不是想写 {' 或 '.join(sorted(names))}？" if names else ""


def kind(param: click.Parameter | None) -> str:
    """``参数`` or ``选项``."""
    return "参数" if param is None or is_argument(param) else "选项"


def hint(error: click.BadParameter) -> str:
    """The parameter's name as one writes it."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx or click.Context(click.Command(None))).strip("[]")


def option_usage(error: click.BadOptionUsage) -> str:
    """An option that takes no value was given one, or one that needs a value was not."""
    known = error.ctx.command.get_params(error.ctx) if error.ctx else ()
    for param in known:
        if isinstance(param, click.Option) and error.option_name in (*param.opts, *param.secondary_opts):
            return f"选项 {error.option_name} 后面{'不带值' if param.is_flag else '要跟一个值'}"
    return f"选项 {clean(error.option_name)} 的写法不对"
