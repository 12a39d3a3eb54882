"""Identity with the real ``git`` and ``ssh-keygen``: who signed what, and where Git's own verdict is not
enough.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plus100.review.changes import read_change
from plus100.review.identity import Account, by_account, by_key
from plus100.review.objects import open_objects
from plus100.review.roles import roles_of
from plus100.review.signatures import Signed, allowed_signers, by_signatures, one_person, taken_apart
from support import mini, pulls

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run Git in a work tree of the base, with nobody's settings."""
    mini.lay_out(tmp_path, dict(pulls.base_files()))
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(tmp_path)}

    def run(*words: str, when: str = "2018-11-30T00:00:00Z", **env: str) -> str:
        dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        made = subprocess.run(
            ["git", *words],
            cwd=tmp_path,
            env={**os.environ, **alone, **dated, **env},
            capture_output=True,
            text=True,
            check=True,
        )
        return made.stdout.strip()

    run("init", "-q", "-b", "main")
    for key, value in (("user.name", "x"), ("user.email", "x@shili"), ("gpg.format", "ssh")):
        run("config", key, value)
    run("add", "-A")
    run("commit", "-q", "-m", "base")
    run("switch", "-q", "-c", "pull")
    return run


def sign(git: Git, folder: Path, key: str, author: str, when: str = "2018-11-30T00:00:00Z") -> str:
    """A commit that Git itself signs; its name."""
    private = folder / f".{key}"
    private.write_bytes((pulls.KEYS / key).read_bytes())
    private.chmod(0o600)
    (folder / "scripts" / f"{key}-{author}.txt").write_text(when)
    git("add", "scripts")
    git(
        *("-c", f"user.signingkey={private}", "commit", "-q", "-S", "-m", "x"),
        *("--author", f"x <{author}@shili>"),
        when=when,
    )
    return git("rev-parse", "HEAD")


def judged(folder: Path, day: date = pulls.RECEIVED) -> tuple[tuple[Signed, ...], str]:
    """What we say of each commit, and the allowed signers that we write."""
    with open_objects(folder / "records") as objects:
        change, faults = read_change(objects, "main", "pull")
        assert change is not None, faults
        roles = roles_of(objects, change.base, day)
        return by_signatures(objects, roles, change), allowed_signers(roles)


def test_a_commit_that_git_signed_is_its_authors(git: Git, tmp_path: Path) -> None:
    """Git's own signature, made with a registered key, names the person."""
    name = sign(git, tmp_path, "zhao-san", "zhao-san")
    signed, _ = judged(tmp_path)
    assert signed == (Signed(name, "zhao-san", ()),)
    assert one_person(signed) == ("zhao-san", ())


def test_git_calls_a_commit_good_that_one_signed_for_another(git: Git, tmp_path: Path) -> None:
    """``G`` says that some allowed key signed; we ask whose name is on it."""
    name = sign(git, tmp_path, "zhao-san", "qian-si")
    signed, signers = judged(tmp_path)
    (tmp_path / "signers").write_text(signers)
    config = f"gpg.ssh.allowedSignersFile={tmp_path / 'signers'}"
    assert git("-c", config, "log", "-1", "--format=%G? %GS", name) == "G zhao-san"
    assert [one.code for one in signed[0].findings] == ["G955"]


def test_git_calls_an_expired_key_good_in_a_backdated_commit(git: Git, tmp_path: Path) -> None:
    """Git holds the dates of ``allowed_signers`` against what the committer claims; we hold them against
    the day of receipt.
    """
    name = sign(git, tmp_path, "sun-wu", "sun-wu", when="2018-01-01T00:00:00Z")
    dated = f'sun-wu namespaces="git",valid-before="20180701" {pulls.public("sun-wu")}\n'
    (tmp_path / "dated").write_text(dated)
    config = f"gpg.ssh.allowedSignersFile={tmp_path / 'dated'}"
    assert git("-c", config, "log", "-1", "--format=%G?", name) == "G"
    signed, signers = judged(tmp_path)
    assert [one.code for one in signed[0].findings] == ["G952"]
    assert pulls.public("sun-wu") not in signers
    assert judged(tmp_path, date(2018, 6, 30))[0][0].person == "sun-wu"


def test_each_commit_is_asked(git: Git, tmp_path: Path) -> None:
    """One unsigned commit among signed ones spoils the whole; two people do not make one."""
    sign(git, tmp_path, "zhao-san", "zhao-san")
    sign(git, tmp_path, "qian-si", "qian-si")
    signed, _ = judged(tmp_path)
    person, findings = one_person(signed)
    assert person is None
    assert [one.code for one in findings] == ["G955"]
    git("commit", "-q", "--allow-empty", "-m", "unsigned")
    _, findings = one_person(judged(tmp_path)[0])
    assert [one.code for one in findings] == ["G953"]


def test_the_same_person_three_ways() -> None:
    """Account, key and signature lead to one id."""
    bench = pulls.bench()
    with bench.open() as objects:
        commit = objects.commit(bench.base)
        assert commit is not None
        roles = roles_of(objects, commit, pulls.RECEIVED)
        assert by_account(roles, Account("github", 101)) == ("zhao-san", ())
        assert by_key(roles, pulls.fingerprint("zhao-san")) == ("zhao-san", ())


def test_a_commit_with_two_signatures_is_not_believed() -> None:
    """Which of them Git would look at is no question to be left open."""
    head = b"tree x\nauthor a <a@b> 1 +0000\ncommitter a <a@b> 1 +0000\ngpgsig a\n b\ngpgsig c\n d\n\nm\n"
    parts = taken_apart(head)
    assert parts is not None
    assert parts.signature == "?"


def test_what_is_no_commit_has_no_signature() -> None:
    """A tag or a torn object."""
    assert taken_apart(b"object x\n") is None
