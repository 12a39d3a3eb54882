"""The contributions to the columns that a change touches or can break, on both of its sides.

A piece rests on the units of the records and on the pictures beside it, a picture on the piece that names
it. Whatever else lies there is known by its name only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.kinds import FOLDER
from plus100.review.changes import Change
from plus100.review.objects import Objects
from plus100.review.paths import name_is_plain
from plus100.review.rights.places import place_of
from plus100.review.trees import Node, below, contents

_TEXT = ".md"


class _Side(NamedTuple):
    """The files of the folders looked into, and all that the touched texts among them say."""

    files: Mapping[str, Node]
    said: bytes


def drawers(objects: Objects, change: Change, docs: str) -> tuple[Drawer, Drawer]:
    """What is to be read before and after; nothing where the change cannot matter. ``docs`` is the folder's
    path from the repository's top.
    """
    columns = f"{docs}/{FOLDER}"
    touched = {
        edit.path
        for edit in change.edits
        if edit.path.startswith(f"{columns}/") and name_is_plain(edit.path)
    }
    units = any(place_of(edit.path, objects.prefix).thing == "unit" for edit in change.edits)
    if not touched and not units:
        return Drawer(), Drawer()
    folders = {columns} if units else {path.rpartition("/")[0] for path in touched}
    before, after = (
        _side(objects, [file for one in folders for file in below(objects, tree, one, deep=units)], touched)
        for tree in (change.fork.tree, change.head.tree)
    )
    asked = touched | _pictures(before, after, touched)
    searched = frozenset(_name(path) for path in asked if not _is_text(path)) - _names_in(after.said, asked)
    asked |= {path for one in (before, after) for path in _others(objects, one, searched, every=units)}
    return _drawer(objects, before, asked, docs), _drawer(objects, after, asked, docs)


def _side(objects: Objects, listed: list[tuple[str, Node]], touched: set[str]) -> _Side:
    files = dict(sorted(listed))
    texts = [node.object for path, node in files.items() if path in touched and _is_text(path)]
    objects.fetch(texts)
    return _Side(files, b"\n".join(objects.content(name) for name in texts))


def _pictures(before: _Side, after: _Side, touched: set[str]) -> set[str]:
    """The pictures of which the touched texts speak on one side only."""
    listed = {path for one in (before, after) for path in one.files if not _is_text(path)}
    return {
        path for path in listed - touched if (_name(path) in before.said) != (_name(path) in after.said)
    }


def _names_in(said: bytes, paths: set[str]) -> frozenset[bytes]:
    return frozenset(name for name in map(_name, paths) if name in said)


def _others(objects: Objects, side: _Side, names: frozenset[bytes], *, every: bool) -> Iterator[str]:
    """Texts that may speak of pictures by these names: in plain bytes, or with escapes; or all texts."""
    if not names and not every:
        return
    texts = {path: node.object for path, node in side.files.items() if _is_text(path)}
    objects.fetch(texts.values())
    for path, name in texts.items():
        data = objects.content(name)
        if every or b"\\" in data or any(one in data for one in names):
            yield path


def _drawer(objects: Objects, side: _Side, asked: set[str], docs: str) -> Drawer:
    """A side's files by paths as findings name them, from ``docs`` on."""
    within = len(docs) - len("docs")
    read = {path: node for path, node in side.files.items() if path in asked}
    plain = contents(objects, read)
    return Drawer(
        files={path[within:]: data for path, data in plain.items()},
        irregular=tuple(path[within:] for path in read if path not in plain),
        beside=tuple(path[within:] for path in side.files if path not in read),
    )


def _is_text(path: str) -> bool:
    return path.endswith(_TEXT)


def _name(path: str) -> bytes:
    return path.rpartition("/")[2].encode("utf-8", "surrogateescape")
