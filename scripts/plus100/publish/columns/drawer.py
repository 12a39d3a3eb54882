"""The contributions' files, as the adapters hand them to pure code, and which of them is what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from plus100.core.findings import Finding, Location
from plus100.core.ids import NAME
from plus100.intake import leaks
from plus100.intake.pictures.ends import KINDS
from plus100.intake.source import Source, SourceError
from plus100.intake.tree import open_source
from plus100.publish.columns.faults import finding
from plus100.publish.columns.kinds import BY_FOLDER, FOLDER, Column

_ASIDE = frozenset({"README.md", ".gitkeep"})
_TEXT = re.compile(rf"{NAME.pattern}\.md")
_PICTURE = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*\.(?P<ending>[A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Drawer:
    """``files``: path (``docs/columns/notices/x.md``) → bytes of everything below ``docs/columns``;
    ``irregular``: links and the like. Where only some files are asked about, ``beside`` names others that
    are there, too.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    irregular: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


EMPTY = Drawer()


class Sorted(NamedTuple):
    """Path → column of the texts and of the pictures."""

    texts: Mapping[str, Column]
    pictures: Mapping[str, Column]


def read_drawer(docs: Source) -> Drawer:
    """Everything below ``columns`` in a folder of documents, in the order of the paths. Links are not
    followed.
    """
    within = f"{docs.prefix}/{FOLDER}/"
    odd = frozenset(path for path in docs.irregular() if path.startswith(within))
    wanted = [path for path in docs.paths() if path.startswith(within) and path not in odd]
    return Drawer(dict(docs.read_many(wanted)), tuple(sorted(odd)))


def drawer_beside(records: Path, at: str | None = None) -> Drawer:
    """The contributions that belong to a folder of records: ``docs/columns`` beside it, as it lies on disk
    or as of a revision; none where there is no such folder.
    """
    try:
        return read_drawer(open_source(records.absolute().parent / "docs", at))
    except SourceError:
        return EMPTY


def sort_files(drawer: Drawer) -> tuple[Sorted, tuple[Finding, ...]]:
    """Texts and pictures in the five folders; whatever else lies there is said, not ignored."""
    texts: dict[str, Column] = {}
    pictures: dict[str, Column] = {}
    named = leaks.in_names([*drawer.files, *drawer.irregular])
    found = list({one.where.path: one for one in named.values()}.values())
    odd = [path for path in drawer.irregular if path not in named]
    found += [finding("C702", Location(path=path), why="它不是普通文件") for path in odd]
    for path in drawer.files:
        if path in named:
            continue
        *folders, name = path.split("/")[1:]
        column = BY_FOLDER.get(folders[1]) if folders[1:] and not folders[2:] else None
        picture = _PICTURE.fullmatch(name)
        if name in _ASIDE:
            continue
        if column and _TEXT.fullmatch(name):
            texts[path] = column
        elif column and picture and picture["ending"].lower() in KINDS:
            pictures[path] = column
        else:
            found.append(finding("C702", Location(path=path), why=_why(column, name)))
    return Sorted(texts, pictures), tuple(found)


def _why(column: Column | None, name: str) -> str:
    if column is None:
        return "它不在五个栏目的文件夹里"
    if name.endswith(".md"):
        return "文件名只能用小写字母、数字和连字符"
    return "这里只放 .md 文章和 .jpg、.png、.webp 图片，图片名只能用字母、数字、连字符和下划线"


def is_contribution(path: str) -> bool:
    """Whether a file below ``docs`` is a stranger's, and so no page or picture of the site itself."""
    return path.startswith(f"{FOLDER}/")


def folder_of(path: str) -> str:
    """``docs/columns/notices/x.md`` → ``docs/columns/notices``."""
    return path.rpartition("/")[0]


def names_in(paths: Iterable[str], folder: str) -> Iterator[str]:
    """The names of the files of one folder."""
    return (path.rpartition("/")[2] for path in paths if folder_of(path) == folder)
