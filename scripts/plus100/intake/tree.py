"""Records folders as sources: a work tree here, any Git revision in ``revision``. Links are listed but not
followed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from plus100.intake.limit import read_file
from plus100.intake.source import Source, SourceError


def open_source(records: Path, at: str | None = None) -> Source:
    """The records folder as it lies on disk, or as of the revision ``at``.

    ``SourceError`` where there is no such folder or revision, or no Git repository around it.
    """
    records = Path(records).absolute()
    if at is None and not records.is_dir():
        raise SourceError(f"找不到记录文件夹：{records}。请在仓库根目录运行，或用 --records 指明。")
    if at is None and not _may_be_in_git(records):
        return WorkTree(records.parent, records.name, None, None)
    from plus100.intake import revision  # noqa: PLC0415 - slow to import, and a plain folder needs none

    if at is not None:
        return revision.open_revision(records, at)
    return WorkTree(records.parent, records.name, *revision.head(records))


def _may_be_in_git(folder: Path) -> bool:
    """Whether Git is installed and there is anything like a repository around the folder."""
    marks = (each / mark for each in (folder, *folder.parents) for mark in (".git", "HEAD"))
    return shutil.which("git") is not None and any(mark.exists() for mark in marks)


@dataclass(frozen=True)
class WorkTree:
    """The files on disk. ``revision`` is known only where they are just as HEAD has them."""

    root: Path
    prefix: str
    revision: str | None
    committed: datetime | None

    @cached_property
    def _found(self) -> Mapping[str, bool]:
        return dict(sorted(_walk(os.fspath(self.root / self.prefix), self.prefix)))

    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(self._found)

    def irregular(self) -> tuple[str, ...]:
        """What is not an ordinary file."""
        return tuple(path for path, ordinary in self._found.items() if not ordinary)

    def read(self, path: str) -> bytes:
        """One file's bytes."""
        return read_file(self.root / path)

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files, in the given order."""
        root = os.fspath(self.root)
        for path in paths:
            yield path, read_file(os.path.join(root, path))  # noqa: PTH118 - hot


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, bool]]:
    """Each path below a folder, with whether it is an ordinary file; a folder that may not be opened
    is listed as none. Without recursion, since folders may be nested deeper than calls.
    """
    waiting = [(folder, prefix)]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            found = os.scandir(folder)
        except OSError:
            yield prefix, False
            continue
        with found:
            for item in found:
                path = f"{prefix}/{item.name}"
                if item.name == ".git":
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append((item.path, path))
                else:
                    yield path, item.is_file(follow_symlinks=False)
