"""The handbook's files, as the adapters hand them to pure code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plus100.intake.limit import read_file
from plus100.publish.handbook.worked import SUFFIX

FOLDER, GUIDES = "qa", "guide"
GLOSSARY, SAYINGS = "guide/glossary.yml", "guide/sayings.yml"
_PICTURES = (".svg", ".webp", ".png")
READ = (".md", ".yml")
NAMED = (*READ, *_PICTURES)
"""How the names end of all files that a text may lead to."""
DOCS = Path(__file__).parents[4] / "docs"


@dataclass(frozen=True, slots=True)
class Shelf:
    """``texts``: path below ``docs`` (``qa/lianxi/q41.md``) → bytes of each answer; ``pages``: every
    other text (``guide/index.md``); ``examples``: the files of worked examples beside them;
    ``guides``: the texts of the guides; ``glossary`` and ``sayings``: the files of terms and of what people
    say, empty where there is none; ``pictures``: the names of the guides' pictures.
    """

    texts: Mapping[str, bytes] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    examples: Mapping[str, bytes] = field(default_factory=dict)
    guides: Mapping[str, bytes] = field(default_factory=dict)
    glossary: bytes = b""
    sayings: bytes = b""
    pictures: frozenset[str] = frozenset()


def read_shelf(docs: Path) -> Shelf:
    """All texts and examples below a folder of documents, in the order of their paths."""
    found = (path.relative_to(docs).as_posix() for ending in NAMED for path in docs.rglob(f"*{ending}"))
    return shelf_of(found, lambda path: read_file(docs / path))


def shelf_of(paths: Iterable[str], read: Callable[[str], bytes]) -> Shelf:
    """The same of any files, by their paths below the folder; not all of them are read."""
    every = sorted(paths)
    found = [path for path in every if path.endswith(".md")]
    texts = [path for path in found if path.startswith(f"{FOLDER}/")]
    return Shelf(
        {path: read(path) for path in texts},
        frozenset(found) - frozenset(texts),
        {path: read(path) for path in every if path.endswith(SUFFIX)},
        {path: read(path) for path in found if path.startswith(f"{GUIDES}/")},
        read(GLOSSARY) if GLOSSARY in every else b"",
        read(SAYINGS) if SAYINGS in every else b"",
        frozenset(path for path in every if path.startswith(f"{GUIDES}/") and path.endswith(_PICTURES)),
    )


def is_text(path: str) -> bool:
    """Whether a file below ``docs`` is one that pages are made from and no page or picture itself."""
    return path.startswith(f"{FOLDER}/") or (path.startswith(f"{GUIDES}/") and not path.endswith(_PICTURES))
