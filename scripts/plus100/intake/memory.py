"""Records that lie in memory: a ``Source`` without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """``files`` maps paths, which begin with ``prefix/``, to bytes; ``links`` are paths that are no
    ordinary files.
    """

    files: Mapping[str, bytes]
    links: frozenset[str] = frozenset()
    root: Path = field(default_factory=Path)
    revision: str | None = None
    committed: datetime | None = None
    prefix: str = "records"

    def paths(self) -> tuple[str, ...]:
        """Every file and link, sorted."""
        return tuple(sorted({*self.files, *self.links}))

    def irregular(self) -> tuple[str, ...]:
        """The links."""
        return tuple(sorted(self.links))

    def read(self, path: str) -> bytes:
        """One file."""
        return self.files[path]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files, in the given order."""
        return ((path, self.files[path]) for path in paths)
