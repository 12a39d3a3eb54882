"""Processes that measure for this one: started with the frame, asked for some persons at a time.

A forked helper has the frame at once; where forking is not safe (another thread runs) or not known, a
fresh process is started instead. Each helper has a pipe: lists of persons go in, packed shards come out,
or nothing and the exception that stopped it. An empty list ends it, and so does the end of this process.
"""

from __future__ import annotations

import multiprocessing
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import TYPE_CHECKING, Self

from plus100.intake.source import Source
from plus100.ledger.world import Frame
from plus100.measure.shard import Shard, measure_shard, pack, unpack
from plus100.measure.terms import Terms

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

Ask = Callable[[], Sequence[str]]
"""The persons whom a helper is to measure next; nobody once there is nothing left to do."""


class Helpers:
    """So many processes, all at work until ``ask`` names nobody. ``ChildProcessError`` when one dies;
    whatever stops one otherwise is raised here just as if it had happened here.
    """

    def __init__(self, number: int, frame: Frame, source: Source, ends: Sequence[date], ask: Ask) -> None:
        """Start them, each with something to do."""
        self._ask = ask
        self._busy: list[Connection] = []
        self._processes: list[BaseProcess] = []
        starter = context()
        for _ in range(number):
            ours, theirs = starter.Pipe()
            helper = starter.Process(target=serve, args=(ours, theirs, frame, source, ends), daemon=True)
            helper.start()
            theirs.close()
            self._processes.append(helper)
            self._busy.append(ours)
            self._send(ours)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        """Wait for all to end; after an exception nobody wants what they are doing."""
        for helper in self._processes:
            if kind is not None:
                helper.terminate()
            helper.join()

    def finished(self, timeout: float | None = 0) -> Iterator[Shard]:
        """What helpers have measured since last asked; each has something new to do before its shard
        is unpacked. ``timeout`` in seconds is how long to wait for one, ``None`` for ever.
        """
        ready = wait(self._busy, timeout)
        for pipe in [pipe for pipe in self._busy if pipe in ready]:
            yield self._receive(pipe)

    def rest(self) -> Iterator[Shard]:
        """All that is still to come."""
        while self._busy:
            yield from self.finished(None)

    def _receive(self, pipe: Connection) -> Shard:
        try:
            packed = pipe.recv_bytes()
        except EOFError:
            raise ChildProcessError("a helper process ended in the middle of its work") from None
        if not packed:
            raise pipe.recv()
        self._send(pipe)
        return unpack(packed)

    def _send(self, pipe: Connection) -> None:
        persons = self._ask()
        pipe.send(persons)
        if not persons:
            self._busy.remove(pipe)


def context() -> ForkContext | SpawnContext:
    """How to start processes: by forking where that is possible and safe."""
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def serve(theirs: Connection, pipe: Connection, frame: Frame, source: Source, ends: Sequence[date]) -> None:
    """A helper's life. With the other end closed here, the pipe breaks when the other process dies."""
    theirs.close()
    terms = Terms(frame)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while persons := pipe.recv():
            _answer(pipe, terms, source, persons, ends)


def _answer(
    pipe: Connection, terms: Terms, source: Source, persons: Sequence[str], ends: Sequence[date]
) -> None:
    try:
        packed = pack(measure_shard(terms, source, persons, ends, lambda: None))
    except Exception as error:  # noqa: BLE001 - raised again where it is looked for
        error.add_note(traceback.format_exc())
        pipe.send_bytes(b"")
        pipe.send(error)
    else:
        pipe.send_bytes(packed)
