"""``plus100 completion``: the script that makes a shell complete our commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from plus100.cli.parameters import Choice
from plus100.cli.terminal import write
from plus100.cli.words import Command

VARIABLE = "_PLUS100_COMPLETE"


@click.command(
    "completion",
    cls=Command,
    short_help="让终端能按 Tab 补全命令、单位和团干部",
    help="输出一段脚本，终端载入后可按 Tab 补全命令、选项、单位和团干部。\nSHELL 是 bash、zsh 或 fish。",
    examples=(
        'eval "$(plus100 completion bash)"',
        "plus100 completion zsh >> ~/.zshrc",
        "plus100 completion fish > ~/.config/fish/completions/plus100.fish",
    ),
)
@click.argument("shell", type=Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Write the script. Click's own check of Bash's version is left to Bash."""
    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(shell)
    script = kind(ctx.find_root().command, {}, "plus100", VARIABLE)
    write(script.source_template % script.source_vars())
    return 0
