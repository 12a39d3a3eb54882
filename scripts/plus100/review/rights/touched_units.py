"""What an edit of ``unit.yml`` or of the settings touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from plus100.review.edits import FieldEdits, field_edits
from plus100.review.objects import Objects
from plus100.review.rights.parents import parents
from plus100.review.rights.places import Place
from plus100.review.rights.touch import Touch, at, operation
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit

UNIT_OWN = frozenset({"name", "account_prefix", "themes", "own_quota"})


def unit_touches(objects: Objects, edit: FileEdit, place: Place, roles: Roles) -> Iterator[Touch]:
    """A unit as a whole, or its fields."""
    found = field_edits(objects, edit)
    base = Touch(thing="unit", op=operation(edit), path=edit.path, unit=place.unit)
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
        yield at(base, thing, tuple(fields))
    if "parent" in found.fields and not is_root:
        # Who moves a unit must answer for the place that it comes to, too.
        before, after = found.fields["parent"]
        for under in parents(after, roles.day, before):
            yield replace(at(base, "unit", ("parent",)), under=under)


def _new_unit(found: FieldEdits, base: Touch, roles: Roles) -> Iterator[Touch]:
    """A new unit belongs to each of those that it hangs under, and so does what it is let off."""
    for under in parents(found.fields.get("parent", (None, None))[1], roles.day):
        yield replace(base, under=under)
        if "direct_log" in found.fields:
            yield replace(at(base, "direct_log", ("direct_log",)), unit=under or roles.root)


def settings_touches(objects: Objects, edit: FileEdit, _place: Place, _roles: Roles) -> Iterator[Touch]:
    """The settings, and apart from them who looks after the programs and who stands at the top."""
    found = field_edits(objects, edit)
    base = Touch(thing="settings", op=operation(edit), path=edit.path)
    if not edit.path.endswith(f"{objects.prefix}/settings.yml"):
        yield base
        return
    weighty = tuple(name for name in ("maintainers", "root") if name in found.fields)
    others = tuple(name for name in found.fields if name not in weighty)
    if weighty or not found.readable or edit.after is None:
        yield at(base, "maintainers", weighty)
    if others or not weighty:
        yield at(base, "settings", others)
