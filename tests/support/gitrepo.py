"""A bare repository written object by object: fast, and able to hold trees that Git itself would not
make. Contents are given as path → bytes (or ``Raw``) over a base.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

DAY = 1_543_536_000
"""2018-11-30, midnight UTC: the miniature repository's as-of."""


class Raw(NamedTuple):
    """A file with a mode of its own; ``object`` instead of bytes where it is to point anywhere."""

    mode: str
    data: bytes = b""
    object: str = ""


Content = bytes | str | Raw | None


class Entry(NamedTuple):
    """A tree's entry as raw as it gets."""

    mode: str
    name: bytes
    object: str


@dataclass
class Store:
    """Objects of one bare repository."""

    folder: Path
    written: set[str] = field(default_factory=set)

    def object(self, kind: str, data: bytes) -> str:
        """Write an object; its name."""
        whole = b"%s %d\0%s" % (kind.encode(), len(data), data)
        name = hashlib.sha1(whole, usedforsecurity=False).hexdigest()
        if name not in self.written:
            path = self.folder / "objects" / name[:2] / name[2:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(zlib.compress(whole, 1))
            self.written.add(name)
        return name

    def raw_tree(self, entries: Iterable[Entry]) -> str:
        """A tree with these entries in this order."""
        data = b"".join(
            b"%s %s\0%s" % (one.mode.encode(), one.name, bytes.fromhex(one.object)) for one in entries
        )
        return self.object("tree", data)

    def tree(self, files: Mapping[str, Content]) -> str:
        """A sound tree of files; names with bytes that are no UTF-8 carry surrogates."""
        here: list[Entry] = []
        folders: dict[str, dict[str, Content]] = {}
        for path, content in files.items():
            name, slash, rest = path.partition("/")
            if slash:
                folders.setdefault(name, {})[rest] = content
            elif content is not None:
                here.append(self._entry(name, content))
        for name, inner in folders.items():
            if all(content is None for content in inner.values()):
                continue
            made = self.tree(inner)
            here.append(Entry("40000", name.encode("utf-8", "surrogateescape"), made))
        return self.raw_tree(
            sorted(here, key=lambda one: one.name + (b"/" if one.mode == "40000" else b""))
        )

    def _entry(self, name: str, content: bytes | str | Raw) -> Entry:
        if isinstance(content, str):
            content = content.encode()
        if isinstance(content, bytes):
            content = Raw("100644", content)
        return Entry(
            content.mode,
            name.encode("utf-8", "surrogateescape"),
            content.object or self.object("blob", content.data),
        )

    def commit(
        self, tree: str, *parents: str, message: str = "x", when: int = DAY, author: str = "x <x@shili>"
    ) -> str:
        """A commit of a tree."""
        lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
        lines += [f"author {author} {when} +0000", f"committer x <x@shili> {when} +0000", "", message, ""]
        return self.object("commit", "\n".join(lines).encode())

    def branch(self, name: str, commit: str) -> None:
        """Let a branch point at a commit."""
        path = self.folder / "refs" / "heads" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{commit}\n")


def store(folder: Path) -> Store:
    """A new bare repository."""
    for name in ("objects", "refs/heads"):
        (folder / name).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n")
    return Store(folder)
