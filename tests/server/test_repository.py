"""The repository that ``server init`` makes, and the hook without what it needs."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from plus100.cli.app import run
from plus100.server.desk import Push
from plus100.server.rulings import read_pushes
from plus100.server.shell import KEY
from plus100.server.trunk import MAIN
from support import pulls, pushes
from support.gitrepo import Store, store
from support.sshd import git

NOTHING = "0" * 40
SUN = "records/units/zhen/cadres/sun-wu"
ENTRY = "- {id: 20180301-zz, type: share, date: 2018-03-01, article: 示例文章}\n"
WANTED = {
    "core.bare": "true",
    "receive.fsckobjects": "true",
    "transfer.fsckobjects": "true",
    "receive.denynonfastforwards": "true",
    "receive.denydeletes": "true",
    "receive.maxinputsize": "7m",
    "core.logallrefupdates": "true",
    "gc.reflogexpire": "never",
}


def stdin(told: bytes) -> io.TextIOWrapper:
    """What Git tells a hook."""
    return io.TextIOWrapper(io.BytesIO(told))


def test_settings_and_hook(tmp_path: Path) -> None:
    """Whether made at once or set up anew, all settings stand once, and the hook runs the programs and the
    interpreter that ran ``init``.
    """
    folder = tmp_path / "a b.git"
    for _ in range(2):
        assert run(["server", "init", str(folder), "--largest", "7"]) == 0
    told = git(folder, "config", "--local", "--list").splitlines()
    assert len(told) == len(set(told))
    assert dict(line.split("=", 1) for line in told).items() >= WANTED.items()
    assert git(folder, "symbolic-ref", "HEAD") == MAIN
    assert git(folder, "config", "core.hooksPath") == str(folder / "hooks")
    hook = (folder / "hooks" / "pre-receive").read_text()
    assert f"exec {sys.executable} -I -m plus100.cli server pre-receive" in hook
    assert not (folder / "hooks" / "post-receive").exists()


def test_what_is_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with files, or a work tree, is no place for it; a source without main is said."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    assert run(["server", "init", str(tmp_path / "full")]) == 2
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["x"]
    subprocess.run(["git", "init", "--quiet", str(tmp_path / "tree")], check=True)
    assert run(["server", "init", str(tmp_path / "tree")]) == 2
    assert run(["server", "init", str(tmp_path / "new.git"), "--from", str(tmp_path / "tree")]) == 2
    assert "取不到 main" in capsys.readouterr().err


def test_main_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guide's own command: ``--from .`` is the folder in which it is typed."""
    here, made = tmp_path / "here", tmp_path / "records.git"
    commit = pulls.bench().base
    git(tmp_path, "clone", "--quiet", "--no-checkout", str(pulls.bench().store.folder), str(here))
    git(here, "update-ref", MAIN, commit)
    monkeypatch.chdir(here)
    assert run(["server", "init", str(made), "--from", "."]) == 0
    assert git(made, "rev-parse", MAIN) == commit


def test_the_hook_says_what_it_misses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who pushes, or main: without either nothing is taken."""
    store(tmp_path / "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")
    monkeypatch.delenv(KEY, raising=False)
    assert run(["server", "pre-receive"]) == 1
    assert "不知道是谁推送的" in capsys.readouterr().err
    monkeypatch.setenv(KEY, pulls.fingerprint("qian-si"))
    monkeypatch.setattr(sys, "stdin", stdin(f"{NOTHING} {'1' * 40} {MAIN}\n".encode()))
    assert run(["server", "pre-receive"]) == 1
    assert "还没有 main 分支" in capsys.readouterr().err


def test_many_findings_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty are told, the rest counted; a ref that is fine is told of beside one that is not."""
    bench = pulls.bench()
    bench.store.branch("main", bench.base)
    files = {
        f"records/units/xian/cadres/qian-si/log/n{n}.yml": ENTRY.replace("zz", f"n{n}") for n in range(30)
    }
    bad = bench.head({f"scripts/n{n}.py": "x" for n in range(30)})
    good = pushes.signed(
        bench.store, {**pulls.base_files(), **dict([*files.items()][:1])}, (bench.base,), "qian-si"
    )
    monkeypatch.chdir(bench.store.folder)
    monkeypatch.setenv(KEY, pulls.fingerprint("qian-si"))
    lines = f"{NOTHING} {bad} refs/heads/qian-si/bad\n{NOTHING} {good} refs/heads/qian-si/good\n"
    monkeypatch.setattr(sys, "stdin", stdin(lines.encode()))
    assert run(["server", "pre-receive"]) == 1
    out = capsys.readouterr().out
    assert "……还有 11 处。" in out
    assert "qian-si/bad：不能收，有 31 处要改。" in out
    assert "qian-si/good：检查通过，等审核人合并。" in out


