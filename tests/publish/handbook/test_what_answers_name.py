"""Whatever an answer or a guide names exists: commands and options, files, fields, codes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

import click
import pytest
import yaml

from plus100 import publish
from plus100.cli.app import plus100 as root
from plus100.intake.documents import kind_of
from plus100.intake.reading import strict_yaml
from plus100.intake.schema import COLUMNS, KINDS, is_valid, load
from plus100.ledger.assemble import check
from plus100.ledger.policy import rules
from plus100.measure.labels import ITEMS
from plus100.publish.handbook.chapters import CHAPTERS
from publish.handbook.the_book import ANSWERS, CASES, TEXTS, blocks, book, frame, not_built, spans
from support import mini

NOT_BUILT: dict[str, str] = yaml.safe_load((CASES / "not-built.yml").read_text(encoding="utf-8"))
PLACES = {"单位": "shili-xian", "干部": "shili-yi"}
FOLDERS = {"partners/", "log/"}
STEPS = {"records", "units", "cadres", "log"}
"""Folders that a guide names one by one, for whoever taps through them."""
OF_A_MONTH_OR_YEAR = re.compile(r"20[0-9]{2}(?:-[01][0-9])?\.yml")
PARTNER_ID = re.compile(r"p[0-9]{3}")


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a schema."""
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from nodes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from nodes(inner)


SCHEMAS = [node for kind in (*KINDS, *COLUMNS) for node in nodes(load(kind))]
FIELDS = {name for node in SCHEMAS for name in node.get("properties", ())}
CODES = {node["const"] for node in SCHEMAS if isinstance(node.get("const"), str)} | set(ITEMS)
THEMES = {
    theme.id
    for edition in frame().editions.values()
    for versions in edition.rules.values()
    for held in versions
    if isinstance(held.rule.does, rules.Themes)
    for theme in held.rule.does.themes
}

LINES = {
    line[line.index("plus100") :]
    for one in TEXTS.values()
    for block in blocks(one, "sh")
    for line in block.splitlines()
    if "plus100 " in line
}
COMMANDS = sorted(
    LINES | {span for one in TEXTS.values() for span in spans(one) if span.startswith("plus100")}
)
NAMES = sorted(
    {
        span
        for one in TEXTS.values()
        for span in spans(one)
        if not span.startswith(("plus100", "records/", "--")) and not span.endswith((".yml", "/"))
    }
)
FILES = sorted(
    {
        span
        for one in TEXTS.values()
        for span in spans(one)
        if span.startswith("records/") or span.endswith((".yml", "/"))
    }
)


def called(line: str) -> tuple[click.Command, list[str]]:
    """The command that a line calls, and the words that follow it."""
    found: click.Command = root
    words = shlex.split(line)[1:]
    while isinstance(found, click.Group) and words and words[0] in found.commands:
        found = found.commands[words.pop(0)]
    return found, words


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_exist_with_the_options_named(line: str) -> None:
    """The command explains itself, and each option that the answer writes is in that help."""
    command, words = called(line)
    assert command is not root
    page = command.get_help(click.Context(command, info_name="plus100"))
    assert page.startswith("用法：")
    assert {word for word in words if word.startswith("-")} <= set(
        re.findall(r"(?<![\w-])--?[a-z][a-z-]*", page)
    )


@pytest.mark.parametrize("name", NAMES)
def test_fields_and_codes_exist(name: str) -> None:
    """``cadre.yml``'s fields and the codes to write there are those of the schemas and policies."""
    if name == "--help" or name in STEPS or PARTNER_ID.fullmatch(name):
        return
    field, colon, value = name.partition(": ")
    assert field in FIELDS | (set() if colon else CODES | THEMES)
    if colon and re.fullmatch(r"[a-z_]+", value):
        assert value in CODES | THEMES | {"true", "false"}


@pytest.mark.parametrize("path", FILES)
def test_files_and_folders_are_where_records_are(path: str) -> None:
    """A path that an answer names is one that the reader of records knows."""
    for word, name in PLACES.items():
        path = path.replace(f"/{word}/", f"/{name}/")
    if path == "records/":
        path = "records/units/u/"
    if path in FOLDERS:
        path = f"records/units/u/cadres/c/{path}"
    if OF_A_MONTH_OR_YEAR.fullmatch(path):
        path = f"records/units/u/cadres/c/log/{path}"
    if path == "cadre.yml":
        path = "records/units/u/cadres/c/cadre.yml"
    if path == "unit.yml":
        path = "records/units/u/unit.yml"
    inside = ("cadre.yml", "unit.yml", "x.yml") if path.endswith("/") else ("",)
    assert any(kind_of(path + name) for name in inside)


