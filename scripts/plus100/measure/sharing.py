"""Sharing persons out over processes, and getting the results back.

This process measures a share too and so needs to unpack only the others'. The frame is read once and
handed over; a forked child starts at once, and where forking is not safe (another thread runs) or not
known, a fresh process is started instead.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing.context import BaseContext

from plus100.intake.source import Source
from plus100.ledger.world import Frame
from plus100.measure.shard import Shard, measure_shard, pack, unpack

Progress = Callable[[int, int], None]
"""Persons measured so far, persons in all. Other processes' shares are told of once they are done."""


def measure_shared(
    frame: Frame, source: Source, ends: Sequence[date], jobs: int, progress: Progress
) -> list[Shard]:
    """All persons, in as many shares as there are jobs (at least one person each)."""
    shares = shared_out(weights(frame), jobs)
    if len(shares) == 1:
        return [_here(frame, source, shares[0], ends, _ticker(progress, len(frame.persons)))]
    tick = _ticker(progress, len(frame.persons))
    with ProcessPoolExecutor(len(shares) - 1, mp_context=context()) as pool:
        others = [pool.submit(_there, frame, source, share, ends) for share in shares[1:]]
        shards = [_here(frame, source, shares[0], ends, tick)]
        for share, other in zip(shares[1:], others, strict=True):
            shards.append(unpack(other.result()))
            tick(len(share))
    return shards


def weights(frame: Frame) -> dict[str, int]:
    """About how much there is to read for each person: the number of files, and the person."""
    return {
        person: 1 + sum(len(frame.files.get(cadre, ())) for cadre in cadres)
        for person, cadres in frame.persons.items()
    }


def shared_out(load: Mapping[str, int], jobs: int) -> list[list[str]]:
    """Shares of about the same load, the same for the same input: each person, the heaviest first,
    goes to the lightest share. Never an empty share but where there is nobody.
    """
    shares: list[list[str]] = [[] for _ in range(max(1, min(jobs, len(load))))]
    filled = [0] * len(shares)
    for person in sorted(load, key=lambda name: (-load[name], name)):
        lightest = filled.index(min(filled))
        shares[lightest].append(person)
        filled[lightest] += load[person]
    return shares


def context() -> BaseContext:
    """How to start processes: by forking where that is possible and safe."""
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _here(
    frame: Frame, source: Source, share: Sequence[str], ends: Sequence[date], tick: Callable[[int], None]
) -> Shard:
    return measure_shard(frame, source, share, ends, lambda: tick(1))


def _there(frame: Frame, source: Source, share: Sequence[str], ends: Sequence[date]) -> bytes:
    return pack(measure_shard(frame, source, share, ends, lambda: None))


def _ticker(progress: Progress, everybody: int) -> Callable[[int], None]:
    done = 0

    def tick(number: int) -> None:
        nonlocal done
        done += number
        progress(done, everybody)

    return tick
