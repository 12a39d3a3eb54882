"""Two trees compared: which files differ. Trees are parsed here and not by ``git diff-tree``, so that a
tree built to be read in two ways (a name twice, out of order, with a slash) is seen for what it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from plus100.intake.source import ORDINARY
from plus100.review.objects import Objects

FILE, FOLDER, LINK, MODULE = "100644", "40000", "120000", "160000"

MOST = 20_000
"""Files that one change may touch; more is refused, not read."""

_SAMPLE = 100
"""Files of a change that is too large that are looked at all the same."""

DEEPEST = 32
"""Folders within folders that are looked into."""

_ENTRY = re.compile(rb"([0-7]{5,7}) ([^\0]*)\0", re.DOTALL)

Op = Literal["add", "change", "mode", "delete"]
Flaw = Literal["broken", "double", "unsorted", "empty", "missing", "deep", "many"]


class Node(NamedTuple):
    """What a tree says of a name: the mode in Git's digits, and the object."""

    mode: str
    object: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a tree."""
        return self.mode == FOLDER


class FileEdit(NamedTuple):
    """One path that differs. A rename is a delete and an add. ``mode``: only the mode differs. A path
    that is not UTF-8 carries surrogates.
    """

    path: str
    op: Op
    before: Node | None
    after: Node | None


class TreeFlaw(NamedTuple):
    """A folder of the head that is not a sound tree, or is too much to be read."""

    path: str
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree's entries by name, in the tree's order, and what is wrong with it as a tree."""

    entries: Mapping[str, Node]
    flaw: Flaw | None = None


EMPTY = Tree({})


def parse(data: bytes, width: int) -> Tree:
    """A tree from its bytes; ``width`` is that of an object's name (20 or 32). Of a name that occurs
    twice the later one is kept, and the flaw told.
    """
    entries: dict[str, Node] = {}
    keys: list[bytes] = []
    at, flaw = 0, None
    while at < len(data):
        match = _ENTRY.match(data, at)
        end = match.end() + width if match else 0
        if match is None or end > len(data):
            return Tree(entries, "broken")
        mode, name = match[1].decode(), os.fsdecode(match[2])
        if name in entries:
            flaw = "double"
        entries[name] = Node(mode, data[match.end() : end].hex())
        keys.append(match[2] + b"/" if mode == FOLDER else match[2])
        at = end
    if flaw is None and keys != sorted(keys):
        return Tree(entries, "unsorted")
    return Tree(entries, "double" if flaw else None)


def read_tree(objects: Objects, name: str | None) -> Tree:
    """The tree of that name; an empty one for ``None``, a flawed one where it cannot be read."""
    if name is None:
        return EMPTY
    found = objects.read(name)
    if found is None:
        return Tree({}, "missing")
    return parse(found[1], len(name) // 2) if found[0] == "tree" else Tree({}, "broken")


def find(objects: Objects, tree: str, path: str) -> Node | None:
    """What stands at a path below a tree."""
    node: Node | None = Node(FOLDER, tree)
    for name in path.split("/"):
        if node is None or not node.is_folder:
            return None
        node = read_tree(objects, node.object).entries.get(name)
    return node


def contents(objects: Objects, nodes: Mapping[str, Node]) -> dict[str, bytes]:
    """The bytes of those that are ordinary files, by path, asked of Git at once."""
    plain = {path: node.object for path, node in nodes.items() if node.mode in ORDINARY}
    objects.fetch(plain.values())
    return {path: objects.content(name) for path, name in plain.items()}


def below(objects: Objects, tree: str, path: str, *, deep: bool = True) -> Iterator[tuple[str, Node]]:
    """Every file below a folder of a sound tree, with its path from the top; only those directly in it
    unless ``deep``.
    """
    start = find(objects, tree, path) if path else Node(FOLDER, tree)
    waiting = [(path, start)] if start is not None and start.is_folder else []
    while waiting:
        folder, node = waiting.pop()
        for name, inner in read_tree(objects, node.object).entries.items():
            inside = f"{folder}/{name}" if folder else name
            if not inner.is_folder:
                yield inside, inner
            elif deep:
                waiting.append((inside, inner))


def compare(objects: Objects, before: str, after: str) -> tuple[tuple[FileEdit, ...], tuple[TreeFlaw, ...]]:
    """The files that differ between two trees, sorted by path, and the flaws of every folder of the
    second that differs. Folders that are the same on both sides are not read. Git writes no empty folder;
    one hides its name from whoever looks at files, and a billion of them cost a kilobyte.
    """
    edits: list[FileEdit] = []
    flaws: list[TreeFlaw] = []
    waiting: list[tuple[str, str | None, str | None]] = [("", before, after)] if before != after else []
    while waiting:
        folder, old, new = waiting.pop()
        if len(edits) + len(flaws) > MOST:
            # Nobody looks at the rest: the change is refused whatever it holds.
            del edits[_SAMPLE:], flaws[_SAMPLE:]
            flaws.append(TreeFlaw("", "many"))
            break
        if folder.count("/") >= DEEPEST:
            flaws.append(TreeFlaw(folder, "deep"))
            continue
        was, is_ = read_tree(objects, old), read_tree(objects, new)
        flaw = is_.flaw or ("empty" if folder and new and not is_.entries else None)
        if flaw:
            flaws.append(TreeFlaw(folder, flaw))
        for name in dict.fromkeys((*was.entries, *is_.entries)):
            path = f"{folder}/{name}" if folder else name
            pair = was.entries.get(name), is_.entries.get(name)
            if pair[0] != pair[1]:
                edits += _files(path, *pair)
                inner = [node.object if node and node.is_folder else None for node in pair]
                if inner[0] != inner[1]:
                    waiting.append((path, inner[0], inner[1]))
    return tuple(sorted(edits, key=lambda edit: edit.path)), tuple(sorted(flaws))


def _files(path: str, before: Node | None, after: Node | None) -> Iterator[FileEdit]:
    """What becomes of a name as a file. Folders count as nothing here: what is in them is told."""
    old = before if before and not before.is_folder else None
    new = after if after and not after.is_folder else None
    if old and new:
        yield FileEdit(path, "mode" if old.object == new.object else "change", old, new)
    elif old:
        yield FileEdit(path, "delete", old, None)
    elif new:
        yield FileEdit(path, "add", None, new)
