"""Who may do what to which kind of path: every actor × kind × operation, as written down on a page of the
site (``docs/guide/reviewer/rights.md``) and cell by cell in ``tests/golden/rights.txt``. ``make bless``
writes both anew; read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
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
CELLS = mini.ROOT / "tests" / "golden" / "rights.txt"
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
    """The page: what each kind of person may do, as tried, then the table of rights."""
    yield "# 谁可以改什么\n\n"
    yield (
        "先找到自己是谁，看可以改什么；要查某一样内容归谁改，看后面的[规定](#table)。"
        "程序照这里检查每一次提交；这里没有写的，谁都不能改。\n\n"
        "- “另一人同意”：提交的人和当事人以外的人同意，合并就是同意。\n"
        "- 一份文件涉及几项内容的，每一项都要有权。\n"
        "- 权限以已经合并的记录为准，同一次改动里自己加上的不算。\n"
        "- 单位没有登记审核人的，由最近的上级单位审核人负责。\n\n"
        "## 你是谁 {#who}\n\n"
        "身份都是对一名示例团干部和他的单位说的，每一条都由程序逐项试过。\n\n"
    )
    for titles, what in people():
        yield f"### {titles}\n\n"
        yield "".join(f"- {one}。\n" for one in what) or "- 什么都不能改。\n"
        yield "\n"
    yield "## 规定 {#table}\n\n位置里的 `xian` 是示例单位，`zhao-san` 是示例团干部。\n\n"
    yield page.table()


def people() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Actors who may do the same, with what they may do alone and then with another's agreement."""
    same: dict[tuple[str, ...], list[str]] = {}
    for actor in DATA["actors"]:
        what = (*allowed(actor["id"], YES, ""), *allowed(actor["id"], SECOND, "（要另一人同意）"))
        same.setdefault(what, []).append(actor["title"])
    for what, titles in same.items():
        yield "、".join(titles), what


def allowed(actor: str, verdict: str, note: str) -> Iterator[str]:
    """Operations with the kinds that a verdict holds for: ``新增、修改：联系的青年、工作日志``."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    for kind in KINDS:
        found = tuple(name for op, name in OPERATIONS.items() if matrix().get((kind, op, actor)) == verdict)
        if found:
            kinds.setdefault(found, []).append(kind)
    for names, titles in kinds.items():
        yield f"{'、'.join(names)}{note}：{'、'.join(titles)}"


def cells() -> Iterator[str]:
    """Every cell of the matrix with its codes, for developers."""
    for (kind, operation, actor), said in sorted(matrix().items()):
        yield f"{kind} | {OPERATIONS[operation]} | {actor} | {said}\n"


@pytest.mark.parametrize(("written", "made"), [(PAGE, as_markdown), (CELLS, cells)], ids=["page", "cells"])
def test_the_page_says_what_the_guard_does(
    written: Path,
    made: Callable[[], Iterator[str]],
    bless: bool,  # noqa: FBT001
) -> None:
    """The page and every cell behind it, to the letter."""
    text = "".join(made())
    if bless:
        written.write_text(text, encoding="utf-8", newline="\n")
    assert text == written.read_text(encoding="utf-8")


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
