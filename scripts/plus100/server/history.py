"""What Git's history tells the server: parents, the tree of a plain merge, the day of receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from git.exc import GitCommandError

from plus100.review.commits import form_of
from plus100.review.objects import Objects

_ARRIVED = re.compile(r"[0-9a-f]+ (?P<new>[0-9a-f]+) .*> (?P<seconds>\d{1,11}) [+-]\d{4}\t")


def parents(objects: Objects, commit: str) -> tuple[str, ...]:
    """A commit's parents in order; none of one that cannot be read, or that Git would read otherwise."""
    form = form_of(objects, commit)
    return () if form is None else form.parents


def first_parents(objects: Objects, old: str, new: str, most: int) -> tuple[str, ...] | None:
    """The commits after ``old`` up to ``new`` along first parents, oldest first; ``None`` where that
    way does not lead to ``old`` within ``most`` steps.
    """
    way: list[str] = []
    at = new
    while at != old:
        way.append(at)
        before = parents(objects, at)
        if not before or len(way) > most:
            return None
        at = before[0]
    return tuple(reversed(way))


def plain_merge(objects: Objects, ours: str, theirs: str) -> str | None:
    """The tree that merging two commits yields by itself; ``None`` where they conflict. Git writes the
    tree beside the objects of the push (2.38 or later), and nothing is checked out.
    """
    try:
        made: str = objects.repo.git.merge_tree("--write-tree", ours, theirs)
    except GitCommandError:
        return None
    return made.split("\n", 1)[0]


def received(objects: Objects, commit: str, zone: tzinfo | None) -> date | None:
    """The day on which some branch came to point at a commit here, by the server's own clock (its
    reflog); ``None`` where none has.
    """
    times = [
        int(match["seconds"])
        for log in _logs(Path(objects.repo.git_dir))
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if commit in line and (match := _ARRIVED.match(line)) and match["new"] == commit
    ]
    return datetime.fromtimestamp(min(times), zone or UTC).date() if times else None


def _logs(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder / "logs" / "refs" / "heads").rglob("*") if path.is_file())
