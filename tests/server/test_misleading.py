"""Commits made to be read in two ways, or to move main's own time; pushes of too many refs."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pytest

from plus100.cli.app import run
from plus100.server.desk import Push, Ruling
from plus100.server.rulings import MOST
from support import pulls
from support.gitrepo import DAY, Content
from support.pushes import MAIN, NOTHING, ruled

QIAN = "records/units/xian/cadres/qian-si"
XIAN = "records/units/xian/unit.yml"
ENTRY: dict[str, Content] = {
    f"{QIAN}/log/n.yml": "- {id: 20180301-zz, type: share, date: 2018-03-01, article: 示例文章}\n"
}
HEAD = "author x <qian-si@shili> {when} +0000\ncommitter x <qian-si@shili> {when} +0000"


def commit(files: Mapping[str, Content], *lines: str, when: int = DAY) -> str:
    """A commit of some files over the base with these lines as its head, signed by qian-si."""
    store = pulls.bench().store
    tree = store.tree({**pulls.base_files(), **files})
    head = "\n".join([f"tree {tree}", *(line.format(when=when) for line in lines)]).encode()
    payload = head + b"\n\nmessage\n"
    armour = pulls.signature(payload, "qian-si", "git").strip().replace("\n", "\n ").encode()
    return store.object("commit", head + b"\ngpgsig " + armour + b"\n\nmessage\n")


def pushed(new: str, ref: str = "refs/heads/qian-si/a", main: str = "") -> Ruling:
    """The ruling on a push by qian-si."""
    main = main or pulls.bench().base
    return ruled(
        pulls.bench().store.folder, main, Push(main if ref == MAIN else NOTHING, new, ref), "qian-si"
    )


def codes(ruling: Ruling) -> set[str]:
    """The codes of what is refused."""
    return {one.code for one in ruling.refused}


def base() -> str:
    """The base's commit as a line."""
    return f"parent {pulls.bench().base}"


ODD: Mapping[str, tuple[str | Callable[[], str], ...]] = {
    "a second parent below": (base, HEAD, base),
    "a second tree below": (base, HEAD, lambda: "tree " + "1" * 40),
    "another author above": (base, "author x <sun-wu@shili> {when} +00000", HEAD),
    "another author below": (base, HEAD, "author x <sun-wu@shili> {when} +0000"),
    "two mailboxes of one author": (
        base, HEAD.replace("author x <", "author x <sun-wu@shili> <", 1)
    ),
    "no committer": (base, HEAD.partition("\n")[0]),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_a_commit_that_others_may_read_otherwise(odd: str) -> None:
    """Whatever Git makes of it, it is not of the form that Git writes."""
    lines = [line() if callable(line) else line for line in ODD[odd]]
    assert "G910" in codes(pushed(commit(ENTRY, *lines)))
    assert not pushed(commit(ENTRY, base(), HEAD)).refused


def test_a_merge_that_git_does_not_see() -> None:
    """A parent that stands where Git does not look: the branch would be in main without its history."""
    branch = commit(ENTRY, base(), HEAD)
    assert not pushed(commit(ENTRY, base(), f"parent {branch}", HEAD), MAIN).refused
    assert codes(pushed(commit(ENTRY, base(), HEAD, f"parent {branch}"), MAIN)) == {"G964"}


@pytest.mark.parametrize(
    ("when", "refused"),
    [(DAY, set()), (DAY - 80_000, set()), (631_152_000, {"G925"}), (4_070_908_800, {"G925"})],
)
def test_mains_own_time_goes_on(when: int, refused: set[str]) -> None:
    """Figures follow the time of main's last commit: nobody sets it to another year, by a merge or by
    log entries of their own.
    """
    branch = commit(ENTRY, base(), HEAD)
    merge = commit(ENTRY, base(), f"parent {branch}", HEAD, when=when)
    assert codes(pushed(merge, MAIN)) == refused
    direct: dict[str, Content] = {XIAN: pulls.base_files()[XIAN] + b"direct_log: true\n"}
    main = pulls.bench().head(direct)
    log = commit({**direct, **ENTRY}, f"parent {main}", HEAD, when=when)
    assert codes(pushed(log, MAIN, main)) == refused


def test_too_many_refs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each would be judged by itself."""
    bench = pulls.bench()
    bench.store.branch("main", bench.base)
    line = f"{NOTHING} {bench.base} refs/heads/qian-si/a"
    monkeypatch.setenv("PLUS100_KEY", pulls.fingerprint("qian-si"))
    for count, words in ((MOST, "检查通过"), (MOST + 1, f"最多 {MOST} 个")):
        told = io.TextIOWrapper(io.BytesIO("".join(f"{line}{n}\n" for n in range(count)).encode()))
        monkeypatch.setattr("sys.stdin", told)
        found = run(["server", "pre-receive", "--records", str(bench.store.folder / "records")])
        said = capsys.readouterr()
        assert words in said.out + said.err
        assert found == int(count > MOST)
