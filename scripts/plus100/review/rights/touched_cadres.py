"""What an edit of ``cadre.yml`` touches: the engagement, access, the person, exemptions, how it ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from plus100.intake.schema import load
from plus100.review.edits import FieldEdits, canonical, field_edits
from plus100.review.objects import Objects
from plus100.review.rights.places import Place
from plus100.review.rights.touch import Touch, at, operation, person_of
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit

ACCESS = ("keys", "forge_accounts")


@cache
def own_fields() -> frozenset[str]:
    """The fields of a cadre that the schema marks as the cadre's own."""
    properties = load("cadre")["properties"]
    return frozenset(name for name, schema in properties.items() if schema.get("x-own"))


def cadre_touches(objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    """An engagement as a whole, or its fields, each with those that are the same thing of the table."""
    found = field_edits(objects, edit)
    base = Touch(
        thing="cadre",
        op=operation(edit),
        path=edit.path,
        unit=place.unit,
        cadre=place.cadre,
        person=person_of(roles, place.cadre) or _text(found, "person"),
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
        yield at(base, "transfer", ("moved_from",))
    else:
        yield base
        if known:
            yield at(base, "person", ("person",))
    if "exemptions" in found.fields:
        yield at(base, "exemption", ("exemptions",))
    access = tuple(name for name in ACCESS if name in found.fields)
    if access and known:
        yield at(base, _access(base, roles), access)


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
            yield replace(at(base, "person", (name,)), person=_text(found, name))
        elif name == "exemptions":
            groups["exemption"].append(name)
        elif name in ACCESS:
            groups[_access(base, roles)].append(name)
        else:
            groups["own" if name in own_fields() else "cadre"].append(name)
    for thing, fields in groups.items():
        yield at(base, thing, tuple(fields))


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
