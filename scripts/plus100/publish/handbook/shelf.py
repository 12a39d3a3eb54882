"""The handbook's files, as the adapters hand them to pure code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "qa"
DOCS = Path(__file__).parents[4] / "docs"


@dataclass(frozen=True, slots=True)
class Shelf:
    """``texts``: path below ``docs`` (``qa/lianxi/q41.md``) → bytes of each answer; ``pages``: every
    hand-written page of the site (``guide/index.md``).
    """

    texts: Mapping[str, bytes] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()


def read_shelf(docs: Path) -> Shelf:
    """All answers and pages below a folder of documents, in the order of their paths."""
    found = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    texts = {name: path.read_bytes() for name, path in found.items() if name.startswith(f"{FOLDER}/")}
    return Shelf(texts, frozenset(found.keys() - texts.keys()))
