"""Sharing persons out: everybody once, ever fewer at a time, and the same outcome whoever measures."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from git import Actor, Repo
from hypothesis import given
from hypothesis import strategies as st

from measure.folder import Folder
from measure.scenario import editions, world
from plus100.intake.source import SourceError
from plus100.intake.tree import open_source
from plus100.ledger.assemble import read_frame
from plus100.measure import helpers, sharing
from plus100.measure.season import Outcome, measure_season
from plus100.measure.shard import measure_shard, pack
from plus100.measure.sharing import Rest
from plus100.measure.terms import Terms

loads = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 20), min_size=1)


@given(loads, st.integers(1, 6), st.lists(st.booleans()))
def test_everybody_is_measured_once(load: dict[str, int], jobs: int, turns: list[bool]) -> None:
    """Whoever takes when, each person is taken once: parcels from the heavy end, one by one from the
    light end, until nobody is left for either.
    """
    rest = Rest(load, jobs)
    each = rest.each()
    front: list[str] = []
    back: list[str] = []
    for helper in turns:
        if helper:
            front += rest.parcel()
        else:
            back += [name for name in [next(each, "")] if name]
    back += each
    assert rest.parcel() == []
    assert [*front, *reversed(back)] == sorted(load, key=lambda name: (-load[name], name))


@given(loads, st.integers(1, 6))
def test_a_parcel_is_a_part_of_an_even_share(load: dict[str, int], jobs: int) -> None:
    """A parcel holds no person more than its part of what is left asks for, and never nobody."""
    rest = Rest(load, jobs)
    left = sum(load.values())
    while taken := rest.parcel():
        weight = sum(load[name] for name in taken)
        part = left / (sharing.PARCEL * jobs)
        assert weight - load[taken[-1]] < part <= weight
        left -= weight
    assert left == 0


def test_the_heaviest_go_first() -> None:
    """Helpers begin with those who take longest, so that the last to end takes little."""
    rest = Rest({"a": 5, "b": 9, "c": 5, "d": 1}, 2)
    assert (rest.parcel(), rest.parcel(), next(rest.each()), rest.parcel()) == (["b"], ["a"], "d", ["c"])
    assert Rest({}, 4).parcel() == []


def test_parcels_become_smaller() -> None:
    """Of two processes' work a helper takes an eighth of what is left, and in the end one by one."""
    rest = Rest({f"{number:02}": 1 for number in range(32)}, 2)
    taken = [len(rest.parcel()) for _ in range(17)]
    assert taken == [4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 0]


def test_parcels_are_parts_of_what_is_left() -> None:
    """What this process has taken meanwhile is no part of them."""
    rest = Rest({f"{number:02}": 1 for number in range(32)}, 2)
    each = rest.each()
    assert len([next(each) for _ in range(16)]) == 16
    assert len(rest.parcel()) == 2


def test_a_person_weighs_as_many_files_as_there_are_to_read() -> None:
    """Files of all engagements count, and the person once."""
    scenario: dict[str, Any] = {
        "as_of": "2018-01-01",
        "units": {"a": {}},
        "cadres": {
            "a/x": {"person": "p", "since": "2017-01-01"},
            "a/y": {"person": "p", "since": "2017-01-01"},
            "a/z": {"person": "q", "since": "2017-01-01"},
        },
    }
    frame = replace(world(scenario, editions()).frame, files={"a/x": ("1", "2"), "a/y": ("3",)})
    assert sharing.weights(frame) == {"p": 4, "q": 1}


def test_processes_are_forked_only_where_that_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another thread running, or where there is no fork, a fresh process is started."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert helpers.context().get_start_method() == "spawn"
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert helpers.context().get_start_method() == "fork"
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert helpers.context().get_start_method() == "spawn"