EXAMPLES = [(name, text) for name, whole in TEXTS.items() for text in blocks(whole)]


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_are_sound_records(name: str, text: str) -> None:
    """A list to copy is valid as it stands; a part of a file holds only that file's fields."""
    value = plain(text)
    if isinstance(value, list):
        assert is_valid("partners", value) or is_valid("log", value), name
    else:
        known = set(load("cadre")["properties"]) | set(load("partners")["$defs"]["partner"]["properties"])
        units = set(load("unit")["properties"])
        assert set(value) <= known or set(value) <= units or is_valid("policy", value), name


def test_the_edition_in_the_guide_is_sound_where_it_may_be() -> None:
    """Under the national rules it can be taken as it stands; under Shandong's the ceiling refuses it."""
    text = next(one for one in blocks(TEXTS["guide/upper/rules"]) if one.startswith("id: "))
    path = "records/policies/shili-2019.yml"
    assert check(mini.source({path: text})) == ()
    below = text.replace("extends: national-2016", "extends: shandong-2017")
    assert [found.code for found in check(mini.source({path: below}))] == ["P416"]


def plain(text: str) -> Any:
    """The value of an example as the records' reader gives it: days stay text."""
    value, found = strict_yaml.read(text.encode(), "records/units/u/cadres/c/log/x.yml")
    assert found == ()
    return value


def test_what_is_not_built_is_listed() -> None:
    """Every capability that an answer says is missing stands in one table, and nothing else does: when it
    is built, table and answer are mended together.
    """
    said = {name: not_built(text) for name, text in TEXTS.items()}
    assert {name: "\n".join(one) for name, one in said.items() if one} == NOT_BUILT


def test_what_a_guide_says_to_tap_is_there() -> None:
    """The words in bold under a cadre's own page are those of its links."""
    guide = TEXTS["guide/cadre/phone"]
    named = re.findall(r"\*\*([^*]+)\*\*", guide.partition("## 自己新建文件")[0])
    package = Path(publish.__file__).parents[1]
    words = "".join(
        path.read_text(encoding="utf-8") for name in ("*.py", "*.j2") for path in package.rglob(name)
    )
    assert [one for one in (*named, "在网页上提交") if one not in words] == []
    assert len(named) == 3


def test_every_guide_can_be_reached_and_left() -> None:
    """Guides lead to one another from the first, and each back to it; titles are all different."""
    pages = {page.path: page for page in book().pages if page.path.startswith("guide/")}
    reached, waiting = set[str](), ["guide/index.md"]
    while waiting:
        path = waiting.pop()
        reached.add(path)
        links = re.findall(r"\]\(([^)#:\s]+\.md)", pages[path].markdown)
        found = {normpath(f"{dirname(path)}/{link}") for link in links}
        waiting += (found & pages.keys()) - reached
    assert reached == pages.keys()
    for path, page in pages.items():
        up = "../" * path.removeprefix("guide/").count("/")
        assert path == "guide/index.md" or f"]({up}index.md)" in re.sub(r"\.\./guide/", "", page.markdown)
    assert len({page.title for page in pages.values()}) == len(pages)


def test_every_answer_can_be_reached_and_left() -> None:
    """The index names every answer, and so does its chapter's page; each page leads back to both."""
    index, *pages, whole = (page for page in book().pages if page.path.startswith("qa/"))
    chapters = {page.path: page.markdown for page in pages if page.path.endswith("/index.md")}
    pages = [page for page in pages if page.path not in chapters]
    assert len(chapters) == len(CHAPTERS)
    assert "](all/index.md)" in index.markdown
    assert re.findall(r"^## .* \{ #(\S+) data", whole.markdown, re.MULTILINE) == list(ANSWERS)
    assert whole.markdown.count("**在这里怎么做**") == sum("## 在这里" in text for text in TEXTS.values())
    assert len(pages) == len(ANSWERS)
    for answer, page in zip(book().answers, pages, strict=True):
        assert f"]({answer.home.removeprefix('qa/')})" in index.markdown
        assert "](../../qa/index.md)" in page.markdown
        chapter = f"{answer.home.rpartition('/')[0]}/index.md"
        assert f"](../../{answer.home})" in chapters[chapter]
        assert f"](../../{chapter})" in page.markdown


def test_notes_are_on_the_page() -> None:
    """The first and the last page show documents with their clauses, and what lies beside them."""
    pages = {page.path: page.markdown for page in book().pages}
    page = pages["qa/lianxi/q41.md"]
    assert "## 依据 { data-search-exclude }\n\n- 《" in page
    assert "：第41问；第8问" in page
    assert "](../../policies/readings/index.md#x05)" in page
    assert "](../../policies/national-2016/index.md#partners-full_time)" in page
    assert "上一问" not in pages["qa/renshi/q01.md"]
    assert "下一问" not in pages["qa/yindao/q73.md"]
    assert "上一问" in pages["qa/yindao/q73.md"]
