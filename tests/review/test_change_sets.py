"""Change sets: records by id, not lines; and histories that cannot be told."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plus100.review.changes import read_change
from plus100.review.edits import RecordEdit, book_edits, canonical, field_edits
from plus100.review.few import when
from plus100.review.guard import judge
from plus100.review.objects import Commit, open_objects
from plus100.review.receipt import receipt
from plus100.review.roles import roles_of
from plus100.review.trees import FileEdit, Node
from support import mini, pulls
from support.gitrepo import DAY

CADRE = "xian/gao-yi"
FOLDER = "records/units/xian/cadres/gao-yi/log"

Files = Mapping[str, str]
Item = Mapping[str, Any]


def edits(before: Files, after: Files) -> tuple[RecordEdit, ...]:
    """The record edits between two states of a cadre's log files."""
    store = pulls.bench().store
    node = lambda text: Node("100644", store.object("blob", text.encode()))  # noqa: E731
    changed = []
    for name in sorted({*before, *after}):
        old = node(before[name]) if name in before else None
        new = node(after[name]) if name in after else None
        if old != new:
            op = "change" if old and new else "add" if new else "delete"
            changed.append(FileEdit(f"{FOLDER}/{name}", op, old, new))  # type: ignore[arg-type]
    with pulls.bench().open() as objects:
        return book_edits(objects, CADRE, changed)


def text(items: Sequence[Item]) -> str:
    """A list file."""
    return (
        yaml.safe_dump([dict(item) for item in items], allow_unicode=True, sort_keys=False)
        if items
        else "[]\n"
    )


@st.composite
def logs(draw: st.DrawFn) -> list[Item]:
    """Some entries with different ids."""
    ids = draw(
        st.lists(st.from_regex(r"201801[01][0-9]-[a-z]{2}", fullmatch=True), unique=True, max_size=6)
    )
    return [{"id": name, "type": "share", "article": draw(st.sampled_from("甲乙丙"))} for name in ids]


few = settings(max_examples=40, deadline=None)


