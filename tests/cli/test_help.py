"""Every command is explained: in its help, with an example, and in both readmes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from plus100.cli.app import plus100 as root
from plus100.cli.words import Command, Group

ROOT = Path(__file__).parents[2]
ENGLISH_OF_CLICK = re.compile(r"Usage|Options|Commands|Show this|Arguments|Error|default:", re.IGNORECASE)


def commands(found: Command | Group = root, path: str = "plus100") -> Iterator[tuple[str, Command | Group]]:
    """Every command and group, with the words that call it."""
    yield path, found
    if isinstance(found, Group):
        for name, inner in found.commands.items():
            assert isinstance(inner, Command | Group)
            yield from commands(inner, f"{path} {name}")


ALL = dict(commands())


@pytest.mark.parametrize("path", ALL)
def test_help_is_chinese_and_has_an_example_that_calls_the_command(path: str) -> None:
    """Click's own words do not show, and each example is a command line that parses."""
    command = ALL[path]
    page = command.get_help(click.Context(command, info_name=path))
    assert page.startswith("用法：")
    assert not ENGLISH_OF_CLICK.search(page)
    assert command.examples
    assert all(path in example for example in command.examples)


@pytest.mark.parametrize("path", [path for path, found in ALL.items() if isinstance(found, Command)])
def test_every_option_is_explained(path: str) -> None:
    """An option without a word of help is as good as hidden."""
    command = ALL[path]
    with click.Context(command, info_name=path) as ctx:
        options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
        arguments = [one for one in command.get_params(ctx) if isinstance(one, click.Argument)]
        assert [one.name for one in options if not one.help] == []
        helped = command.help or ""
        names = [one.make_metavar(ctx).strip("[]") for one in arguments]
    assert [name for name in names if name not in helped] == []


@pytest.mark.parametrize("path", ALL)
def test_examples_are_command_lines_that_parse(path: str) -> None:
    """An example that the command itself refuses would teach a mistake."""
    for example in ALL[path].examples:
        words = re.search(r"plus100 ([^)\"|>]*)", example)
        assert words, example
        parse(shlex.split(words[1]))


def parse(words: list[str]) -> None:
    """Parse a command line without running it; a usage error fails the test."""
    command: click.Command = root
    ctx = command.make_context("plus100", words, obj={})
    while isinstance(command, click.Group):
        name, inner, rest = command.resolve_command(ctx, [*ctx._protected_args, *ctx.args])  # noqa: SLF001
        assert inner is not None, name
        command, ctx = inner, inner.make_context(name, rest, parent=ctx)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_both_readmes_list_every_command(readme: str) -> None:
    """A command that is in no readme is found by nobody; one that is gone must leave them."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(plus100 [a-z -]+)` \|", text, re.MULTILINE))
    assert listed == {path for path, found in ALL.items() if isinstance(found, Command)}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_readme_examples_parse(readme: str) -> None:
    """The example beside each command is one that it takes."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    examples = re.findall(r"\| `plus100 ([^`]+)` \|$", text, re.MULTILINE)
    assert len(examples) == len([1 for found in ALL.values() if isinstance(found, Command)])
    for example in examples:
        parse(shlex.split(example))


@pytest.mark.parametrize("kind", [Command, Group])
def test_help_has_both_names_whoever_asks_first(kind: type[Command | Group]) -> None:
    """A command asked for its help by itself, without the group above, knows ``-h`` as well."""
    command = kind("by-itself")
    option = command.get_help_option(click.Context(command))
    assert option is not None
    assert option.opts == ["-h", "--help"]
