"""What names and modes a tree may hold, whoever changes it (G901 to G913).

Names are those that every file system and every forge keeps apart: ordinary files, plain ASCII, no two
that differ in case only, nothing that Windows, Git or a shell reads as something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping

from plus100.core.findings import Finding
from plus100.review.objects import Commit, Objects
from plus100.review.say import refusal, shown
from plus100.review.trees import FILE, LINK, MODULE, FileEdit, Flaw, TreeFlaw, find, read_tree

IS_LINK, IS_MODULE, ODD_MODE = "G901", "G902", "G903"
ODD_NAME, HIDDEN_NAME, RESERVED, SAME_NAME, DOTS, TOO_LONG = "G904", "G905", "G906", "G907", "G908", "G909"
BROKEN, TOO_MUCH, LOST = "G910", "G911", "G912"

LONGEST_NAME, LONGEST_PATH, DEEPEST = 80, 200, 12

BULK = 64 * 1024 * 1024
"""Bytes that the files of one change may hold together: a push of a megabyte may unpack to gigabytes."""

_LESS = "分成几次提交，合起来每次不超过 64 兆字节。"

_NAME = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._-]*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?")
_GIT = re.compile(r"\.git|git~[0-9]+")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_FLAWS: dict[Flaw, tuple[str, str, str]] = {
    "broken": (BROKEN, "读不出来", "用 Git 自己的命令重新提交。"),
    "double": (BROKEN, "里有两个同名的文件", "用 Git 自己的命令重新提交，同名的只留一个。"),
    "unsorted": (BROKEN, "没有按 Git 的次序排列", "用 Git 自己的命令重新提交。"),
    "empty": (BROKEN, "里什么也没有", "用 Git 自己的命令重新提交，不要留下空的文件夹。"),
    "missing": (LOST, "的内容没有一起推送上来", "用 git fsck 检查本地仓库，再完整推送一次。"),
    "deep": (TOO_LONG, "的文件夹套得太深", "减少文件夹的层数。"),
    "many": (TOO_MUCH, "一次改动的文件太多", "分成几次提交，每次不超过 20000 个文件。"),
}


def check_paths(
    objects: Objects, head: Commit, edits: Iterable[FileEdit], flaws: Iterable[TreeFlaw]
) -> tuple[Finding, ...]:
    """Everything wrong with the names, modes and folders that a change leaves behind."""
    found = [_flawed(flaw) for flaw in flaws]
    left = [edit for edit in edits if edit.after is not None]
    about = {edit.after.object: objects.about(edit.after.object) for edit in left if edit.after}
    for edit in left:
        found += _one(edit, about)
    if sum(there[1] for edit in left if edit.after and (there := about[edit.after.object])) > BULK:
        found.append(refusal(TOO_MUCH, "", "这次改动的文件合起来太大，没有检查。", _LESS))
    touched = dict.fromkeys(path for edit in left for path in _lineage(edit.path))
    for folder in dict.fromkeys(path.rpartition("/")[0] for path in touched):
        found += _alike(objects, head, folder, touched)
    return tuple(found)


def _lineage(path: str) -> Iterator[str]:
    """The path and every folder above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _flawed(flaw: TreeFlaw) -> Finding:
    code, words, fix = _FLAWS[flaw.flaw]
    return refusal(code, flaw.path, f"文件夹 {shown(flaw.path) or '（最上层）'} {words}。", fix)


def _one(edit: FileEdit, known: Mapping[str, tuple[str, int] | None]) -> Iterator[Finding]:
    name = _name(edit.path)
    if name is not None:
        yield name
    mode = _mode(edit)
    if mode is not None:
        yield mode
        return
    about = known[edit.after.object] if edit.after else None
    if about is None or about[0] != "blob":
        fix = "用 git fsck 检查本地仓库，再完整推送一次。"
        yield refusal(LOST, edit.path, f"文件 {shown(edit.path)} 的内容没有一起推送上来。", fix)


