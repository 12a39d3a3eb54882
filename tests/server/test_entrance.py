"""Who may connect, and what a connection may ask for."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from plus100.cli.app import run
from plus100.review.objects import open_objects
from plus100.review.roles import roles_of
from plus100.server.entrance import BEGIN, END, key_lines, with_lines, write_lines
from plus100.server.shell import asked, environment
from support import pulls

REPOSITORY = Path("/srv/git/records.git")
COMMAND = ("/opt/plus 100/python", "-m", "x")


def lines(day: date) -> list[str]:
    """The lines for the bench's base on a day."""
    bench = pulls.bench()
    with bench.open() as objects:
        base = objects.commit(bench.base)
        assert base is not None
        return key_lines(roles_of(objects, base, day), COMMAND).splitlines()


def test_only_keys_that_are_valid_on_the_day_are_written() -> None:
    """Sun Wu's ends with June; nobody's is valid before it begins; each key has one line."""
    holders = {
        day: {line.rpartition(" ")[2] for line in lines(day)} for day in map(date.fromisoformat, DAYS)
    }
    assert holders == {date.fromisoformat(day): names for day, names in DAYS.items()}


DAYS = {
    "2016-12-31": set(),
    "2018-06-30": {"qian-si", "zhao-san", "sun-wu", "wang-yi"},
    "2018-07-01": {"qian-si", "zhao-san", "wang-yi"},
}


def test_a_line_forces_the_command_and_says_when_it_ends() -> None:
    """Nothing else may be done with the key; a path with a space stays one word."""
    (line,) = (line for line in lines(date(2018, 6, 30)) if line.endswith(" sun-wu"))
    fingerprint = pulls.fingerprint("sun-wu")
    assert line == (
        f"restrict,command=\"'/opt/plus 100/python' -m x {fingerprint}\","
        f'expiry-time="20180701" {pulls.public("sun-wu")} sun-wu'
    )
    (open_ended,) = (line for line in lines(date(2018, 6, 30)) if line.endswith(" qian-si"))
    assert "expiry" not in open_ended


def test_sshd_reads_the_lines(tmp_path: Path) -> None:
    """``ssh-keygen`` takes the file for what it is: so many keys."""
    path = tmp_path / "authorized_keys"
    write_lines(path, lambda: "".join(f"{line}\n" for line in lines(date(2018, 6, 30))))
    told = subprocess.run(["ssh-keygen", "-l", "-f", str(path)], capture_output=True, text=True, check=True)
    assert {line.split()[1] for line in told.stdout.splitlines()} >= {
        pulls.fingerprint(name) for name in ("qian-si", "zhao-san", "sun-wu")
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "{B}\nnew\n{E}\n"),
        ("own\n", "own\n{B}\nnew\n{E}\n"),
        ("own", "own\n{B}\nnew\n{E}\n"),
        ("own\n{B}\nold\n{E}\nother\n", "own\n{B}\nnew\n{E}\nother\n"),
        ("{B}\nold, cut off", "{B}\nnew\n{E}\n"),
    ],
)
def test_only_our_part_of_the_file_is_written(before: str, after: str) -> None:
    """An administrator's own lines stay as they are."""
    fill = {"B": BEGIN, "E": END}
    assert with_lines(before.format(**fill), "new\n") == after.format(**fill)


def test_a_file_is_replaced_at_once_or_not_at_all(tmp_path: Path) -> None:
    """Readers see the old file or the new one; whatever fails leaves the old one and nothing else."""
    path = tmp_path / ".ssh" / "authorized_keys"
    write_lines(path, lambda: "first\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700  # a new account has no such folder yet
    first = path.stat().st_ino

    def fail() -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_lines(path, fail)
    assert "first" in path.read_text()
    write_lines(path, lambda: "second\n")
    assert path.stat().st_ino != first
    assert {file.name for file in path.parent.iterdir()} == {"authorized_keys", "authorized_keys.lock"}


@pytest.mark.parametrize(
    ("line", "program"),
    [
        ("git-upload-pack 'records.git'", "upload-pack"),
        ("git-receive-pack '/records.git'", "receive-pack"),
        ("git upload-pack 'records'", "upload-pack"),
        ("git-receive-pack '/srv/git/records.git'", "receive-pack"),
        ("git-upload-pack '/srv/git/other.git'", None),
        ("git-upload-pack 'x/records.git'", None),
        ("git-upload-pack '../records.git'", None),
        ("git-upload-pack records.git", None),
        ('git-upload-pack "records.git"', None),
        ("git-upload-pack 'records.git' ", None),
        ("git-upload-pack 'records.git'\n", None),
        ("git-upload-pack 'records.git'; id", None),
        ("git-upload-pack '--help'", None),
        ("git-upload-pack --strict 'records.git'", None),
        ("git-upload-archive 'records.git'", None),
        ("git-shell", None),
        ("GIT-UPLOAD-PACK 'records.git'", None),
        ("", None),
    ],
)
def test_what_is_asked_for_is_one_of_four_forms(line: str, program: str | None) -> None:
    """Anything else is nothing, however near it comes."""
    assert asked(line, REPOSITORY) == program


def test_nothing_of_the_client_reaches_git() -> None:
    """But the protocol's version, where it is one."""
    given = {"PATH": "/bin", "HOME": "/h", "GIT_PROTOCOL": "version=2", "LC_ALL": "ja_JP.SJIS"}
    others = dict.fromkeys(("GIT_DIR", "LD_PRELOAD", "LANG", "LC_CTYPE", "TMPDIR", "PYTHONPATH"), "/x")
    kept = environment({**given, **others}, "SHA256:x")
    assert kept.items() >= {"PATH": "/bin", "GIT_PROTOCOL": "version=2", "PLUS100_KEY": "SHA256:x"}.items()
    assert kept["LC_ALL"] == "C.UTF-8"
    assert not others.keys() & kept.keys()
    assert "GIT_PROTOCOL" not in environment({**given, "GIT_PROTOCOL": "version=2:x"}, "SHA256:x")


def test_the_forced_command_imports_the_standard_library_only() -> None:
    """Every fetch waits for it."""
    code = (
        "import sys, plus100.server.__main__; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    others = {name for name in done.stdout.split() if not re.match(r"_|sitecustomize", name)}
    assert others == {"plus100"}


def test_the_command_prints_the_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the repository named, by main; a folder that is none, or has no main, is said to be so."""
    bench = pulls.bench()
    bench.store.branch("main", bench.base)
    assert run(["server", "authorized-keys", str(bench.store.folder)]) == 0
    out = capsys.readouterr().out
    assert out.count("restrict,command=") == 3
    assert f"plus100.server {bench.store.folder} SHA256:" in out
    assert run(["server", "authorized-keys", str(tmp_path / "none")]) == 2
    assert run(["server", "init", str(tmp_path / "new.git")]) == 0
    assert run(["server", "authorized-keys", str(tmp_path / "new.git")]) == 2
    assert "还没有 main 分支" in capsys.readouterr().err


def test_a_pushed_main_is_what_counts() -> None:
    """Keys are read from main, so that a branch that registers one opens nothing."""
    bench = pulls.bench()
    head = bench.head({"records/units/zhen/cadres/zhou-liu/cadre.yml": "id: zhou-liu\n"})
    with open_objects(bench.store.folder / "records") as objects:
        commit = objects.commit(head)
        assert commit is not None
        assert len(key_lines(roles_of(objects, commit, date(2018, 7, 1)), COMMAND).splitlines()) == 3
