"""A records folder as a source, without Git: just enough for measuring it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Folder:
    """Files below ``root``; ``scramble`` hands them out in another order."""

    root: Path
    revision: str | None = None
    committed: datetime | None = None
    scramble: bool = False

    @property
    def prefix(self) -> str:
        """The folder's name."""
        return self.root.name

    def paths(self) -> tuple[str, ...]:
        """Every file."""
        found = [
            path.relative_to(self.root.parent).as_posix() for path in self.root.rglob("*") if path.is_file()
        ]
        return tuple(sorted(found, reverse=self.scramble))

    def irregular(self) -> tuple[str, ...]:
        """None."""
        return ()

    def read(self, path: str) -> bytes:
        """One file's bytes."""
        return (self.root.parent / path).read_bytes()

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files."""
        return ((path, self.read(path)) for path in paths)
