"""Where records come from: a work tree or any Git revision, seen the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

ORDINARY = frozenset({"100644", "100755"})
"""Git's modes of ordinary files; no other is read."""


class SourceError(Exception):
    """There is no such records folder or revision. The message is Chinese, for the user."""


class Source(Protocol):
    """A records folder. Paths are POSIX, relative to the folder that holds ``records`` and so start
    with its name (``records/units/…``), as people and findings name them.

    A source is picklable: worker processes open it again.
    """

    @property
    def root(self) -> Path:
        """The folder that holds the records folder."""
        ...

    @property
    def prefix(self) -> str:
        """Name of the records folder, without a slash."""
        ...

    @property
    def revision(self) -> str | None:
        """The commit, ``None`` for a dirty tree or a folder without Git."""
        ...

    @property
    def committed(self) -> datetime | None:
        """Committer's date of that commit or of HEAD, with its zone; ``None`` without Git."""
        ...

    def paths(self) -> tuple[str, ...]:
        """Every file below the records folder, sorted; links and others are listed too."""
        ...

    def irregular(self) -> tuple[str, ...]:
        """Paths that are not ordinary files (symlinks, submodules, sockets)."""
        ...

    def read(self, path: str) -> bytes:
        """One file's bytes; of a file over ``limit.MAX_BYTES`` only so many as show that it is."""
        ...

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files likewise, in the given order, in one sweep."""
        ...
