"""What exactly is wrong with a document that its schema refuses: one ``Fault`` for each mistake.

``jsonschema`` finds the errors; here they are tied to places, and those that only follow from
another one are dropped. The schemas make that easy: they choose between shapes by ``if``/``then``,
so that a document is only ever measured against the one shape that it means to have, and a rule
between fields is a ``then`` (or ``else``) with a ``description``, which is its message.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, cast

from jsonschema.exceptions import ValidationError

from plus100.core.findings import Pointer
from plus100.intake.messages.slips import nearest
from plus100.intake.messages.slow import repetition, validator
from plus100.intake.messages.trail import Trail, follow
from plus100.intake.schema import Kind, Schema, codes, invalid_items, is_valid, load

_PRIORITY = ("type", "oneOf", "format", "minLength", "maxLength", "pattern")
"""Of several errors about one value the first of these is told."""

EXPLAINED = 100
"""Items of a list whose faults are explained one by one, which takes a while each; nobody reads more."""

_MANY = 20
"""Unknown keys of one mapping that are told one by one; the rest is told together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One mistake. ``keyword`` is the schema keyword that found it (``unknown`` for a key that is
    not in the schema, ``rule`` for a field that a rule forbids, ``missing`` and ``missing_by_rule``
    for keys that are not there, ``mistaken`` for an item whose fields are of the types in ``names``,
    ``further`` for items that are not explained).

    ``value`` is the value at fault, ``schema`` the part of the schema that refuses it, ``title`` the
    field's Chinese name; ``names`` are the keys missing, ``rule`` the violated rule's description;
    ``properties`` are the keys that the mapping may have, ``dated`` says that a list of dated values
    is possible too.
    """

    pointer: Pointer
    keyword: str
    value: object
    schema: Schema
    title: str = ""
    key: bool = False
    names: tuple[str, ...] = ()
    rule: str = ""
    watched: frozenset[str] = frozenset()
    properties: Mapping[str, str] | None = None
    dated: bool = False


def explain(kind: Kind, value: object) -> tuple[Fault, ...]:
    """The document's faults, in the document's order of discovery; empty for a valid one. Of a list the
    first ``EXPLAINED`` items at fault; the others are one fault, ``further``, with their positions.
    """
    if not isinstance(value, list) or "items" not in load(kind):
        return tuple(_independent(_distinct(kind, value, ())))
    wrong = invalid_items(kind, value)
    told = (fault for index in wrong[:EXPLAINED] for fault in _of_item(kind, value[index], index))
    rest = wrong[EXPLAINED:]
    further = Fault(pointer=rest[:1], keyword="further", value=rest, schema={})
    return (*told, further) if rest else tuple(told)


def _of_item(kind: Kind, item: object, index: int) -> Iterator[Fault]:
    """The faults of one item of a list. If nothing is wrong but that it is called another type than its
    fields are of, that is the fault, and not every field.
    """
    meant = _meant(kind, item)
    if meant and isinstance(item, dict):
        yield Fault(pointer=(index, "type"), keyword="mistaken", value=item["type"], schema={}, names=meant)
    else:
        yield from _independent(_distinct(kind, [item], (index,)))


def _meant(kind: Kind, item: object) -> tuple[str, ...]:
    """The types of which the item would be a sound one, where it has a type."""
    types = codes("entry_type")
    if kind != "log" or not isinstance(item, dict) or item.get("type") not in types:
        return ()
    return tuple(name for name in types if is_valid(kind, [item | {"type": name}]))


def _distinct(kind: Kind, value: object, start: Pointer) -> list[Fault]:
    """The faults of a document, or of a list of one item that really stands at ``start``; of those
    that say the same of one value the most telling one.
    """
    found: dict[tuple[Pointer, str], Fault] = {}
    for error in validator(kind).iter_errors(cast("Any", value)):
        for fault in _faults(load(kind), error, value):
            slot = (fault.pointer, "value" if fault.keyword in _PRIORITY else fault.keyword + fault.rule)
            if slot not in found or _rank(fault) < _rank(found[slot]):
                found[slot] = fault
    return [replace(fault, pointer=start + fault.pointer[len(start) :]) for fault in found.values()]


def _rank(fault: Fault) -> int:
    return _PRIORITY.index(fault.keyword) if fault.keyword in _PRIORITY else len(_PRIORITY)


def _faults(schema: Schema, error: ValidationError, document: object) -> Iterator[Fault]:
    """The faults that one error stands for."""
    pointer: Pointer = tuple(error.absolute_path)
    trail = follow(schema, list(error.absolute_schema_path))
    keyword = str(error.validator)
    if error.validator is None:
        yield from _forbidden(pointer, trail, _at(document, pointer))
    elif keyword == "required":
        yield from _missing(pointer, trail, error)
    elif keyword == "additionalProperties":
        yield from _unknown(pointer, trail, error)
    elif keyword == "uniqueItems":
        yield _repeated(pointer, trail, cast("Sequence[object]", error.instance))
    else:
        inside_key = "propertyNames" in error.absolute_schema_path
        yield Fault(
            pointer=(*pointer, str(error.instance)) if inside_key else pointer,
            key=inside_key,
            keyword=keyword,
            value=error.instance,
            schema=trail.schema,
            title=trail.title,
            dated=trail.dated,
        )


def _at(document: object, pointer: Pointer) -> object:
    for step in pointer:
        document = document[step]  # type: ignore[index] # an error's path leads through collections
    return document


def _forbidden(pointer: Pointer, trail: Trail, mapping: object) -> Iterator[Fault]:
    """Keys that a rule forbids, all in one. jsonschema doesn't say which, only that there are some."""
    mapping = cast("Mapping[str, object]", mapping)
    names = tuple(name for name in mapping if trail.schema.get(name) is False)
    if names:
        yield Fault(
            pointer=(*pointer, names[0]),
            key=True,
            keyword="rule",
            value=mapping[names[0]],
            schema={},
            names=names,
            rule=trail.rule,
            watched=trail.watched,
        )


