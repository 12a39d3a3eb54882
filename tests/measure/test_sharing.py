"""Sharing persons out: everybody once, evenly, the same way each time."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measure.scenario import editions, world
from plus100.measure import sharing

loads = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 20), min_size=1)


@given(loads, st.integers(1, 6))
def test_everybody_is_in_one_share(load: dict[str, int], jobs: int) -> None:
    """Shares hold each person once, are never empty, and differ by no more than the heaviest person."""
    shares = sharing.shared_out(load, jobs)
    assert sorted(person for share in shares for person in share) == sorted(load)
    assert len(shares) == min(jobs, len(load))
    filled = [sum(load[person] for person in share) for share in shares]
    assert max(filled) - min(filled) <= max(load.values())
    assert all(shares)


@given(loads, st.integers(1, 6))
def test_shares_do_not_depend_on_the_order_of_persons(load: dict[str, int], jobs: int) -> None:
    """The same persons and loads make the same shares."""
    assert sharing.shared_out(dict(reversed(load.items())), jobs) == sharing.shared_out(load, jobs)


def test_the_heaviest_go_first() -> None:
    """Each goes to the lightest share, the first of several."""
    assert sharing.shared_out({"a": 5, "b": 9, "c": 5, "d": 1}, 2) == [["b", "d"], ["a", "c"]]
    assert sharing.shared_out({}, 4) == [[]]
    assert sharing.shared_out({"a": 1}, 0) == [["a"]]


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
    assert sharing.context().get_start_method() == "spawn"
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert sharing.context().get_start_method() == "fork"
    monkeypatch.setattr(sharing.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert sharing.context().get_start_method() == "spawn"
