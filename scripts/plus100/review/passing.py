"""What commits on the way hold though the head does not: it would stay in the history (G911, G913,
G914).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plus100.core.findings import Finding
from plus100.intake import leaks
from plus100.intake.limit import MAX_BYTES
from plus100.review.changes import Change
from plus100.review.objects import Objects
from plus100.review.paths import check_paths
from plus100.review.say import refusal, shown
from plus100.review.trees import FileEdit, compare

PASSING, TOO_MUCH, LEAKED = "G913", "G911", "G914"

MOST = 2_000
"""Commits that one change may bring."""

_SHOWN = 10


def passing(objects: Objects, change: Change) -> Iterator[Finding]:
    """Names and modes of every commit but the head's, against the place where the change began."""
    if len(change.commits) > MOST:
        message = f"这次改动有 {len(change.commits)} 个提交，太多了，没有检查。"
        yield refusal(TOO_MUCH, "", message, "把提交合并成几个，或分成几次提交。")
        return
    in_head = {(edit.path, edit.after) for edit in change.edits}
    seen: set[str] = set()
    for name in change.commits:
        commit = objects.commit_of(name) if name != change.head.name else None
        if commit is None or commit.tree in seen or commit.tree == change.head.tree:
            continue
        seen.add(commit.tree)
        edits, flaws = compare(objects, change.fork.tree, commit.tree)
        fresh = [edit for edit in edits if (edit.path, edit.after) not in in_head]
        yield from _leaks(objects, name, fresh)
        for found in check_paths(objects, commit, fresh, flaws)[:_SHOWN]:
            message = f"提交 {name[:10]} 里有不允许的文件 {shown(found.where.path)}：{found.message}"
            fix = "从 main 新建分支，只提交最后的结果，不要带上那个提交。"
            yield refusal(PASSING, found.where.path, message, fix)


def _leaks(objects: Objects, commit: str, edits: Iterable[FileEdit]) -> Iterator[Finding]:
    """Personal data in what a commit holds for a while: whoever has the history has it for good."""
    for edit in edits:
        data = objects.blob(edit.after.object) if edit.after else None
        if data is None or len(data) > MAX_BYTES or not edit.path.endswith((".yml", ".yaml", ".md")):
            continue
        for found in leaks.scan(edit.path, data)[:1]:
            message = f"提交 {commit[:10]} 里的 {shown(edit.path)} {found.message}"
            fix = "从 main 新建分支，只提交最后的结果；已经推送过的，告诉管理员清除那个提交。"
            yield refusal(LEAKED, edit.path, message, fix)