@few
@given(logs(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_reordering_and_moving_between_files_is_no_change(
    items: list[Item], order: Any, parts: int
) -> None:
    """Another order, other files, another order of keys, comments: no record differs."""
    mixed = list(items)
    order.shuffle(mixed)
    turned = [dict(sorted(item.items(), reverse=True)) for item in mixed]
    after = {f"{n}.yml": f"# {n}\n{text(turned[n::parts])}" for n in range(parts)}
    assert edits({"all.yml": text(items)}, after) == ()


@few
@given(logs(), logs())
def test_edits_lead_from_one_state_to_the_other(before: list[Item], after: list[Item]) -> None:
    """Applying the edits to the first state yields the second: nothing is missed, nothing invented."""
    found = edits({"a.yml": text(before)}, {"a.yml": text(after)})
    state = {item["id"]: canonical(item) for item in before}
    for one in found:
        assert (one.before.value if one.before else None) == state.get(one.id)
        if one.after:
            state[one.id] = one.after.value
        else:
            del state[one.id]
    assert state == {item["id"]: canonical(item) for item in after}


@few
@given(logs(), logs())
def test_edits_turn_round(before: list[Item], after: list[Item]) -> None:
    """The way back removes what was added, and adds what was removed."""
    there = {(one.id, one.op) for one in edits({"a.yml": text(before)}, {"b.yml": text(after)})}
    back = {(one.id, one.op) for one in edits({"b.yml": text(after)}, {"a.yml": text(before)})}
    turned = {"add": "remove", "remove": "add", "change": "change"}
    assert back == {(name, turned[op]) for name, op in there}


def test_a_spoilt_file_drops_its_records_in_sight() -> None:
    """What cannot be read holds no record."""
    found = edits({"a.yml": text([{"id": "20180101-aa"}])}, {"a.yml": "- {"})
    assert [(one.id, one.op) for one in found] == [("20180101-aa", "remove")]


def test_an_id_that_stands_twice_loses_one_only() -> None:
    """Equal values meet first; the one left over is removed."""
    two = [{"id": "20180101-aa", "n": 1}, {"id": "20180101-aa", "n": 2}]
    found = edits({"a.yml": text(two)}, {"a.yml": text(two[1:])})
    assert [(one.op, one.before and one.before.position) for one in found] == [("remove", 0)]


def test_true_is_not_one_and_text_is_not_a_number() -> None:
    """Values that Python calls equal are not the same record."""
    with pulls.bench().open() as objects:
        store = pulls.bench().store
        before = Node("100644", store.object("blob", b"a: 1\nb: 1\nc: x\n"))
        after = Node("100644", store.object("blob", b'c: x\na: true\nb: "1"\n'))
        found = field_edits(objects, FileEdit("records/settings.yml", "change", before, after))
    assert set(found.fields) == {"a", "b"}


def test_only_what_differs_is_read() -> None:
    """A change of one file reads the folders on its way and that file, and nothing else."""
    bench = pulls.bench()
    head = bench.head({"records/units/xian/cadres/qian-si/log/b.yml": "[]\n"})
    with bench.open() as objects:
        change, _ = read_change(objects, bench.base, head)
        assert change is not None
        kinds = [found[0] for found in objects._read.values() if found]  # noqa: SLF001  (what was asked of Git)
    assert [edit.path for edit in change.edits] == ["records/units/xian/cadres/qian-si/log/b.yml"]
    assert "blob" not in kinds
    assert kinds.count("tree") <= 2 * 7  # the root and six folders, on two sides


def test_what_the_base_gained_meanwhile_is_no_part_of_the_change() -> None:
    """The change begins where both part, so that an older branch undoes nothing."""
    bench = pulls.bench()
    mine = bench.head({"scripts/mine.py": "x"})
    theirs = bench.head({"scripts/theirs.py": "x"})
    with bench.open() as objects:
        change, _ = read_change(objects, theirs, mine)
    assert change is not None
    assert [edit.path for edit in change.edits] == ["scripts/mine.py"]
    assert change.commits == (mine,)


def test_replaced_objects_are_not_believed() -> None:
    """A ``refs/replace`` that somebody pushed does not stand in for the commit that is judged."""
    bench = pulls.bench()
    good, bad = bench.head({"scripts/good.py": "x"}), bench.head({"scripts/bad.py": "x"})
    refs = bench.store.folder / "refs" / "replace"
    refs.mkdir(exist_ok=True)
    (refs / bad).write_text(f"{good}\n")
    try:
        with bench.open() as objects:
            change, _ = read_change(objects, bench.base, bad)
    finally:
        (refs / bad).unlink()
    assert change is not None
    assert [edit.path for edit in change.edits] == ["scripts/bad.py"]


def test_an_object_that_is_too_large_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not held in memory, and what follows it is read right."""
    monkeypatch.setattr("plus100.review.objects.LARGEST", 10)
    bench = pulls.bench()
    large, small = (bench.store.object("blob", text) for text in (b"x" * 3_000_000, b"small"))
    with bench.open() as objects:
        objects.fetch([large, small])
        assert objects.read(large) is None
        assert objects.blob(small) == b"small"
        assert objects.read("no object's name") is None
        assert objects.about("no object's name") is None
        assert objects.about(large) == ("blob", 3_000_000)


def test_records_may_lie_deeper_in_a_repository(tmp_path: Path) -> None:
    """Then findings, refusals and figures name their files from the repository's top."""
    mini.lay_out(tmp_path / "data", dict(pulls.base_files()))
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    env |= dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{DAY} +0000")

    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@shili")
        subprocess.run(["git", *who, *words], cwd=tmp_path, env=env, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "base")
    git("switch", "-q", "-c", "pull")
    log = "data/records/units/sheng/cadres/wang-yi/log/x.yml"
    (tmp_path / log).write_text("- {id: 20180301-zz, type: share, date: 2018-03-99, article: x}\n")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    folder = tmp_path / "data" / "records"
    with open_objects(folder) as objects:
        assert objects.prefix == "data/records"
        change, _ = read_change(objects, "main", "pull")
        assert change is not None
        roles = roles_of(objects, change.base, pulls.RECEIVED)
        assert [one.where.path for one in judge(objects, change, roles, "zhou-liu").refusals] == [log]
        for ranks in (True, False):
            verdict = judge(objects, change, roles, "wang-yi")
            found = receipt(objects, change, folder, verdict, ranks=ranks)
            assert [(one.code, one.path, one.line) for one in found.findings] == [("S205", log, 1)]
            assert [one.id for one in found.cadres] == ["sheng/wang-yi"]


@pytest.mark.parametrize(
    ("seconds", "zone", "says"),
    [
        (0, "+0800", "1970-01-01T08:00:00+08:00"),
        (0, "-0130", "1969-12-31T22:30:00-01:30"),
        (999_999_999_999, "+0000", "1970-01-01T00:00:00+00:00"),
        (0, "+9999", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_a_commits_date_is_read_whatever_it_claims(seconds: int, zone: str, says: str) -> None:
    """A zone or a year that there is not is no reason to fall over."""
    assert when(Commit("x", "x", seconds, zone)).isoformat() == says
