"""Who may do what to which kind of path: every actor × kind × operation, as written down on a page of the
site (``docs/guide/reviewer/rights.md``). ``make bless`` writes the page anew; read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from plus100.review.changes import read_change
from plus100.review.guard import judge
from plus100.review.objects import Objects
from plus100.review.rights import page
from plus100.review.rights.table import TABLE
from plus100.review.roles import roles_of
from support import mini, pulls
from support.gitrepo import Content, Raw

DATA: dict[str, Any] = yaml.safe_load(
    (mini.ROOT / "tests/cases/review/matrix.yml").read_text(encoding="utf-8")
)
PAGE = mini.ROOT / "docs" / "guide" / "reviewer" / "rights.md"
ACTORS = [actor["id"] for actor in DATA["actors"]]
OPERATIONS = {"add": "新增", "change": "修改", "rename": "改名", "delete": "删除", "mode": "改属性"}
KINDS = [kind["title"] for kind in DATA["kinds"]]
YES, SECOND = "可以", "另一人同意"

Cell = tuple[str, str, str]


@cache
def start() -> Mapping[str, Content]:
    """The base."""
    return {**pulls.base_files(), **{path: text.encode() for path, text in DATA["before"].items()}}


def change_of(kind: Mapping[str, Any], operation: str) -> dict[str, Content] | None:
    """What an operation lays over the base; ``None`` where the kind has no such operation."""
    if operation not in kind.get("only", operation):
        return None
    if operation == "add":
        return {kind["add"]: kind["text"]} if "add" in kind else None
    path = kind["path"]
    content = start()[path]
    assert isinstance(content, bytes)
    if operation == "change":
        old = content.decode()
        assert "append" in kind or old.count(kind["find"]) == 1, kind
        return {
            path: old + kind["append"] if "append" in kind else old.replace(kind["find"], kind["replace"])
        }
    if operation == "rename":
        folder, _, name = path.rpartition("/")
        return {path: None, f"{folder}/{name.replace('.', '-b.', 1)}" if folder else f"b-{name}": content}
    return {path: None if operation == "delete" else Raw("100755", content)}


def verdict(objects: Objects, base: str, head: str) -> dict[str, str]:
    """What the guard says to every actor: allowed, allowed with another, or the codes."""
    change, faults = read_change(objects, base, head)
    assert change is not None, faults
    roles = roles_of(objects, change.base, pulls.RECEIVED)
    said = {}
    for actor in ACTORS:
        codes = sorted({one.code for one in judge(objects, change, roles, actor).refusals})
        said[actor] = YES if not codes else SECOND if codes == ["G936"] else " ".join(codes)
    return said


@cache
def matrix() -> Mapping[Cell, str]:
    """(kind, operation, actor) → verdict."""
    bench = pulls.bench()
    base = bench.store.commit(bench.store.tree(start()))
    found: dict[Cell, str] = {}
    with bench.open() as objects:
        for kind in DATA["kinds"]:
            for operation in OPERATIONS:
                over = change_of(kind, operation)
                if over is None:
                    continue
                head = bench.store.commit(bench.store.tree({**start(), **over}), base)
                for actor, said in verdict(objects, base, head).items():
                    found[kind["title"], operation, actor] = said
    return found


def as_markdown() -> Iterator[str]:
    """The page: the table of rights, then the matrix."""
    yield "# 谁可以改什么\n\n"
    yield (
        "每次提交都按这张表检查。权限以已经合并的记录为准，同一次改动里自己加上的不算；"
        "表里没有的，谁都不能改。一个单位没有登记审核人的，由最近的上级单位审核人负责。\n\n"
        "“另一人同意”指提交的人和当事人以外的人；一份文件涉及几项内容的，每一项都要有权。\n\n"
        "## 规定 {#table}\n\n"
    )
    yield page.table()
    yield (
        "\n## 逐项试过的结果 {#matrix}\n\n"
        "下面的每一格都是程序试出来的：示例单位 `xian` 的上级是 `shi`，`shi` 的上级是最上级 `sheng`。"
        "G 开头的是拒绝时的[检查项目](page:findings/)代号。\n\n"
    )
    heads = [actor["title"] for actor in DATA["actors"]]
    yield f"| 内容 | 操作 | {' | '.join(heads)} |\n|{'---|' * (len(heads) + 2)}\n"
    for kind in KINDS:
        rows: dict[tuple[str, ...], list[str]] = {}
        for operation, name in OPERATIONS.items():
            if (kind, operation, ACTORS[0]) in matrix():
                cells = tuple(matrix()[kind, operation, actor] for actor in ACTORS)
                rows.setdefault(cells, []).append(name)
        for cells, names in rows.items():
            yield f"| {kind} | {'、'.join(names)} | {' | '.join(cells)} |\n"


def test_the_page_says_what_the_guard_does(bless: bool) -> None:  # noqa: FBT001
    """Table and matrix, to the letter."""
    text = "".join(as_markdown())
    if bless:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    assert text == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_somebody_unknown_may_do_nothing(operation: str) -> None:
    """Deny by default: no cell of a person who is not in the base is anything but a refusal."""
    cells = {said for (_, op, actor), said in matrix().items() if actor == "nobody" and op == operation}
    assert cells
    assert all(re.fullmatch(r"G9\d\d( G9\d\d)*", said) for said in cells), cells


def test_nobody_may_change_a_mode() -> None:
    """Only ordinary files, whoever asks."""
    cells = {said for (_, op, _), said in matrix().items() if op == "mode"}
    assert cells == {"G903"}


def test_nobody_but_the_maintainer_touches_programs() -> None:
    """Code, schemas, workflows and everything that is not named."""
    for (kind, op, actor), said in matrix().items():
        if kind in {"程序", "字段定义", "流水线", "其他文件"} and op != "mode":
            assert (said == YES) == (actor == "wei-hu"), (kind, op, actor)


def test_every_kind_of_the_table_is_tried() -> None:
    """A row of the table that no change of the matrix touches would be words only."""
    touched = set()
    bench = pulls.bench()
    base = bench.store.commit(bench.store.tree(start()))
    with bench.open() as objects:
        for kind in DATA["kinds"]:
            for operation in OPERATIONS:
                over = change_of(kind, operation)
                if over is not None and operation != "mode":
                    head = bench.store.commit(bench.store.tree({**start(), **over}), base)
                    change, _ = read_change(objects, base, head)
                    assert change is not None
                    roles = roles_of(objects, change.base, pulls.RECEIVED)
                    touched |= {one.thing for one in judge(objects, change, roles, "nobody").touches}
    assert touched == set(TABLE)
