"""Everything of the table that a change touches. One edit may touch several things: a new engagement
with a key is a cadre, an access, and (where the person is known already) a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from plus100.core.findings import Pointer
from plus100.core.ids import NAME
from plus100.intake.leaks import masked
from plus100.intake.schema import load
from plus100.review.edits import FieldEdits, RecordEdit, book_edits, canonical, field_edits, value_of
from plus100.review.objects import Objects
from plus100.review.rights.parents import parents
from plus100.review.rights.places import Place, place_of
from plus100.review.rights.table import Operation
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit

ACCESS = ("keys", "forge_accounts")
UNIT_OWN = frozenset({"name", "account_prefix", "themes", "own_quota"})
LISTED = 3
"""Ids that a touch names; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One thing that is touched, by one operation. ``unit`` and ``cadre`` say whose it is; ``under``
    is the unit whose reviewers count as the direct superior's, where the base cannot say (a unit that
    is new, or moves). ``person``: whom it is about. ``detail``: ids or fields, for the message.
    """

    thing: str
    op: Operation
    path: str
    unit: str = ""
    cadre: str = ""
    under: str = ""
    person: str = ""
    detail: tuple[str, ...] = ()
    pointer: Pointer | None = None


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


def _operation(edit: FileEdit) -> Operation:
    return "add" if edit.before is None else "remove" if edit.after is None else "change"


def _plain(_objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    """A file that is one thing as a whole."""
    person = _person(roles, place.cadre)
    yield Touch(
        thing=place.thing,
        op=_operation(edit),
        path=edit.path,
        unit=place.unit,
        cadre=place.cadre,
        person=person,
    )


def _person(roles: Roles, cadre: str) -> str:
    record = roles.base.cadre(cadre) if cadre else None
    return record.person if record else ""


# -- books ---------------------------------------------------------------------------------------


def _book(objects: Objects, cadre: str, files: list[FileEdit], roles: Roles) -> Iterator[Touch]:
    """Records that are added, changed and removed; a file that differs without any counts as changed."""
    unit, person = cadre.partition("/")[0], _person(roles, cadre)
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


# -- cadres --------------------------------------------------------------------------------------


@cache
def own_fields() -> frozenset[str]:
    """The fields of a cadre that the schema marks as the cadre's own."""
    properties = load("cadre")["properties"]
    return frozenset(name for name, schema in properties.items() if schema.get("x-own"))


