"""What commits hold though the head does not: it would stay in the history (G910, G911, G913, G914)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plus100.core.findings import Finding
from plus100.intake import leaks
from plus100.intake.limit import MAX_BYTES
from plus100.review.changes import Change
from plus100.review.commits import Form, form_of
from plus100.review.objects import Commit, Objects
from plus100.review.paths import BROKEN, BULK, TOO_MUCH, check_paths
from plus100.review.rights.places import place_of
from plus100.review.say import refusal, shown
from plus100.review.trees import FileEdit, Node, TreeFlaw, compare

PASSING, LEAKED = "G913", "G914"

MOST = 2_000
"""Commits that one change may bring."""

STEPS = 50_000
"""Files that all of these may touch, one after the other."""

_SHOWN = 10
_STRAY = frozenset({"code", "nowhere"})
_TEXTS = (".yml", ".yaml", ".md")
_GIVEN_AWAY = frozenset({"C717", "C719", "L501", "L502", "L503", "L504"})
_FIX = "从 main 新建分支，只提交最后的结果，不要带上那个提交。"
_ERASE = "从 main 新建分支，只提交最后的结果；已经推送过的，告诉管理员清除那个提交。"


def passing(objects: Objects, change: Change) -> Iterator[Finding]:
    """Every commit's own words, and the names, modes and contents that only commits on the way hold."""
    if len(change.commits) > MOST:
        message = f"这次改动有 {len(change.commits)} 个提交，太多了，没有检查。"
        yield refusal(TOO_MUCH, "", message, "把提交合并成几个，或分成几次提交。")
        return
    in_head = {(edit.path, edit.after) for edit in change.edits}
    stray = any(place_of(edit.path, objects.prefix).thing in _STRAY for edit in change.edits)
    files = size = 0
    for name in change.commits:
        form = form_of(objects, name)
        if form is None:
            message = f"提交 {name[:10]} 的写法与 Git 自己写的不同，不能检查。"
            yield refusal(BROKEN, "", message, "用 Git 自己的命令重新提交。")
            continue
        yield from _said(name, form)
        commit = objects.commit_of(name)
        if commit is None:
            yield refusal(PASSING, "", f"提交 {name[:10]} 的内容读不出来，或大得读不完。", _FIX)
            continue
        if commit.tree == change.head.tree:
            continue
        edits, flaws = _brought(objects, change, commit, form)
        fresh = [edit for edit in edits if (edit.path, edit.after) not in in_head]
        files, size = files + len(edits), size + _bytes(objects, fresh)
        if files > STEPS or size > BULK:
            message = "这次改动的提交一个接一个改的文件太多或太大，没有检查。"
            yield refusal(TOO_MUCH, "", message, "把提交合并成几个，或分成几次提交。")
            return
        yield from _held(objects, commit, fresh, flaws, stray=stray)


def _said(commit: str, form: Form) -> Iterator[Finding]:
    """Numbers in a commit's message. A mailbox may stand there: Git itself writes such lines."""
    for found in leaks.scan("", form.message.encode()):
        if found.code != "L503":
            message = f"提交 {commit[:10]} 的说明里：{found.message}"
            yield refusal(LEAKED, "", message, _ERASE)
            return


def _brought(
    objects: Objects, change: Change, commit: Commit, form: Form
) -> tuple[list[FileEdit], list[TreeFlaw]]:
    """What a commit holds that none of its parents does. A parent is another commit of the change, or one
    that the base has already.
    """
    edits: dict[tuple[str, Node], FileEdit] = {}
    flaws: set[TreeFlaw] = set()
    for place, parent in enumerate(form.parents or (change.fork.name,)):
        before = objects.commit_of(parent) or change.fork
        some, wrong = compare(objects, before.tree, commit.tree)
        found = {(edit.path, edit.after): edit for edit in some if edit.after}
        edits = found if place == 0 else {mark: edits[mark] for mark in edits.keys() & found.keys()}
        flaws = set(wrong) if place == 0 else flaws & set(wrong)
    return sorted(edits.values(), key=lambda edit: edit.path), sorted(flaws)


def _bytes(objects: Objects, edits: Iterable[FileEdit]) -> int:
    sizes = (objects.about(edit.after.object) for edit in edits if edit.after)
    return sum(about[1] for about in sizes if about)


def _held(
    objects: Objects, commit: Commit, fresh: list[FileEdit], flaws: Iterable[TreeFlaw], *, stray: bool
) -> Iterator[Finding]:
    """What is wrong with what a commit holds for a while: whoever has the history has it for good.
    ``stray``: the change is about programs and the like itself, so that they may well be on the way.
    """
    for found in check_paths(objects, commit, fresh, flaws)[:_SHOWN]:
        message = f"提交 {commit.name[:10]} 里有不允许的文件 {shown(found.where.path)}：{found.message}"
        yield refusal(PASSING, found.where.path, message, _FIX)
    for path, found in leaks.in_names([edit.path for edit in fresh]).items():
        yield refusal(LEAKED, path, f"提交 {commit.name[:10]}：{found.message}", _ERASE)
    for edit in fresh:
        if not stray and place_of(edit.path, objects.prefix).thing in _STRAY:
            message = f"提交 {commit.name[:10]} 里有 {shown(edit.path)}，最后的结果里没有，它会留在历史里。"
            yield refusal(PASSING, edit.path, message, _FIX)
        elif not stray and _bytes(objects, [edit]) > MAX_BYTES:
            what = f"提交 {commit.name[:10]} 里的 {shown(edit.path)} 超过 1 MiB"
            message = f"{what}，最后的结果里没有，它会留在历史里。"
            yield refusal(PASSING, edit.path, message, _FIX)
        for found in _leaks(objects, edit):
            message = f"提交 {commit.name[:10]} 里的 {shown(edit.path)} {found.message}"
            yield refusal(LEAKED, edit.path, message, _ERASE)


def _leaks(objects: Objects, edit: FileEdit) -> tuple[Finding, ...]:
    """The first thing that a text or picture gives away."""
    data = objects.blob(edit.after.object) if edit.after else None
    if data is None or len(data) > MAX_BYTES:
        return ()
    if edit.path.endswith(_TEXTS):
        return leaks.scan(edit.path, data)[:1]
    if place_of(edit.path, objects.prefix).thing != "column":
        return ()
    from plus100.intake.pictures import read_picture  # noqa: PLC0415  (decoders: most changes need none)

    told = read_picture(edit.path, data)[1]
    return tuple(one for one in told if one.code in _GIVEN_AWAY)[:1]
