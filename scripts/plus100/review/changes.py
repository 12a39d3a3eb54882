"""Which commits and files a change consists of."""

from __future__ import annotations

from dataclasses import dataclass

from git.exc import GitCommandError

from plus100.core.findings import Finding
from plus100.review.objects import Commit, Objects
from plus100.review.say import refusal, shown
from plus100.review.trees import FileEdit, TreeFlaw, compare

NO_BASE, NO_HEAD, UNRELATED, SHALLOW, CROSSED = "G920", "G921", "G922", "G923", "G924"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change from ``fork`` (where base and head part) to ``head``, to be judged by what stands in
    ``base``. ``commits`` are those of the head that the base has not, newest first.
    """

    base: Commit
    fork: Commit
    head: Commit
    commits: tuple[str, ...]
    edits: tuple[FileEdit, ...]
    flaws: tuple[TreeFlaw, ...]


def read_change(objects: Objects, base: str, head: str) -> tuple[Change | None, tuple[Finding, ...]]:
    """The change from ``base`` to ``head`` (revisions), or why it cannot be told."""
    there, proposed = objects.commit(base), objects.commit(head)
    if there is None or proposed is None:
        return None, tuple(_missing(objects, base, head, there, proposed))
    forks = _forks(objects, there, proposed)
    fork = objects.commit(forks[0]) if len(forks) == 1 else None
    if fork is None:
        return None, (_no_fork(objects, base, len(forks)),)
    edits, flaws = compare(objects, fork.tree, proposed.tree)
    listed = objects.repo.git.rev_list(proposed.name, f"^{there.name}").split()
    return Change(base=there, fork=fork, head=proposed, commits=tuple(listed), edits=edits, flaws=flaws), ()


def _forks(objects: Objects, base: Commit, head: Commit) -> list[str]:
    try:
        found: str = objects.repo.git.merge_base("--all", base.name, head.name)
    except GitCommandError:
        return []
    return found.split()


def _missing(
    objects: Objects, base: str, head: str, there: Commit | None, proposed: Commit | None
) -> list[Finding]:
    if _is_shallow(objects):
        return [_shallow(base if there is None else head)]
    found = []
    if there is None:
        fix = "先取回目标分支：git fetch origin main；它被强制推送过的，用它现在的提交。"
        found.append(
            refusal(NO_BASE, "", f"Git 里没有 {shown(base)} 这个提交，不知道改动从哪里算起。", fix)
        )
    if proposed is None:
        fix = "先取回要检查的分支：git fetch origin 分支名，再用 --head 写它的提交。"
        found.append(refusal(NO_HEAD, "", f"Git 里没有 {shown(head)} 这个提交，没有可以检查的内容。", fix))
    return found


def _no_fork(objects: Objects, base: str, forks: int) -> Finding:
    if forks > 1:
        fix = "在自己的分支上运行 git merge origin/main 合并一次，再提交。"
        return refusal(CROSSED, "", f"这个分支与 {shown(base)} 多次互相合并，分不清哪些是这次的改动。", fix)
    if _is_shallow(objects):
        return _shallow(base)
    fix = "目标分支可能被强制推送过。运行 git fetch origin，从现在的 main 新建分支，把改动重新提交上去。"
    return refusal(UNRELATED, "", f"这个分支与 {shown(base)} 没有共同的历史。", fix)


def _is_shallow(objects: Objects) -> bool:
    found: str = objects.repo.git.rev_parse("--is-shallow-repository")
    return found == "true"


def _shallow(revision: str) -> Finding:
    fix = "取回完整历史：git fetch --unshallow；在流水线里把检出步骤的 fetch-depth 设为 0。"
    return refusal(SHALLOW, "", f"本地只有一部分历史，看不到 {shown(revision)} 与另一边的分叉处。", fix)
