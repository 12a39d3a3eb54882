"""The grammar of names. All are ASCII, so that every file system and every forge keeps them."""

from __future__ import annotations

import re

NAME = re.compile(r"(?![a-z0-9-]{61})[a-z0-9]+(?:-[a-z0-9]+)*")
"""Units, cadres, persons, partners, editions: lower-case letters, digits, single hyphens; 60 at most."""

ENTRY = re.compile(r"[0-9]{8}-[a-z0-9]{2,12}")
"""Log entries: the day and a short random part, so that parallel pull requests don't collide."""


def cadre_id(unit: str, cadre: str) -> str:
    """A cadre's id is ``unit/cadre``."""
    return f"{unit}/{cadre}"


def split_cadre_id(cadre: str) -> tuple[str, str]:
    """``unit/cadre`` → ``(unit, cadre)``; ``ValueError`` for anything else."""
    unit, name = cadre.split("/")
    return unit, name
