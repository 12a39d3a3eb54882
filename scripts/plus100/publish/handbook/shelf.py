"""The handbook's files, as the adapters hand them to pure code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plus100.publish.handbook.worked import SUFFIX

FOLDER, GUIDES, GLOSSARY = "qa", "guide", "guide/glossary.yml"
_PICTURES = (".svg", ".webp", ".png")
DOCS = Path(__file__).parents[4] / "docs"


@dataclass(frozen=True, slots=True)
class Shelf:
    """``texts``: path below ``docs`` (``qa/lianxi/q41.md``) → bytes of each answer; ``pages``: every
    other text (``guide/index.md``); ``examples``: the files of worked examples beside them;
    ``guides``: the texts of the guides; ``glossary``: the file of terms, empty where there is none.
    """

    texts: Mapping[str, bytes] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    examples: Mapping[str, bytes] = field(default_factory=dict)
    guides: Mapping[str, bytes] = field(default_factory=dict)
    glossary: bytes = b""


def read_shelf(docs: Path) -> Shelf:
    """All texts and examples below a folder of documents, in the order of their paths."""
    found = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    worked = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob(f"*{SUFFIX}"))}
    texts = _below(FOLDER, found)
    terms = docs / GLOSSARY
    return Shelf(
        texts,
        frozenset(found.keys() - texts.keys()),
        {name: path.read_bytes() for name, path in worked.items()},
        _below(GUIDES, found),
        terms.read_bytes() if terms.is_file() else b"",
    )


def _below(folder: str, found: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in found.items() if name.startswith(f"{folder}/")}


def is_text(path: str) -> bool:
    """Whether a file below ``docs`` is one that pages are made from and no page or picture itself."""
    return path.startswith(f"{FOLDER}/") or (path.startswith(f"{GUIDES}/") and not path.endswith(_PICTURES))
