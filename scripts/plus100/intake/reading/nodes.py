"""The tree that the careful reading builds: each value with its place in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.messages.shown import HIDDEN, looks_personal
from plus100.intake.reading import faults
from plus100.intake.reading.text import Lines


@dataclass(slots=True, kw_only=True)
class Node:
    """A value with its place: offsets into the text, ``end`` excluded, ``None`` while it is open.

    ``style`` is plain, block, flow, or the mark with which a scalar begins. ``items`` are a
    collection's values by key or index, ``keys`` a mapping's keys; of a repeated key the first.
    ``merged`` says that another item of the list has run into this one.
    """

    pointer: Pointer
    start: int
    end: int | None = None
    value: object = None
    style: str = ""
    keys: dict[str, Node] = field(default_factory=dict)
    items: dict[str | int, Node] = field(default_factory=dict)
    merged: bool = False


class Reading:
    """A file's tree as far as it could be read, and what is wrong with it."""

    def __init__(self, path: str, lines: Lines) -> None:
        """Nothing is read yet."""
        self.path = path
        self.lines = lines
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.complete = False
        self.hashes = "#" in lines.text
        self.seen = 0

    def fault(self, code: str, offset: int, pointer: Pointer, **words: str) -> None:
        """Record a finding at an offset; ``words`` fill its message."""
        self.findings.append(faults.finding(code, self.where(offset, pointer), **words))

    def repeated(self, node: Node, place: Node) -> None:
        """Record a key that stands twice, with both places; or, if it is the one that a list's item begins
        with, that the next item's dash is missing. The rest of that item is then not said to be repeated.
        """
        if node.merged:
            return
        key = str(place.pointer[-1])
        node.merged = _begins_anew(node, key)
        where = self.where(place.start, node.pointer if node.merged else place.pointer, key=not node.merged)
        other = self.where(node.keys[key].start, node.keys[key].pointer, key=True)
        code = "Y150" if node.merged else "Y120"
        self.findings.append(faults.finding(code, where, other, key=shorten(key), line=str(other.line)))

    def where(self, offset: int, pointer: Pointer, *, key: bool = False) -> Location:
        """The location of an offset."""
        line, column = self.lines.place(offset)
        return Location(path=self.path, line=line, column=column, pointer=pointer, key=key)


def _begins_anew(node: Node, key: str) -> bool:
    """Whether a repeated key is an item's first one, with others in between."""
    is_item = node.style == "block" and bool(node.pointer) and isinstance(node.pointer[-1], int)
    return is_item and len(node.keys) > 1 and key == next(iter(node.keys))


def shorten(text: str, size: int = 40) -> str:
    """Text for a message: at most ``size`` characters, on one line; nothing of what may hold a number of
    somebody's, since messages end up in public logs.
    """
    flat = " ".join(text.split())
    if looks_personal(flat):
        return HIDDEN
    return flat if len(flat) <= size else flat[: size - 1] + "…"


class Places:
    """Which value an offset lies in, asked many times of one tree."""

    def __init__(self, root: Node | None) -> None:
        """Nothing is sorted yet."""
        self._root = root
        self._sorted: dict[Pointer, tuple[list[int], list[Node]]] = {}

    def innermost(self, offset: int) -> Pointer | None:
        """The pointer of the value whose text holds the offset; ``None`` for a comment. A key is no
        value: its place is the mapping's, so that a pointer never repeats it.
        """
        node = self._root
        while node is not None:
            inner = self._part(node, offset)
            if inner is None:
                return node.pointer if node.style not in ("block", "flow") else None
            if inner is node.keys.get(str(inner.pointer[-1])):
                return node.pointer
            node = inner
        return None

    def _part(self, node: Node, offset: int) -> Node | None:
        """The key or value of a collection that holds the offset."""
        if node.pointer not in self._sorted:
            parts = sorted((*node.keys.values(), *node.items.values()), key=lambda part: part.start)
            self._sorted[node.pointer] = [part.start for part in parts], parts
        starts, parts = self._sorted[node.pointer]
        index = bisect_right(starts, offset) - 1
        return parts[index] if index >= 0 and _holds(parts[index], offset) else None


def _holds(node: Node, offset: int) -> bool:
    return node.end is None or offset < node.end
