"""What Git knows about a records folder: any revision of it, read as objects, and how the work tree stands
to HEAD. Nothing is ever checked out, and no process of Git's outlives the question that it answers.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from subprocess import PIPE
from typing import IO, NamedTuple

from git import Commit, Repo
from git.exc import BadName, GitCommandError, InvalidGitRepositoryError, NoSuchPathError

from plus100.intake.limit import ENOUGH, MAX_BYTES
from plus100.intake.source import ORDINARY, SourceError

_BATCH = 500
"""Names asked of Git at once: fewer bytes than a pipe holds, so that neither side waits."""


def head(records: Path) -> tuple[str | None, datetime | None]:
    """The commit that a work tree's folder is just like, if it is, and the committer's date of HEAD."""
    repo = _repository(records)
    if repo is None:
        return None, None
    with repo:
        commit = _head(repo)
        if commit is None:
            return None, None
        return None if _dirty(repo, records) else commit.hexsha, commit.committed_datetime


def open_revision(records: Path, at: str) -> GitRevision:
    """The records folder as of a revision; ``SourceError`` as ``tree.open_source`` says."""
    if shutil.which("git") is None:
        raise SourceError("这台电脑没有安装 Git，不能用 --at；不加 --at 可以直接读文件夹里的记录。")
    repo = _repository(_nearest(records))
    if repo is None:
        raise SourceError(f"{records} 不在 Git 仓库里，不能用 --at。")
    with repo:
        return _opened(repo, records, at)


def _opened(repo: Repo, records: Path, at: str) -> GitRevision:
    try:
        commit = repo.commit(at)
        repo.git.cat_file("-e", f"{commit.hexsha}^{{tree}}")
    except (BadName, ValueError, IndexError, NotImplementedError, GitCommandError) as error:
        raise SourceError(f"Git 里没有这个版本：{at}。浅克隆请先运行 git fetch --unshallow。") from error
    inside = os.path.relpath(os.path.realpath(records), os.path.realpath(_top(repo))).replace(os.sep, "/")
    if inside.split("/")[0] == os.pardir:
        raise SourceError(f"{records} 不在 Git 仓库 {_top(repo)} 里面，不能用 --at。")
    listed = _listed(repo, commit, inside)
    if not listed:
        raise SourceError(f"版本 {at} 里没有 {inside} 文件夹。")
    within = "" if inside == "." else inside[: -len(records.name)]
    top_name = f"{records.name}/" if inside == "." else ""
    shown = tuple(blob._replace(path=top_name + blob.path[len(within) :]) for blob in listed)
    return GitRevision(
        records.parent, records.name, commit.hexsha, commit.committed_datetime, within, shown
    )


class Blob(NamedTuple):
    """A file of a commit: its path, its object, whether it is an ordinary file, whether it is too large."""

    path: str
    name: str
    ordinary: bool
    is_large: bool


@dataclass(frozen=True)
class GitRevision:
    """The files of one commit, read from Git's objects."""

    root: Path
    prefix: str
    revision: str | None
    committed: datetime | None
    within: str  # the records folder's parent inside the repository, "" or with a closing slash
    listed: tuple[Blob, ...] = field(repr=False)

    @cached_property
    def _blobs(self) -> Mapping[str, Blob]:
        return {blob.path: blob for blob in self.listed}

    @cached_property
    def _repo(self) -> Repo:
        return Repo(_nearest(self.root / self.prefix), search_parent_directories=True)

    def __getstate__(self) -> dict[str, object]:
        """Without the open repository: each process opens its own."""
        return {key: value for key, value in self.__dict__.items() if key not in {"_repo", "_blobs"}}

    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(self._blobs)

    def irregular(self) -> tuple[str, ...]:
        """What is not an ordinary file."""
        return tuple(blob.path for blob in self.listed if not blob.ordinary)

    def read(self, path: str) -> bytes:
        """One file's bytes."""
        ((_, data),) = self.read_many([path])
        return data

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files through one ``git cat-file --batch``."""
        process = self._repo.git.cat_file("--batch", as_process=True, istream=PIPE)
        try:
            for some in _batches(paths, _BATCH):
                blobs = [self._blobs[path] for path in some]
                asked = b"".join(b"%s\n" % blob.name.encode() for blob in blobs if not blob.is_large)
                process.stdin.write(asked)
                process.stdin.flush()
                for blob in blobs:
                    yield blob.path, self._beginning(blob) if blob.is_large else _object(process.stdout)
        finally:
            process.stdin.close()
            process.stdout.close()
            process.wait()

    def _beginning(self, blob: Blob) -> bytes:
        """As much of a large file as shows that it is one; Git is told to stop there."""
        process = self._repo.git.cat_file("blob", blob.name, as_process=True)
        try:
            found: bytes = process.stdout.read(ENOUGH)
            return found
        finally:
            process.stdout.close()
            process.proc.terminate()
            process.proc.wait()


def _batches(paths: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    rest = iter(paths)
    while some := tuple(islice(rest, size)):
        yield some


def _object(stream: IO[bytes]) -> bytes:
    """The next object: a line with name, type and size, the bytes, a newline."""
    head = stream.readline().split()
    if len(head) < len(("name", "type", "size")):
        raise SourceError(f"Git 里缺少文件内容 {head[0].decode()[:10]}：克隆不完整，请重新克隆。")
    size = int(head[2])
    data = stream.read(size)
    stream.read(1)
    return data


def _top(repo: Repo) -> Path:
    """Where the repository's paths begin. A bare one has no work tree: what lies beside its ``.git`` is
    taken for one, and if it has another name, it is as if its files lay within.
    """
    if repo.working_tree_dir is not None:
        return Path(repo.working_tree_dir)
    git = Path(repo.git_dir)
    return git.parent if git.name == ".git" else git


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _listed(repo: Repo, commit: Commit, inside: str) -> list[Blob]:
    """Each entry below a folder, sorted by path."""
    listing: bytes = repo.git.ls_tree(
        "-r",
        "-l",
        "-z",
        "--full-tree",
        commit.hexsha,
        "--",
        inside,
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )
    rows = (row.split(b"\t", 1) for row in listing.split(b"\0") if row)
    return sorted(_blob(os.fsdecode(path), *head.decode("ascii").split()) for head, path in rows)


def _blob(path: str, mode: str, _kind: str, name: str, size: str) -> Blob:
    """The size is no number where the object is missing or none of this repository."""
    return Blob(path, name, mode in ORDINARY, size.isdecimal() and int(size) > MAX_BYTES)


def _dirty(repo: Repo, records: Path) -> bool:
    """Whether the folder differs from HEAD, files that Git does not know or ignores included: they
    are read too.
    """
    asked = ("--porcelain", "--untracked-files=all", "--ignored=matching")
    try:
        return bool(repo.git.status(*asked, "--", os.fspath(records)))
    except GitCommandError:
        return True


def _repository(records: Path) -> Repo | None:
    """The Git repository around the folder, if there is one."""
    try:
        return Repo(records, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        return None


def _head(repo: Repo) -> Commit | None:
    try:
        return repo.head.commit
    except ValueError:
        return None
