"""The folder of faults (``tests/cases/folder-of-faults``): what it lays over the miniature repository,
and the findings that there are to be.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import yaml

from support import mini
from support.memory import Memory

FOLDER = mini.ROOT / "tests" / "cases" / "folder-of-faults"


@cache
def described() -> dict[str, Any]:
    """``expected.yml``: ``links``, ``more`` files that cannot be kept as files, ``findings``."""
    return cast("dict[str, Any]", yaml.safe_load((FOLDER / "expected.yml").read_text(encoding="utf-8")))


def overlay() -> dict[str, str | bytes | None]:
    """Everything that is laid over."""
    there = (path for path in (FOLDER / "records").rglob("*") if path.is_file())
    return {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in there} | described()["more"]


def source() -> Memory:
    """The miniature repository with all the faults."""
    return mini.source(overlay(), links=described()["links"])
