"""A server as an administrator would set it up, on loopback: ``sshd``, a repository by ``plus100 server
init``, keys made for the test, and clones of whoever works with it.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support import pulls
from support.gitrepo import store

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
PERSONS = (
    "zhou-liu", "sun-wu", "qian-si", "zhao-san", "wang-yi", "li-er", "feng-jiu", "wu-qi", "wei-hu",
    "gao-yi", "he-er", "nobody",
)  # fmt: skip
"""Who has a key. ``nobody`` stands in no record."""

NUMBERS = {person: 5000 + place for place, person in enumerate(PERSONS)}
"""Account numbers at a forge, for the same persons."""

CONFIG = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin forced-commands-only
MaxStartups 200
LogLevel ERROR
"""


@dataclass(frozen=True)
class Server:
    """A running server. ``repository`` is what ``server init`` has made."""

    folder: Path
    port: int

    @property
    def repository(self) -> Path:
        """The bare repository."""
        return self.folder / "records.git"

    @property
    def address(self) -> str:
        """What clients clone."""
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}/records.git"

    def key(self, person: str) -> Path:
        """A person's private key."""
        return self.folder / "keys" / person

    def ssh(self, person: str) -> tuple[str, ...]:
        """The client's command with a person's key."""
        return (
            "ssh", "-F", "none", "-i", str(self.key(person)),
            "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes",
            "-o", f"UserKnownHostsFile={self.folder / 'known_hosts'}", "-o", "StrictHostKeyChecking=yes",
        )  # fmt: skip

    def clone(self, person: str) -> Clone:
        """A working copy of a person, set up to sign."""
        clone = Clone(self, person, self.folder / "clones" / person)
        if not clone.folder.exists():
            clone.folder.parent.mkdir(exist_ok=True)
            environment = clone.environment()
            asked = ["git", "clone", "--quiet", self.address, str(clone.folder)]
            subprocess.run(asked, env=environment, check=True, capture_output=True)
        return clone

    def main(self) -> str:
        """The tip of main."""
        return git(self.repository, "rev-parse", "main")


@dataclass(frozen=True)
class Clone:
    """A person's clone."""

    server: Server
    person: str
    folder: Path

    def environment(self) -> dict[str, str]:
        """Git set up as the guide says, and nothing of the machine's own settings."""
        settings = {
            "user.name": self.person,
            "user.email": f"{self.person}@shili",
            "gpg.format": "ssh",
            "user.signingkey": str(self.server.key(self.person)),
            "commit.gpgsign": "true",
            "gc.auto": "0",
            "core.fsync": "none",
            "core.protectHFS": "false",
            "core.protectNTFS": "false",
        }
        counted = {"GIT_CONFIG_COUNT": str(len(settings))}
        for place, (name, value) in enumerate(settings.items()):
            counted |= {f"GIT_CONFIG_KEY_{place}": name, f"GIT_CONFIG_VALUE_{place}": value}
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.server.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_SSH_COMMAND": " ".join(self.server.ssh(self.person)),
            "LC_ALL": "C.UTF-8",
            **counted,
        }

    def git(self, *arguments: str) -> str:
        """A command that must succeed; what it prints."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command, whatever comes of it."""
        asked = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(asked, env=self.environment(), capture_output=True, text=True, check=False)

    def commit(self, files: Mapping[str, str], start: str = "origin/main") -> str:
        """A signed commit of some files on a revision."""
        self.git("fetch", "--quiet", "origin")
        self.git("checkout", "--quiet", "--detach", start)
        for path, text in files.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--message", "change")
        return self.git("rev-parse", "HEAD")

    def merge(self, revision: str) -> str:
        """Main with a revision merged into it, signed."""
        self.git("fetch", "--quiet", "origin")
        self.git("checkout", "--quiet", "--detach", "origin/main")
        self.git("merge", "--quiet", "--no-ff", "--no-edit", revision)
        return self.git("rev-parse", "HEAD")

    def push(self, *refspecs: str) -> tuple[bool, str]:
        """Whether a push was taken, and what the terminal shows."""
        done = self.run("push", "origin", *refspecs)
        return done.returncode == 0, done.stderr


def git(folder: Path, *arguments: str) -> str:
    """A command of the server's administrator."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def plus100(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as the administrator calls it."""
    return subprocess.run(
        [sys.executable, "-I", "-m", "plus100.cli", *arguments], capture_output=True, text=True, check=True
    )


@contextmanager
def serve(folder: Path, more: Mapping[str, bytes]) -> Iterator[Server]:
    """A server whose main holds the bench's base, more files over it, and a key and an account for each
    person that has a record.
    """
    for name in (folder / "host", *(folder / "keys" / person for person in PERSONS)):
        name.parent.mkdir(exist_ok=True)
        asked = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(name)]
        subprocess.run(asked, check=True, stdin=subprocess.DEVNULL)
    server = Server(folder, _free_port())
    host = (folder / "host.pub").read_text().strip()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {host}\n")
    seed = store(folder / "seed.git")
    seed.branch("main", seed.commit(seed.tree(with_keys(server, {**pulls.base_files(), **more}))))
    keys = str(folder / "authorized_keys")
    plus100(
        "server",
        "init",
        str(server.repository),
        "--from",
        str(folder / "seed.git"),
        "--authorized-keys",
        keys,
    )
    git(server.repository, "config", "core.fsync", "none")  # for the tests' time; nothing else is different
    with _running(server):
        yield server


def with_keys(server: Server, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The records with each person's key and account in their present engagement."""
    made = dict(files)
    for person in PERSONS:
        public = (server.folder / "keys" / f"{person}.pub").read_text().strip()
        key = f"  - {{public: {public}, from: 2017-01-01}}\n"
        account = f"  - {{forge: github, number: {NUMBERS[person]}}}\n"
        for path in sorted(made):
            text = made[path].decode() if path.endswith(f"/cadres/{person}/cadre.yml") else ""
            if text and "until: 2017-06-30\nleft" not in text:
                made[path] = _beside(_beside(text, "keys:\n", key), "forge_accounts:\n", account).encode()
    public = (server.folder / "keys" / "wei-hu.pub").read_text().strip()
    settings = made["records/settings.yml"].decode()
    account = "forge_accounts: [{forge: github, number: 900}]"
    assert account in settings
    more = (
        f"keys: [{{public: {public}, from: 2017-01-01}}], {account.replace('900', str(NUMBERS['wei-hu']))}"
    )
    made["records/settings.yml"] = settings.replace(account, more).encode()
    return made


def _beside(text: str, field: str, row: str) -> str:
    """One more row of a field's list."""
    return text.replace(field, f"{field}{row}", 1) if f"\n{field}" in text else f"{text}{field}{row}"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def _running(server: Server) -> Iterator[None]:
    config = server.folder / "sshd_config"
    config.write_text(CONFIG.format(port=server.port, folder=server.folder))
    if os.geteuid() == 0:
        # What Debian's service does before it starts; without root there is no need of it.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    log = server.folder / "sshd.log"
    assert SSHD is not None
    with log.open("w") as told:
        process = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", str(config)], stderr=told, env={"PATH": os.environ["PATH"]}
        )
        try:
            _wait(server.port, process, log)
            yield
        finally:
            process.terminate()
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text()
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text())
