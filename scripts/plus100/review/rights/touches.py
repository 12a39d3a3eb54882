"""Everything of the table that a change touches. One edit may touch several things: a new engagement
with a key is a cadre, an access, and (where the person is known already) a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from plus100.intake.leaks import masked
from plus100.review.edits import RecordEdit, book_edits, canonical, value_of
from plus100.review.objects import Objects
from plus100.review.rights.places import Place, place_of
from plus100.review.rights.table import Operation
from plus100.review.rights.touch import Touch, operation, person_of
from plus100.review.rights.touched_cadres import cadre_touches
from plus100.review.rights.touched_columns import column_touches
from plus100.review.rights.touched_units import settings_touches, unit_touches
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit

__all__ = ["LISTED", "Touch", "touches"]

LISTED = 3
"""Ids that a touch names; the rest is counted."""


def touches(objects: Objects, edits: Iterable[FileEdit], roles: Roles) -> tuple[Touch, ...]:
    """What all edits touch, in the order of paths; book files are taken together by cadre."""
    found: list[Touch] = []
    books: defaultdict[str, list[FileEdit]] = defaultdict(list)
    for edit in edits:
        place = place_of(edit.path, objects.prefix)
        if place.thing in {"partners", "log"}:
            books[place.cadre].append(edit)
        else:
            found += _SORTS.get(place.thing, _plain)(objects, edit, place, roles)
    for cadre, files in books.items():
        found += _book(objects, cadre, files, roles)
    return tuple(sorted(found, key=lambda one: (one.path, one.thing, one.op)))


def _plain(_objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    """A file that is one thing as a whole."""
    person = person_of(roles, place.cadre)
    yield Touch(
        thing=place.thing,
        op=operation(edit),
        path=edit.path,
        unit=place.unit,
        cadre=place.cadre,
        person=person,
    )


# -- books ---------------------------------------------------------------------------------------


def _book(objects: Objects, cadre: str, files: list[FileEdit], roles: Roles) -> Iterator[Touch]:
    """Records that are added, changed and removed; a file that differs without any counts as changed."""
    unit, person = cadre.partition("/")[0], person_of(roles, cadre)
    groups: defaultdict[tuple[str, Operation, str], list[RecordEdit]] = defaultdict(list)
    for one in book_edits(objects, cadre, files):
        groups[one.kind, one.op, one.where.path].append(one)
    named = {path for _, _, path in groups}
    for (thing, op, path), records in groups.items():
        yield Touch(
            thing=thing,
            op=op,
            path=path,
            unit=unit,
            cadre=cadre,
            person=person,
            detail=tuple(masked(record.id) for record in records),
            pointer=(records[0].where.position,) if records[0].after else None,
        )
    for edit in files:
        if edit.path not in named:
            thing = place_of(edit.path, objects.prefix).thing
            yield Touch(thing=thing, op="change", path=edit.path, unit=unit, cadre=cadre, person=person)


# -- waivers ---------------------------------------------------------------------------------------


def _waivers(objects: Objects, edit: FileEdit, _place: Place, roles: Roles) -> Iterator[Touch]:
    """Each waiver belongs to the unit whose file it is about, else to the root; who profits from it is the
    cadre of that file.
    """
    before, after = (_waived(value_of(objects, edit.path, node)) for node in (edit.before, edit.after))
    changed = [row for row in (*before, *after) if (row in before) != (row in after)]
    places = dict.fromkeys(_waived_place(value, objects.prefix) for _, value in changed)
    for place in places or {Place("nowhere"): None}:
        yield Touch(
            thing="waiver",
            op="change",
            path=edit.path,
            unit=place.unit or roles.root,
            person=person_of(roles, place.cadre),
        )


def _waived(value: object) -> list[tuple[str, Mapping[str, object]]]:
    rows = value if isinstance(value, list) else []
    return [(canonical(row), row) for row in rows if isinstance(row, dict)]


def _waived_place(row: Mapping[str, object], prefix: str) -> Place:
    path = row.get("path")
    place = place_of(f"{prefix}/{path}", prefix) if isinstance(path, str) else Place("nowhere")
    return place._replace(thing="")


_SORTS: Mapping[str, Callable[[Objects, FileEdit, Place, Roles], Iterator[Touch]]] = {
    "cadre": cadre_touches,
    "unit": unit_touches,
    "settings": settings_touches,
    "waiver": _waivers,
    "column": column_touches,
}
