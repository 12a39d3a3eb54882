"""Pictures for a contribution: made anew before they enter the repository, so that nothing else of the file
does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plus100.intake.limit import MAX_BYTES, read_file
from plus100.intake.pictures import remade
from plus100.publish.drafts.texts import Draft

_OWN_BYTES = 100 * MAX_BYTES
"""More than any picture that a camera makes."""

_EXAMPLE = re.compile(r"^pictures:.*\n(?: +.*\n)+", re.MULTILINE)
_END = re.compile(r"(?<=\n)---\n")
_HEAD = "pictures:\n"
_ROW = (
    "  - file: {name}\n"
    "    alt:  # 画面里有什么，一句话\n"
    "    agreed: false # 画面里的人都同意公开，才改成 true\n"
)


class Copied(NamedTuple):
    """The draft that names the pictures; path in the repository → bytes of each."""

    draft: Draft
    pictures: Mapping[str, bytes]


def with_pictures(draft: Draft, files: Sequence[Path]) -> Copied | Path:
    """The draft with pictures beside it, or the first file that is none. Whether those shown agree is the
    writer's to say.
    """
    made: dict[str, bytes] = {}
    stem = PurePosixPath(draft.path).with_suffix("")
    for number, file in enumerate(files, 1):
        data = read_file(file, _OWN_BYTES + 1)
        found = remade(data) if len(data) <= _OWN_BYTES else None
        if found is None:
            return file
        made[f"{stem}-{number}.{found[0]}"] = found[1].data
    return Copied(Draft(draft.path, _naming(draft.text, made)), made)


def _naming(text: str, paths: Iterable[str]) -> str:
    """The text with the pictures in its front matter, in the place of the example where there is one."""
    rows = [_ROW.format(name=PurePosixPath(path).name) for path in paths]
    if not rows:
        return text
    bare = _EXAMPLE.sub("", text, count=1)
    return _END.sub(lambda end: _HEAD + "".join(rows) + end[0], bare, count=1)
