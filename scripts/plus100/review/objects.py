"""Git objects by name, through one ``git cat-file --batch`` for the whole review."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE
from typing import IO, Any, NamedTuple

from git import Repo
from git.exc import GitCommandError, InvalidGitRepositoryError, NoSuchPathError

LARGEST = 4 * 1024 * 1024
"""Objects above this many bytes are not read: no tree or commit of ours is near it."""

_TOGETHER = 500
"""Names asked of Git at once: fewer bytes than a pipe holds, so that neither side waits."""

_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class ObjectsError(Exception):
    """There is no Git repository here. The message is Chinese, for the user."""


class Commit(NamedTuple):
    """A commit with its tree, both by object id, and the committer's date in seconds and zone."""

    name: str
    tree: str
    committed: int
    zone: str


@dataclass(slots=True)
class Objects:
    """A repository's objects. ``prefix`` is the records folder's path from the repository's top; ``bases``
    are what ``base_of`` has looked up, by commit.
    """

    repo: Repo
    prefix: str
    bases: dict[str, Any] = field(default_factory=dict, repr=False)
    _batch: Any = field(default=None, repr=False)
    _sizes: Any = field(default=None, repr=False)
    _read: dict[str, tuple[str, bytes] | None] = field(default_factory=dict, repr=False)

    @property
    def within(self) -> str:
        """The path of the folder that holds the records, "" where that is the repository's top."""
        return self.prefix.rpartition("/")[0]

    def commit(self, revision: str) -> Commit | None:
        """The commit that a revision names; ``None`` where there is none, or its tree is not here."""
        if revision.startswith("-"):
            return None
        if _NAME.fullmatch(revision) and (found := self.commit_of(revision)) is not None:
            return found  # without asking another process
        try:
            name = self.repo.git.rev_parse("--verify", "--quiet", f"{revision}^{{commit}}")
        except GitCommandError:
            return None
        return self.commit_of(name)

    def commit_of(self, name: str) -> Commit | None:
        """The commit of that object id; ``None`` where it is none, or it or its tree is not here."""
        found = self.read(name)
        if found is None or found[0] != "commit":
            return None
        head = found[1].partition(b"\n\n")[0].decode("utf-8", "replace")
        tree = re.search(r"^tree (\S+)$", head, re.MULTILINE)
        committer = re.search(r"^committer .*> (\d{1,12}) ([+-]\d{4})$", head, re.MULTILINE)
        if tree is None or self.read(tree[1]) is None:
            return None
        seconds, zone = (int(committer[1]), committer[2]) if committer else (0, "+0000")
        return Commit(name, tree[1], seconds, zone)

    def read(self, name: str) -> tuple[str, bytes] | None:
        """Type and bytes of an object; ``None`` where it is missing or too large to be read. Each is
        read once.
        """
        if name not in self._read:
            self._read[name] = self._ask(name)
        return self._read[name]

    def blob(self, name: str) -> bytes | None:
        """A file's bytes."""
        found = self.read(name)
        return found[1] if found is not None and found[0] == "blob" else None

    def content(self, name: str) -> bytes:
        """A file's bytes where there must be some to judge. One that is too large to be read is zeros, as
        many as show that it is; one that is missing, which is refused as such, is empty.
        """
        data = self.blob(name)
        if data is None and (about := self.about(name)) is not None and about[0] == "blob":
            return bytes(LARGEST + 1)
        return data or b""

    def about(self, name: str) -> tuple[str, int] | None:
        """Type and bytes of an object without reading it; ``None`` where it is missing."""
        if not _NAME.fullmatch(name):
            return None
        if self._sizes is None:
            self._sizes = self.repo.git.cat_file("--batch-check", as_process=True, istream=PIPE)
        self._sizes.stdin.write(f"{name}\n".encode("ascii"))
        self._sizes.stdin.flush()
        header = self._sizes.stdout.readline().decode("ascii").split()
        return None if header[-1] == "missing" else (header[1], int(header[2]))

    def fetch(self, names: Iterable[str]) -> None:
        """Read many objects at once, so that asking for each later costs nothing."""
        wanted = [name for name in dict.fromkeys(names) if name not in self._read and _NAME.fullmatch(name)]
        for start in range(0, len(wanted), _TOGETHER):
            some = wanted[start : start + _TOGETHER]
            process = self._process()
            process.stdin.write("".join(f"{name}\n" for name in some).encode("ascii"))
            process.stdin.flush()
            self._read.update((name, _take(process.stdout)) for name in some)

    def _ask(self, name: str) -> tuple[str, bytes] | None:
        if not _NAME.fullmatch(name):
            return None
        process = self._process()
        process.stdin.write(f"{name}\n".encode("ascii"))
        process.stdin.flush()
        return _take(process.stdout)

    def _process(self) -> Any:  # noqa: ANN401  (GitPython's process has no type)
        if self._batch is None:
            self._batch = self.repo.git.cat_file("--batch", as_process=True, istream=PIPE)
        return self._batch

    def close(self) -> None:
        """End the processes."""
        for process in (self._batch, self._sizes):
            if process is not None:
                process.stdin.close()
                process.stdout.close()
                process.wait()
        self._batch = self._sizes = None


def _take(stream: IO[bytes]) -> tuple[str, bytes] | None:
    """The next object: a line with name, type and size, the bytes, a newline; or a line that says that
    it is missing. One that is too large is passed over.
    """
    header = stream.readline().decode("ascii").split()
    if header[-1] == "missing":
        return None
    size = int(header[2])
    if size > LARGEST:
        left = size
        while left:
            left -= len(stream.read(min(left, 1 << 20)))
        data = None
    else:
        data = stream.read(size)
    stream.read(1)
    return None if data is None else (header[1], data)


@contextmanager
def open_objects(records: Path) -> Iterator[Objects]:
    """The objects of the repository in which a records folder lies (in a bare one, would lie at the
    top). The folder need not be there. ``ObjectsError`` where there is no repository.
    """
    records = Path(records).absolute()
    there = next(each for each in (records, *records.parents) if each.is_dir())
    try:
        repo = Repo(there, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise ObjectsError(f"{there} 不在 Git 仓库里。请在仓库的文件夹里运行。") from error
    # What an object's name says is what it is: a pushed refs/replace/… must not stand in for it.
    repo.git.update_environment(GIT_NO_REPLACE_OBJECTS="1")
    objects = Objects(repo, _prefix(repo, records))
    try:
        yield objects
    finally:
        objects.close()
        repo.close()


def _prefix(repo: Repo, records: Path) -> str:
    """The records folder's path from the repository's top, with slashes."""
    if repo.working_tree_dir is None:
        return records.name
    top = os.path.realpath(repo.working_tree_dir)
    return os.path.relpath(os.path.realpath(records), top).replace(os.sep, "/")