def _mode(edit: FileEdit) -> Finding | None:
    """Only ordinary files. One that may be run already, and stays so, is a maintainer's matter."""
    before, after = edit.before, edit.after
    if (
        after is None
        or after.mode == FILE
        or (before is not None and before.mode == after.mode == "100755")
    ):
        return None
    path = shown(edit.path)
    if after.mode == LINK:
        return refusal(
            IS_LINK, edit.path, f"{path} 是链接，不是文件。", "放文件本身，不要放链接（快捷方式）。"
        )
    if after.mode == MODULE:
        fix = "把它移出本仓库；其他仓库的内容用网址引用。"
        return refusal(IS_MODULE, edit.path, f"{path} 是另一个 Git 仓库（子模块）。", fix)
    fix = (
        f"运行 git update-index --chmod=-x {path} 后重新提交。"
        if name_is_plain(edit.path)
        else "重新提交。"
    )
    return refusal(
        ODD_MODE, edit.path, f"{path} 的文件属性是 {after.mode}，只能是普通文件（100644）。", fix
    )


def name_is_plain(path: str) -> bool:
    """Whether every part of a path is of allowed characters and no trap."""
    return _name(path) is None


def _name(path: str) -> Finding | None:
    """The first thing that is wrong with a path's name."""
    said = shown(path)
    parts = path.split("/")
    if any(unicodedata.category(char) in _HIDDEN for char in path):
        fix = "重新输入文件名，只用小写字母、数字和连字符。"
        return refusal(HIDDEN_NAME, path, f"文件名 {said} 里有看不见或改变方向的字符。", fix)
    folded = [part.casefold().rstrip(". ") for part in parts]
    if any(not part or _GIT.fullmatch(part) for part in folded):
        fix = "文件名不能是空的，不能是 . 或 ..，不能叫 .git。"
        return refusal(DOTS, path, f"文件名 {said} 会指到别处。", fix)
    if any(_RESERVED.fullmatch(part) for part in folded) or any(part[-1:] in ". " for part in parts):
        fix = "换一个名称：Windows 留作他用的名称（con、nul、aux 等）和以点、空格结尾的名称都不行。"
        return refusal(RESERVED, path, f"文件名 {said} 在 Windows 上打不开。", fix)
    if not all(_NAME.fullmatch(part) for part in parts):
        fix = "只用小写字母、数字、连字符和点，例如 2018-03.yml；中文写在文件内容里。"
        return refusal(ODD_NAME, path, f"文件名 {said} 里有不允许的字符。", fix)
    if len(path) > LONGEST_PATH or len(parts) > DEEPEST or any(len(part) > LONGEST_NAME for part in parts):
        fix = f"文件名不超过 {LONGEST_NAME} 个字符，连同文件夹不超过 {LONGEST_PATH} 个字符、{DEEPEST} 层。"
        return refusal(TOO_LONG, path, f"文件名 {said[:60]}… 太长，或文件夹套得太深。", fix)
    return None


def _alike(objects: Objects, head: Commit, folder: str, touched: Container[str]) -> Iterator[Finding]:
    """Names in one folder that are the same to a file system that does not tell cases apart, where the
    change has touched one of them.
    """
    node = find(objects, head.tree, folder) if folder else None
    if folder and (node is None or not node.is_folder):
        return
    seen: dict[str, str] = {}
    for name in read_tree(objects, node.object if node else head.tree).entries:
        first = seen.setdefault(name.casefold().rstrip(". "), name)
        path, other = (f"{folder}/{one}" if folder else one for one in (name, first))
        if first != name and (path in touched or other in touched):
            message = f"{shown(path)} 与 {shown(first)} 只差大小写，在 Windows 和 macOS 上是同一个文件。"
            yield refusal(SAME_NAME, path, message, "改用不同的名称，一律用小写。")
