"""One ruling on every ref of a push. Git takes all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plus100.server import branches, trunk
from plus100.server.desk import Desk, Push, Ruling

_LINE = re.compile(r"([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (\S+)")


def read_pushes(lines: Iterable[str]) -> tuple[Push, ...]:
    """The lines that Git gives to the hook: ``old new ref``."""
    found = (_LINE.fullmatch(line.rstrip("\n")) for line in lines)
    return tuple(Push(*match.groups()) for match in found if match)


def rule_on(desk: Desk, push: Push) -> Ruling:
    """The ruling on one ref. Whoever asks has made sure that main is there."""
    assert desk.main is not None  # noqa: S101  (see above)
    if not push.new.strip("0"):
        person, unknown = desk.pusher(desk.main)
        return Ruling(push.ref, unknown if person is None else (branches.not_here(push.ref, person),))
    if push.ref == trunk.MAIN:
        return trunk.rule(desk, push)
    return branches.rule(desk, push, desk.main)