def _cadre(objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    found = field_edits(objects, edit)
    base = Touch(
        thing="cadre",
        op=_operation(edit),
        path=edit.path,
        unit=place.unit,
        cadre=place.cadre,
        person=_person(roles, place.cadre) or _text(found, "person"),
    )
    if edit.after is None:
        folder = edit.path.removeprefix(f"{objects.prefix}/").rpartition("/")[0]
        held = any(roles.base.has(f"{folder}/{kind}") for kind in ("partners", "log"))
        yield replace(base, thing="cadre_with_records" if held else "cadre")
    elif edit.before is None:
        yield from _new_cadre(found, base, roles)
    elif not found.fields:
        # One that differs in no field is rearranged only; nobody can tell that of two spoilt ones.
        yield replace(base, thing="own" if found.readable else "cadre")
    else:
        yield from _changed_cadre(found, base, roles)


def _text(found: FieldEdits, name: str) -> str:
    """A field's new value where it is text, else its old one."""
    for value in reversed(found.fields.get(name, ())):
        if isinstance(value, str):
            return value
    return ""


def _new_cadre(found: FieldEdits, base: Touch, roles: Roles) -> Iterator[Touch]:
    """A new engagement, and what it says beyond being there."""
    known = bool(base.person) and roles.knows(base.person)
    before = roles.base.cadre(_text(found, "moved_from"))
    if before is not None and before.person == base.person:
        yield _at(base, "transfer", ("moved_from",))
    else:
        yield base
        if known:
            yield _at(base, "person", ("person",))
    if "exemptions" in found.fields:
        yield _at(base, "exemption", ("exemptions",))
    access = tuple(name for name in ACCESS if name in found.fields)
    if access and known:
        yield _at(base, _access(base, roles), access)


def _changed_cadre(found: FieldEdits, base: Touch, roles: Roles) -> Iterator[Touch]:
    names = dict.fromkeys(found.fields)
    groups: dict[str, list[str]] = defaultdict(list)
    ending = _ending(found)
    for name in names:
        if name in ending:
            groups["transfer" if _transfers(found) else "departure"].append(name)
        elif name == "moved_from":
            groups["transfer"].append(name)
        elif name == "person":
            groups["person"].append(name)
            # Whose record it becomes is a party to it as much as whose it was.
            yield replace(_at(base, "person", (name,)), person=_text(found, name))
        elif name == "exemptions":
            groups["exemption"].append(name)
        elif name in ACCESS:
            groups[_access(base, roles)].append(name)
        else:
            groups["own" if name in own_fields() else "cadre"].append(name)
    for thing, fields in groups.items():
        yield _at(base, thing, tuple(fields))


def _ending(found: FieldEdits) -> frozenset[str]:
    """The fields by which an engagement ends: ``until`` and ``left``, and the posts where nothing but
    their last days differs.
    """
    ends = {"until", "left"} & found.fields.keys()
    posts = found.fields.get("posts")
    if ends and posts and canonical(_open(posts[0])) == canonical(_open(posts[1])):
        ends.add("posts")
    return frozenset(ends)


def _open(posts: object) -> object:
    """Posts without their last days."""
    if not isinstance(posts, list):
        return posts
    return [
        {key: value for key, value in post.items() if key != "until"} if isinstance(post, dict) else post
        for post in posts
    ]


def _transfers(found: FieldEdits) -> bool:
    """Whether the engagement's end is, or was, a transfer; an end without a reason is taken as one."""
    left = found.fields.get("left")
    return left is None or "transfer" in left


def _access(base: Touch, roles: Roles) -> str:
    """Keys of one who has an office or a post elsewhere weigh more than the unit's reviewers."""
    units = (*roles.offices(base.person), *roles.posts(base.person))
    return "officer_access" if any(unit != base.unit for unit in units) else "access"


def _at(base: Touch, thing: str, fields: tuple[str, ...]) -> Touch:
    return replace(base, thing=thing, detail=fields, pointer=fields[:1])


# -- units and settings ----------------------------------------------------------------------------


def _unit(objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    found = field_edits(objects, edit)
    base = Touch(thing="unit", op=_operation(edit), path=edit.path, unit=place.unit)
    is_root = place.unit == roles.root
    if edit.before is None:
        yield from _new_unit(found, base, roles)
        return
    if edit.after is None or not (found.readable or found.fields):
        yield replace(base, thing="root_unit" if is_root else "unit")
        return
    groups: dict[str, list[str]] = defaultdict(list)
    for name in found.fields:
        if name == "reviewers":
            groups["root_reviewers" if is_root else "reviewers"].append(name)
        elif name in UNIT_OWN:
            groups["unit_own"].append(name)
        elif name == "direct_log":
            groups["direct_log"].append(name)
        else:
            groups["root_unit" if is_root else "unit"].append(name)
    for thing, fields in (groups or {"unit_own": []}).items():
        yield _at(base, thing, tuple(fields))
    if "parent" in found.fields and not is_root:
        # Who moves a unit must answer for the place that it comes to, too.
        before, after = found.fields["parent"]
        for under in parents(after, roles.day, before):
            yield replace(_at(base, "unit", ("parent",)), under=under)


def _new_unit(found: FieldEdits, base: Touch, roles: Roles) -> Iterator[Touch]:
    """A new unit belongs to each of those that it hangs under, and so does what it is let off."""
    for under in parents(found.fields.get("parent", (None, None))[1], roles.day):
        yield replace(base, under=under)
        if "direct_log" in found.fields:
            yield replace(_at(base, "direct_log", ("direct_log",)), unit=under or roles.root)


def _settings(objects: Objects, edit: FileEdit, _place: Place, _roles: Roles) -> Iterator[Touch]:
    found = field_edits(objects, edit)
    base = Touch(thing="settings", op=_operation(edit), path=edit.path)
    if not edit.path.endswith(f"{objects.prefix}/settings.yml"):
        yield base
        return
    weighty = tuple(name for name in ("maintainers", "root") if name in found.fields)
    others = tuple(name for name in found.fields if name not in weighty)
    if weighty or not found.readable or edit.after is None:
        yield _at(base, "maintainers", weighty)
    if others or not weighty:
        yield _at(base, "settings", others)


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
            person=_person(roles, place.cadre),
        )


def _waived(value: object) -> list[tuple[str, Mapping[str, object]]]:
    rows = value if isinstance(value, list) else []
    return [(canonical(row), row) for row in rows if isinstance(row, dict)]


def _waived_place(row: Mapping[str, object], prefix: str) -> Place:
    path = row.get("path")
    place = place_of(f"{prefix}/{path}", prefix) if isinstance(path, str) else Place("nowhere")
    return place._replace(thing="")


# -- columns ---------------------------------------------------------------------------------------


def _column(objects: Objects, edit: FileEdit, _place: Place, _roles: Roles) -> Iterator[Touch]:
    """A contribution belongs to the unit that its front matter names in the base."""
    data = objects.blob(edit.before.object) if edit.before else None
    unit = ""
    for line in (data or b"")[:2000].splitlines():
        name = line.removeprefix(b"unit:").decode("ascii", "ignore").strip()
        if line.startswith(b"unit:") and NAME.fullmatch(name):
            unit = name
            break
    yield Touch(thing="column", op=_operation(edit), path=edit.path, unit=unit)


_SORTS = {"cadre": _cadre, "unit": _unit, "settings": _settings, "waiver": _waivers, "column": _column}
