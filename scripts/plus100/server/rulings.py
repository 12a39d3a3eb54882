"""One ruling on every ref of a push. Git takes all of it or nothing."""

from __future__ import annotations

import re

from plus100.server import branches, trunk
from plus100.server.desk import Desk, Push, Ruling

MOST = 50
"""Refs that one push may name: each is judged by itself, and stays."""

_LINE = re.compile(r"([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.+)", re.DOTALL)


def read_pushes(told: bytes) -> tuple[Push, ...]:
    """What Git tells the hook, a line a ref: ``old new ref``. A ref's name may be of any bytes; those that
    are no UTF-8 are escaped. ``ValueError`` for a line of another form: nothing may pass unjudged.
    """
    *lines, rest = told.decode("utf-8", "backslashreplace").split("\n")
    return tuple(_push(line) for line in (*lines, *([rest] if rest else ())))


def _push(line: str) -> Push:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"no line of a push: {line!r}")
    return Push(*match.groups())


def rule_on(desk: Desk, push: Push) -> Ruling:
    """The ruling on one ref. Whoever asks has made sure that main is there."""
    assert desk.main is not None  # noqa: S101  (see above)
    if not push.new.strip("0"):
        person, unknown = desk.pusher(desk.main)
        return Ruling(push.ref, unknown if person is None else (branches.not_here(push.ref, person),))
    if push.ref == trunk.MAIN:
        return trunk.rule(desk, push)
    return branches.rule(desk, push, desk.main)