@pytest.mark.parametrize("line", [b"x", b"1 2 refs/heads/main", f"{NOTHING} {NOTHING}".encode()])
def test_a_line_of_another_form_is_no_way_through(line: bytes) -> None:
    """What cannot be read is not passed over: the hook fails, and Git takes nothing."""
    with pytest.raises(ValueError, match="no line of a push"):
        read_pushes(line + b"\n")
    with pytest.raises(ValueError, match="no line of a push"):
        read_pushes(line)


def test_a_refs_name_may_be_of_any_bytes() -> None:
    """It is read, so that it can be refused."""
    found = read_pushes(f"{NOTHING} {'1' * 40} refs/heads/\u2028\xa0".encode() + b"\xff\n")
    assert found == (Push(NOTHING, "1" * 40, "refs/heads/\u2028\xa0\\xff"),)


# -- the day of receipt ----------------------------------------------------------------------------


def merged(here: Store, base: str) -> tuple[str, str]:
    """A commit of Sun Wu's, whose key has ended meanwhile, and the merge of it."""
    files = {**pulls.base_files(), f"{SUN}/log/b.yml": ENTRY}
    head = pushes.signed(here, files, (base,), "sun-wu")
    return head, pushes.signed(here, files, (base, head), "qian-si")


@pytest.mark.parametrize(
    ("arrived", "codes"), [(None, {"G952"}), (1_527_811_200, set()), (1_530_403_200, {"G952"})]
)
def test_a_key_is_judged_by_the_day_its_commit_arrived(
    arrived: int | None, codes: set[str], tmp_path: Path
) -> None:
    """A branch that came in time may be merged later; one that came late, or never, may not, whatever its
    commits claim. The days are the server's own.
    """
    here = store(tmp_path / "repo.git")
    base = here.commit(here.tree(pulls.base_files()))
    head, merge = merged(here, base)
    if arrived is not None:
        log = here.folder / "logs" / "refs" / "heads" / "sun-wu" / "a"
        log.parent.mkdir(parents=True)
        log.write_text(f"{NOTHING} {head} SHA256:x <key@plus100> {arrived} +0000\tpush\n")
    ruling = pushes.ruled(here.folder, base, Push(base, merge, MAIN), "qian-si")
    assert {one.code for one in ruling.refused} == codes


def test_ones_own_merge_agrees_to_nothing() -> None:
    """What needs a second person waits on the branch, and is refused when its author merges it."""
    record = "records/units/zhen/cadres/zhou-liu/cadre.yml"
    row = "{reason: maternity, approver: 书记, approved_on: 2018-01-01, from: 2018-01-01}"
    more = f"exemptions:\n  - {row}\n"
    case = {"key": "qian-si", "append": {record: more}}
    waiting = pushes.ruling(case)
    assert (waiting.refused, [one.code for one in waiting.waiting]) == ((), ["G936"])
    merged_by_author = pushes.ruling({**case, "merge": {"signer": "qian-si"}})
    assert [one.code for one in merged_by_author.refused] == ["G940"]


def test_a_branch_that_left_a_commit_has_not_received_it(tmp_path: Path) -> None:
    """Only where a branch came *to* a commit does the server's log say when it arrived."""
    here = store(tmp_path / "repo.git")
    base = here.commit(here.tree(pulls.base_files()))
    head, merge = merged(here, base)
    log = here.folder / "logs" / "refs" / "heads" / "sun-wu" / "a"
    log.parent.mkdir(parents=True)
    log.write_text(f"{head} {'1' * 40} SHA256:x <key@plus100> 1527811200 +0000\tpush\n")
    ruling = pushes.ruled(here.folder, base, Push(base, merge, MAIN), "qian-si")
    assert {one.code for one in ruling.refused} == {"G952"}
