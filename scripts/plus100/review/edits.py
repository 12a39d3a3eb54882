"""What a change does to records: partners and log entries by id, other files by field.

A list file read in another order, an item moved from one file of the cadre's to another, keys in
another order, comments: none of that is an edit here (the file edit remains). What cannot be read
holds no record, so that a file spoilt on purpose drops all of its records in sight of everyone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from plus100.intake.reading import strict_yaml
from plus100.ledger.assembly.read import list_kind
from plus100.review.objects import Objects
from plus100.review.trees import FileEdit, Node

RecordOp = Literal["add", "change", "remove"]


class Standing(NamedTuple):
    """Where a record stands: its file, its position there, its value in one canonical form."""

    path: str
    position: int
    value: str


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """One partner or entry of a cadre (``unit/cadre``) that differs."""

    cadre: str
    kind: Literal["partners", "log"]
    id: str
    op: RecordOp
    before: Standing | None
    after: Standing | None

    @property
    def where(self) -> Standing:
        """Its place in the head, or the one it had."""
        place = self.after or self.before
        assert place is not None  # noqa: S101  (an edit has one side at least)
        return place


@dataclass(frozen=True, slots=True)
class FieldEdits:
    """The top-level fields of a file that differ; each with its value before and after, ``None``
    where it is not there. ``readable`` is false where the head's file cannot be read.
    """

    path: str
    fields: Mapping[str, tuple[object, object]]
    readable: bool


def canonical(value: object) -> str:
    """One form for equal values: ``1`` and ``true`` and ``"1"`` are different, key order is not."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def value_of(objects: Objects, path: str, node: Node | None) -> object:
    """A file's value; ``None`` where there is none or it cannot be read."""
    data = objects.blob(node.object) if node is not None else None
    return None if data is None else strict_yaml.read(data, path)[0]


def field_edits(objects: Objects, edit: FileEdit) -> FieldEdits:
    """What a change does to one mapping."""
    before = value_of(objects, edit.path, edit.before)
    after = value_of(objects, edit.path, edit.after)
    old = before if isinstance(before, dict) else {}
    new = after if isinstance(after, dict) else {}
    names = dict.fromkeys((*old, *new))
    fields = {
        name: (old.get(name), new.get(name))
        for name in names
        if canonical(old.get(name)) != canonical(new.get(name))
    }
    return FieldEdits(edit.path, fields, readable=edit.after is None or isinstance(after, dict))


def book_edits(objects: Objects, cadre: str, files: Iterable[FileEdit]) -> tuple[RecordEdit, ...]:
    """What a change does to one cadre's partners and log, over all the files that differ."""
    sides: dict[str, tuple[dict[str, list[Standing]], dict[str, list[Standing]]]] = {
        "partners": (defaultdict(list), defaultdict(list)),
        "log": (defaultdict(list), defaultdict(list)),
    }
    for edit in files:
        pair = sides[list_kind(edit.path)]
        for side, node in zip(pair, (edit.before, edit.after), strict=True):
            for name, standing in _items(objects, edit.path, node):
                side[name].append(standing)
    edits = [*_between(cadre, "partners", *sides["partners"]), *_between(cadre, "log", *sides["log"])]
    return tuple(sorted(edits, key=lambda one: (one.kind, one.where.path, one.where.position, one.id)))


def _items(objects: Objects, path: str, node: Node | None) -> Iterator[tuple[str, Standing]]:
    """The items of a list file by id; one without is known by its value."""
    value = value_of(objects, path, node)
    for position, item in enumerate(value if isinstance(value, list) else ()):
        form = canonical(item)
        name = item.get("id") if isinstance(item, dict) else None
        yield (name if isinstance(name, str) else form), Standing(path, position, form)


def _between(
    cadre: str,
    kind: Literal["partners", "log"],
    before: Mapping[str, list[Standing]],
    after: Mapping[str, list[Standing]],
) -> Iterator[RecordEdit]:
    """The edits of one kind. Of an id that occurs several times, equal values meet first."""
    for name in dict.fromkeys((*before, *after)):
        old, new = _unpaired(before.get(name, []), after.get(name, []))
        for place in range(max(len(old), len(new))):
            was = old[place] if place < len(old) else None
            now = new[place] if place < len(new) else None
            op: RecordOp = "add" if was is None else "remove" if now is None else "change"
            yield RecordEdit(cadre, kind, name, op, was, now)


def _unpaired(old: list[Standing], new: list[Standing]) -> tuple[list[Standing], list[Standing]]:
    """Both sides without what is the same on both."""
    if len(old) == len(new) == 1:
        return ([], []) if old[0].value == new[0].value else (old, new)
    left = list(new)
    kept = []
    for one in old:
        twin = next((other for other in left if other.value == one.value), None)
        if twin is None:
            kept.append(one)
        else:
            left.remove(twin)
    return kept, left