def test_a_fresh_process_measures_the_same(league: Path, outcome: Outcome) -> None:
    """Beside another thread, helpers start from nothing and are sent what they need."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert measure_season(Folder(league), jobs=2) == outcome
    finally:
        done.set()
        thread.join()


def test_helpers_read_a_revision_too(league: Path, tmp_path: Path) -> None:
    """Each process asks Git by itself for what it reads."""
    shutil.copytree(league, tmp_path / "records")
    somebody = Actor("示例", "demo@localhost")
    with Repo.init(tmp_path) as repo:
        repo.git.add("--all")
        repo.index.commit("示例", author=somebody, committer=somebody)
    source = open_source(tmp_path / "records", "HEAD")
    assert measure_season(source, jobs=3) == measure_season(source)


@dataclass(frozen=True)
class Elsewhere(Folder):
    """A folder in which something happens to the helpers, and only to them, when they read."""

    here: int = field(default_factory=os.getpid)
    how: str = ""

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Many files, where nothing happens."""
        if os.getpid() != self.here:
            if self.how == "dies":
                os._exit(9)
            if self.how == "is interrupted":
                raise KeyboardInterrupt
            if self.how == "waits":
                self.wait()
                return super().read_many(paths)
            raise SourceError(self.how)
        return super().read_many(paths)

    def wait(self) -> None:
        """Until the test says so; not for ever, should it have failed."""
        until = time.monotonic() + 20
        while not (self.root / "go").exists() and time.monotonic() < until:
            time.sleep(0.01)


def test_what_stops_a_helper_is_raised_here(league: Path) -> None:
    """An exception crosses over as it is, with the words for people and where it came from."""
    with pytest.raises(SourceError, match="克隆不完整") as caught:
        measure_season(Elsewhere(league, how="克隆不完整"), jobs=3)
    assert "in read_many" in caught.value.__notes__[0]


def test_a_helper_tells_what_stopped_it_and_goes_on(league: Path) -> None:
    """Nothing and the exception come instead of a shard; the helper ends when it is told to."""
    frame, _ = read_frame(Folder(league))
    assert frame is not None
    ours, theirs = multiprocessing.Pipe()
    ours.send(list(frame.persons)[:1])
    ours.send([])
    helpers.serve(multiprocessing.Pipe()[0], theirs, frame, Elsewhere(league, here=0, how="克隆不完整"), ())
    assert ours.recv_bytes() == b""
    error = ours.recv()
    assert isinstance(error, SourceError)
    assert str(error) == "克隆不完整"
    assert not ours.poll()


def test_a_helper_answers_what_this_process_would_have_found(league: Path) -> None:
    """The shard of the persons asked for, with past boards, packed."""
    frame, _ = read_frame(Folder(league))
    assert frame is not None
    ends = (date(2017, 12, 31),)
    somebody = list(frame.persons)[:2]
    ours, theirs = multiprocessing.Pipe()
    ours.send(somebody)
    ours.send([])
    helpers.serve(multiprocessing.Pipe()[0], theirs, frame, Folder(league), ends)
    shard = measure_shard(Terms(frame), Folder(league), somebody, ends, lambda: None)
    assert shard.cadres
    assert ours.recv_bytes() == pack(shard)


@pytest.mark.parametrize("how", ["nobody asks", "nobody listens", "is interrupted"])
def test_a_helper_ends_quietly_when_it_is_no_longer_wanted(league: Path, how: str) -> None:
    """It says nothing of its own: the process that gave up has said why."""
    frame, _ = read_frame(Folder(league))
    assert frame is not None
    ours, theirs = multiprocessing.Pipe()
    if how != "nobody asks":
        ours.send(list(frame.persons)[:1])
    if how != "is interrupted":
        ours.close()
    source = Elsewhere(league, here=0, how=how) if how == "is interrupted" else Folder(league)
    helpers.serve(multiprocessing.Pipe()[0], theirs, frame, source, ())


def test_nobody_waits_for_a_helper_meanwhile(league: Path, tmp_path: Path) -> None:
    """While it is at work, asking what is finished gives nothing, at once."""
    root = tmp_path / "records"
    shutil.copytree(league, root)
    source = Elsewhere(root, how="waits")
    frame, _ = read_frame(source)
    assert frame is not None
    parcels = deque([list(frame.persons)[:1], []])
    with helpers.Helpers(1, frame, source, (), parcels.popleft) as others:
        assert list(others.finished()) == []
        (root / "go").touch()
        assert [len(shard.cadres) for shard in others.rest()] == [1]


def test_a_helper_that_dies_is_not_waited_for(league: Path) -> None:
    """Nobody takes what one process found for the whole."""
    with pytest.raises(ChildProcessError, match=r"^a helper process ended in the middle of its work$"):
        measure_season(Elsewhere(league, how="dies"), jobs=2)


def test_an_exception_here_ends_the_helpers(league: Path) -> None:
    """None is left behind at work when this process gives up."""

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure_season(Folder(league), jobs=3, progress=stop)
    assert multiprocessing.active_children() == []
