"""A bare repository that takes pushes from cadres: settings of Git and the hooks."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from git import Git, Repo
from git.exc import GitCommandError, InvalidGitRepositoryError

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        # What is broken or built to mislead is refused before any hook is asked.
        "receive.fsckObjects": "true",
        "transfer.fsckObjects": "true",
        "core.protectHFS": "true",
        "core.protectNTFS": "true",
        # What was accepted stays, and the server remembers when it came and by which key.
        "receive.denyNonFastForwards": "true",
        "receive.denyDeletes": "true",
        "core.logAllRefUpdates": "true",
        "gc.reflogExpire": "never",
        "gc.reflogExpireUnreachable": "never",
        # A new branch has a reflog from its first push on; nobody else's settings lead to other hooks.
        "receive.advertiseAtomic": "true",
        "receive.advertisePushOptions": "false",
        "uploadpack.allowAnySHA1InWant": "false",
    }
)


OLDEST = (2, 38)
"""The first Git whose ``merge-tree`` writes the tree of a merge."""


class RepositoryError(Exception):
    """The repository cannot be set up. The message is Chinese, for the user."""


def init(
    folder: Path,
    program: tuple[str, ...],
    *,
    largest: int,
    records: str,
    keys: Path | None = None,
) -> Repo:
    """Set up a bare repository, or set up an existing one anew. ``program`` is the command ``plus100`` as
    this server has it; ``largest`` the megabytes that one push may bring; ``keys`` the
    ``authorized_keys`` that is written anew whenever main moves.
    """
    folder = folder.absolute()
    if folder.exists() and any(folder.iterdir()) and not _is_bare(folder):
        raise RepositoryError(f"{folder} 里已有别的内容。请换一个空的位置，或写一个裸仓库。")
    if Git().version_info[:2] < OLDEST:
        raise RepositoryError("服务器上的 Git 太旧，要 2.38 以上。")
    repo = Repo.init(folder, bare=True, initial_branch="main")
    values = {
        **SETTINGS,
        "receive.maxInputSize": f"{largest}m",
        "core.hooksPath": str(folder / "hooks"),
    }
    for name, value in values.items():
        repo.git.config("--replace-all", name, value)
    _hook(folder, "pre-receive", (*program, "server", "pre-receive", "--records", records))
    if keys is not None:
        after = (*program, "server", "authorized-keys", str(folder), "--output", str(keys.absolute()))
        _hook(folder, "post-receive", (*after, "--records", records))
    return repo


def _is_bare(folder: Path) -> bool:
    try:
        return bool(Repo(folder).bare)
    except InvalidGitRepositoryError:
        return False


def _hook(folder: Path, name: str, command: tuple[str, ...]) -> None:
    """A hook that is one command: the server's own, whatever is pushed."""
    hook = folder / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f"#!/bin/sh\n# Written by plus100 server init; run that again after moving anything.\n"
        f"exec {shlex.join(command)}\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)


def fill(repo: Repo, source: str) -> None:
    """Take main from another repository, as its administrator: no hook is asked. A folder is looked for
    from where the administrator stands; Git would look from the bare repository.
    """
    place = str(Path(source).absolute()) if Path(source).is_dir() else source
    try:
        repo.git.fetch("--no-tags", place, "refs/heads/main:refs/heads/main")
    except GitCommandError as error:
        raise RepositoryError(f"从 {source} 取不到 main 分支。请检查地址，并确认那里有 main。") from error