def _missing(pointer: Pointer, trail: Trail, error: ValidationError) -> Iterator[Fault]:
    """All keys that are missing in one mapping: one fault, however many errors."""
    mapping = cast("Mapping[str, object]", error.instance)
    absent = [name for name in cast("Sequence[str]", error.validator_value) if name not in mapping]
    if not error.message.startswith(repr(absent[0])):
        return  # one error a key; the first speaks for all
    known = _titles(trail.schema)
    slips = _slips(mapping, {name: known.get(name, name) for name in absent}, known)
    for written, name in slips.items():
        yield _stranger(pointer, written, mapping, {name: known.get(name, name)})
    names = tuple(name for name in absent if name not in slips.values())
    if not names:
        return
    yield Fault(
        pointer=pointer,
        keyword="missing_by_rule" if trail.rule else "missing",
        value=mapping,
        schema=trail.schema,
        names=names,
        rule=trail.rule,
        watched=trail.watched,
        title=trail.title,
        properties=known,
    )


def _slips(
    mapping: Mapping[str, object], absent: Mapping[str, str], known: Collection[str]
) -> dict[str, str]:
    """Keys of the mapping that probably mean one of the absent ones."""
    strange = islice((key for key in mapping if key not in known), _MANY)
    near = {key: nearest(key, absent) for key in strange}
    return {key: name for key, name in near.items() if name is not None}


def _stranger(
    pointer: Pointer, name: str, mapping: Mapping[str, object], known: Mapping[str, str]
) -> Fault:
    """A key that is not in the schema; ``known`` are those that it may have been meant for."""
    return Fault(
        pointer=(*pointer, name),
        key=True,
        keyword="unknown",
        value=mapping[name],
        schema={},
        names=(name,),
        properties=known,
    )


def _unknown(pointer: Pointer, trail: Trail, error: ValidationError) -> Iterator[Fault]:
    """Every key that the schema doesn't know."""
    known = _titles(trail.schema)
    mapping = cast("Mapping[str, object]", error.instance)
    free = {key: title for key, title in known.items() if key not in mapping}
    strange = [name for name in mapping if name not in known]
    for name in strange[:_MANY]:
        yield _stranger(pointer, name, mapping, free)
    if strange[_MANY:]:
        rest = _stranger(pointer, strange[_MANY], mapping, {})
        yield replace(rest, names=tuple(strange[_MANY:]))


def _titles(schema: Schema) -> dict[str, str]:
    return {name: part.get("title", name) for name, part in schema.get("properties", {}).items() if part}


def _repeated(pointer: Pointer, trail: Trail, items: Sequence[object]) -> Fault:
    """The first item that stands in the list before; ``names`` is the number of that one, from 1."""
    second, first = repetition(items) or (0, 0)
    return Fault(
        pointer=(*pointer, second),
        keyword="uniqueItems",
        value=items[second],
        schema=trail.schema,
        title=trail.title,
        names=(str(first + 1),),
    )


def _independent(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults that don't merely follow from another: a rule is not blamed while a field that it looks
    at is itself at fault.
    """
    faults = list(faults)
    wrong = {fault.pointer for fault in faults if not fault.rule}
    wrong |= {
        (*fault.pointer, name) for fault in faults if fault.keyword == "missing" for name in fault.names
    }
    for fault in faults:
        owner = fault.pointer[:-1] if fault.keyword == "rule" else fault.pointer
        if not any((*owner, name) in wrong for name in fault.watched):
            yield fault
