"""Pushes that race for main: exactly one of those made at the same time on the same commit is taken, and
what is taken stays.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from plus100.server.shell import KEY
from support import pulls
from support.gitrepo import Content, Store, store
from support.pushes import signed
from support.sshd import git, plus100
from support.warm import warm_hook

ROUNDS, CLONES = 50, 4
DIRECT = {
    f"records/units/{unit}/unit.yml": pulls.base_files()[f"records/units/{unit}/unit.yml"]
    + b"direct_log: true\n"
    for unit in ("shi", "xian")
}
FOLDERS = {"zhao-san": "records/units/shi/cadres/zhao-san", "qian-si": "records/units/xian/cadres/qian-si"}


@dataclass(frozen=True)
class Racer:
    """A clone of one person's."""

    person: str
    store: Store

    def commit(self, main: str, files: Mapping[str, Content]) -> str:
        """A signed commit of these files on main."""
        return signed(self.store, files, (main,), self.person)

    def push(self, head: str, server: Path) -> tuple[bool, str]:
        """Push to main by way of Git's own receive-pack and the hook, as the person's connection."""
        asked = [
            "git",
            "-c",
            "core.fsync=none",
            "-C",
            str(self.store.folder),
            "push",
            str(server),
            f"{head}:refs/heads/main",
        ]
        environment = {**os.environ, KEY: pulls.fingerprint(self.person), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stderr


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Path]:
    """A repository by ``server init`` in which two units let the own log straight in."""
    seed = store(tmp_path / "seed.git")
    seed.branch("main", seed.commit(seed.tree({**pulls.base_files(), **DIRECT})))
    folder = tmp_path / "records.git"
    plus100("server", "init", str(folder), "--from", str(tmp_path / "seed.git"))
    git(folder, "config", "core.fsync", "none")
    with warm_hook(folder, tmp_path):
        yield folder


def racers(folder: Path, server: Path) -> list[Racer]:
    """Two clones each of two persons, with the server's objects at hand."""
    made = []
    for place in range(CLONES):
        here = store(folder / f"clone-{place}.git")
        (here.folder / "objects" / "info").mkdir()
        (here.folder / "objects" / "info" / "alternates").write_text(f"{server / 'objects'}\n")
        made.append(Racer(("zhao-san", "qian-si")[place % 2], here))
    return made


def entry(person: str, turn: int, place: int) -> dict[str, Content]:
    """A new file with one entry, unlike any other."""
    words = f"type: share, date: 2018-03-01, article: 示例{turn}.{place}"
    return {f"{FOLDERS[person]}/log/r{turn}-{place}.yml": f"- {{id: 20180301-r{turn}x{place}, {words}}}\n"}


def test_two_hundred_racing_pushes(server: Path, tmp_path: Path) -> None:
    """Fifty times four clones push to main at once. Of each four exactly one is taken; the others are told
    so; at the end main holds all that was taken, in a row, and nothing else.
    """
    files: dict[str, Content] = {**pulls.base_files(), **DIRECT}
    begun = tip = git(server, "rev-parse", "main")
    every = racers(tmp_path, server)
    taken: list[str] = []
    with ThreadPoolExecutor(CLONES) as at_once:
        for turn in range(ROUNDS):
            news = [entry(racer.person, turn, place) for place, racer in enumerate(every)]
            heads = [racer.commit(tip, {**files, **new}) for racer, new in zip(every, news, strict=True)]
            said = list(
                at_once.map(lambda pair: pair[0].push(pair[1], server), zip(every, heads, strict=True))
            )
            won = [place for place, (went, _) in enumerate(said) if went]
            assert len(won) == 1, "\n".join(told for _, told in said)
            assert all("rejected" in told for went, told in said if not went)
            files |= news[won[0]]
            tip = heads[won[0]]
            taken.append(tip)
            assert git(server, "rev-parse", "main") == tip
    assert git(server, "rev-list", "--reverse", f"{begun}..main").split() == taken
    logged = git(
        server, "ls-tree", "-r", "--name-only", "main", *(f"{one}/log/" for one in FOLDERS.values())
    )
    assert len([path for path in logged.splitlines() if "/log/r" in path]) == ROUNDS
    git(server, "fsck", "--strict", "--no-dangling")
