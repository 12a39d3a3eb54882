"""A commit object taken word for word: Git and we must read the same parents, author and date in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from plus100.review.objects import Objects

_ID = rb"[0-9a-f]{40}(?:[0-9a-f]{24})?"
_WHO = rb"[^<>\n]*<[^<>\n]*> [0-9]{1,12} [+-][0-9]{4}\n"
_FORM = re.compile(
    rb"tree " + _ID + rb"\n(?P<parents>(?:parent " + _ID + rb"\n)*)author " + _WHO + rb"committer " + _WHO +
    # What Git passes over may not look to others like what it reads.
    rb"(?:(?!tree |parent |author |committer )[^\n]+\n)*"
)  # fmt: skip


class Form(NamedTuple):
    """A commit's parents in order, and its message."""

    parents: tuple[str, ...]
    message: str


def form_of(objects: Objects, commit: str) -> Form | None:
    """The commit of an object id; ``None`` where it is none, or not of the one form that Git writes."""
    found = objects.read(commit)
    if found is None or found[0] != "commit" or b"\0" in found[1]:
        return None
    head, _, message = found[1].partition(b"\n\n")
    match = _FORM.fullmatch(head + b"\n")
    if match is None:
        return None
    parents = tuple(line.removeprefix("parent ") for line in match["parents"].decode().splitlines())
    return Form(parents, message.decode("utf-8", "replace"))
