"""The miniature repository (``tests/mini/records``) under the repository's own policies, and changes
laid over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

from support.memory import Memory

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "tests" / "mini" / "records"
POLICIES = ROOT / "records" / "policies"


@cache
def files() -> Mapping[str, bytes]:
    """The miniature repository's files with the real policies, by path."""
    found = {f"records/{path.relative_to(RECORDS).as_posix()}": path for path in RECORDS.rglob("*.*")}
    found |= {f"records/policies/{path.name}": path for path in POLICIES.glob("*.yml")}
    return MappingProxyType({name: found[name].read_bytes() for name in sorted(found)})


def changed(
    over: Mapping[str, str | bytes | None] | None = None, edits: Iterable[Mapping[str, str]] = ()
) -> dict[str, bytes]:
    """The files with others laid over them (``None`` deletes) and passages replaced. Each edit has
    ``path``, ``find``, which must occur exactly once, and ``replace``.
    """
    result = dict(files())
    for path, text in (over or {}).items():
        if text is None:
            del result[path]
        else:
            result[path] = text.encode() if isinstance(text, str) else text
    for edit in edits:
        text = result[edit["path"]].decode()
        assert text.count(edit["find"]) == 1, edit
        result[edit["path"]] = text.replace(edit["find"], edit["replace"]).encode()
    return result


def source(
    over: Mapping[str, str | bytes | None] | None = None,
    edits: Iterable[Mapping[str, str]] = (),
    *,
    links: Iterable[str] = (),
    committed: str | None = None,
) -> Memory:
    """The changed repository as a source. ``committed`` (a day) makes it a clean commit of that day's
    noon, UTC.
    """
    day = datetime.fromisoformat(f"{committed}T12:00:00").replace(tzinfo=UTC) if committed else None
    return Memory(
        files=changed(over, edits),
        links=frozenset(links),
        revision="0" * 40 if committed else None,
        committed=day,
    )


def lay_out(folder: Path, contents: Mapping[str, bytes] | None = None) -> Path:
    """Write files (the miniature repository's, unless others are given) below a folder; the path of
    its ``records``.
    """
    for name, data in (files() if contents is None else contents).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "records"
