"""Before a push, on one's own machine: ``plus100 guard --local``, and the hook that calls it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plus100.cli.app import run
from support import mini, pulls

QIAN = "records/units/xian/cadres/qian-si"
ENTRY = "- {id: 20180301-la, type: share, date: 2018-03-01, article: 示例文章}\n"
EXEMPT = "exemptions:\n  - {reason: maternity, approver: 书记, approved_on: 2018-01-01, from: 2018-01-01}\n"


def git(folder: Path, *arguments: str) -> None:
    """A command that must succeed."""
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of the bench, on a machine whose Git knows nobody."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    bench = pulls.bench()
    bench.store.branch("main", bench.base)
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--branch", "main", str(bench.store.folder), str(folder))
    git(folder, "config", "user.name", "x")
    git(folder, "config", "user.email", "somebody@shili")
    monkeypatch.chdir(folder)
    return folder


def commit(clone: Path, files: Mapping[str, str]) -> None:
    """A commit of some files."""
    for path, text in files.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text, encoding="utf-8")
    git(clone, "add", "--all", "--force")
    git(clone, "commit", "--quiet", "--no-gpg-sign", "--message", "x")


def guard(capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The command's exit code and what it prints."""
    code = run(["guard", "--local"])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("setting", ["a file", "its public half", "the key itself", "git's own form"])
def test_known_by_the_key_that_signs(clone: Path, setting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """However Git is told of the key, its holder is judged by the records at origin/main."""
    file = pulls.KEYS / "qian-si"
    public = pulls.public("qian-si")
    said = {"a file": file, "its public half": f"{file}.pub", "the key itself": public}
    git(clone, "config", "user.signingkey", str(said.get(setting, f"key::{public}")))
    commit(clone, {f"{QIAN}/log/b.yml": ENTRY})
    assert guard(capsys) == (0, "可以改：1 个文件。\n", "")
    commit(clone, {"scripts/tool.py": "x\n"})
    code, out, _ = guard(capsys)
    assert code == 1
    assert "G934" in out


def test_known_by_mailbox(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a registered key, the part of the mailbox before the sign."""
    git(clone, "config", "user.email", "zhou-liu@shili")
    commit(clone, {f"{QIAN}/log/b.yml": ENTRY})
    code, out, _ = guard(capsys)
    assert code == 1
    assert "zhou-liu" in out


def test_unknown(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody whom the records do not know may push; names are looked at, and it says so."""
    commit(clone, {f"{QIAN}/log/b.yml": ENTRY})
    code, _, err = guard(capsys)
    assert code == 0
    assert "认不出本机是谁" in err
    commit(clone, {f"{QIAN}/log/nul.yml": ENTRY})
    assert guard(capsys)[0] == 1


def test_what_waits_for_another_may_be_pushed(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That somebody must agree is said, and is no reason to keep it on the machine."""
    git(clone, "config", "user.email", "qian-si@shili")
    record = "records/units/zhen/cadres/zhou-liu/cadre.yml"
    commit(clone, {record: pulls.base_files()[record].decode() + EXEMPT})
    code, out, _ = guard(capsys)
    assert code == 0
    assert "G936" in out


def test_without_main(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository that was never fetched from anywhere is no fault, and the fix is said."""
    git(clone, "remote", "rename", "origin", "elsewhere")
    code, out, _ = guard(capsys)
    assert code == 0
    assert "git fetch origin main" in out


def test_the_hook_stops_a_push(clone: Path, tmp_path: Path) -> None:
    """``pre-commit`` as ``make hooks`` installs it, with the repository's own configuration."""
    (clone / ".pre-commit-config.yaml").write_text((mini.ROOT / ".pre-commit-config.yaml").read_text())
    (clone / ".venv").symlink_to(Path(sys.executable).parent.parent)
    git(clone, "config", "user.email", "zhou-liu@shili")
    subprocess.run([".venv/bin/pre-commit", "install"], cwd=clone, check=True, capture_output=True)
    git(tmp_path, "init", "--quiet", "--bare", "other.git")
    (clone / f"{QIAN}/log").mkdir(exist_ok=True)
    (clone / f"{QIAN}/log/b.yml").write_text(ENTRY, encoding="utf-8")
    git(clone, "add", f"{QIAN}/log/b.yml")
    git(clone, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "x")
    push = ["git", "push", str(tmp_path / "other.git"), "HEAD:refs/heads/zhou-liu/b"]
    done = subprocess.run(push, cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "G930" in done.stdout + done.stderr
