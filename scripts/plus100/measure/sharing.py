"""Sharing persons out over processes, and getting the results back.

The frame is read once. Helpers take some persons at a time, the heaviest first and fewer and fewer;
this process takes one at a time from the other end and sees in between who has finished. So all end
together, however fast each core is, and what helpers found is unpacked while they work on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from plus100.intake.source import Source
from plus100.ledger.world import Frame
from plus100.measure.shard import Shard, measure_shard
from plus100.measure.terms import Terms

Progress = Callable[[int, int], None]
"""Persons measured so far, persons in all. Those of other processes are told of when they come back."""

PARCEL = 4
"""A helper takes this part of its even share of what is left."""


def measure_shared(
    frame: Frame, source: Source, ends: Sequence[date], jobs: int, progress: Progress
) -> list[Shard]:
    """All persons, measured by so many processes (by no more than there are persons). The shards
    together are always the same; who measures whom and in which order is left to chance.
    """
    rest = Rest(weights(frame), jobs)
    tick = _ticker(progress, len(frame.persons))
    terms = Terms(frame)
    others = min(jobs, len(frame.persons)) - 1
    if others < 1:
        return [measure_shard(terms, source, rest.each(), ends, lambda: tick(1))]
    from plus100.measure.helpers import Helpers  # noqa: PLC0415 - one process needs no others

    shards: list[Shard] = []

    def take(found: Iterator[Shard]) -> None:
        for shard in found:
            shards.append(shard)
            tick(len(shard.cadres))

    def after_each() -> None:
        tick(1)
        take(helpers.finished())

    with Helpers(others, frame, source, ends, rest.parcel) as helpers:
        shards.append(measure_shard(terms, source, rest.each(), ends, after_each))
        take(helpers.rest())
    return shards


def weights(frame: Frame) -> dict[str, int]:
    """About how much there is to read for each person: the number of files, and the person."""
    return {
        person: 1 + sum(len(frame.files.get(cadre, ())) for cadre in cadres)
        for person, cadres in frame.persons.items()
    }


class Rest:
    """The persons of whom nobody has taken charge yet, by weight."""

    def __init__(self, load: Mapping[str, int], jobs: int) -> None:
        """Everybody, to be shared by so many processes."""
        self._load = load
        self._jobs = jobs
        self._waiting = deque(sorted(load, key=lambda person: (-load[person], person)))
        self._left = sum(load.values())

    def parcel(self) -> list[str]:
        """The next persons for a helper, from the heavy end; nobody once all are taken."""
        taken: list[str] = []
        least = self._left * (1 - 1 / (PARCEL * self._jobs))
        while self._waiting and self._left > least:
            taken.append(self._waiting.popleft())
            self._left -= self._load[taken[-1]]
        return taken

    def each(self) -> Iterator[str]:
        """One person after the other from the light end, as long as there are any."""
        while self._waiting:
            person = self._waiting.pop()
            self._left -= self._load[person]
            yield person


def _ticker(progress: Progress, everybody: int) -> Callable[[int], None]:
    done = 0

    def tick(number: int) -> None:
        nonlocal done
        done += number
        progress(done, everybody)

    return tick
