"""What can be said of a record that its schema refuses, so that nobody mends one field and hears of the
next only then: its days are looked at all the same, as far as they are sound. It stays withheld.

A code that is none, a text that is too long or a key that is unknown don't stand in the way; a field of
the wrong kind is left out, and where the record cannot do without it nothing more is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

import msgspec

from plus100.core.findings import Finding, Pointer
from plus100.ledger import checks
from plus100.ledger.checks.draft import Draft, Pages
from plus100.ledger.records import Entry, Partner
from plus100.ledger.world import Sheet

T = TypeVar("T")
Wrong = Mapping[Pointer, str]
"""Places at fault, with the code of what is wrong there."""

HINDERS = frozenset({"S201", "S203", "S205", "S213"})
"""Unknown fields, wrong kinds of values, dates that are none, empty ones: no record can hold these."""


class Doubted(NamedTuple):
    """An item that the schema refuses, as far as it can be made out, and where it is at fault."""

    item: Partner | Entry
    path: str
    position: int
    wrong: Wrong


def wrong_in(findings: Iterable[Finding], path: str) -> Wrong:
    """The places in a file that something was found at."""
    found = ((one.where.pointer, one.code) for one in findings if one.where.path == path)
    return {pointer: code for pointer, code in found if pointer is not None}


def made_out(raw: object, kind: type[T], wrong: Wrong, start: Pointer = ()) -> T | None:
    """The record that stands at ``start``, as far as it can be made out; ``None`` where it cannot."""
    if start in wrong or not isinstance(raw, dict):
        return None
    hindering = (pointer for pointer, code in wrong.items() if code in HINDERS)
    within = [pointer[len(start) :] for pointer in hindering if pointer[: len(start)] == start]
    try:
        return msgspec.convert(_less(raw, within), kind)
    except msgspec.ValidationError:
        return None


def _less(value: object, wrong: Collection[Pointer]) -> object:
    """The value without the fields at fault. Items of lists stay, since places count them."""
    if not wrong or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_less(item, _below(wrong, i)) for i, item in enumerate(value)]
    return {name: _less(held, _below(wrong, name)) for name, held in value.items() if (name,) not in wrong}


def _below(wrong: Collection[Pointer], step: str | int) -> list[Pointer]:
    return [pointer[1:] for pointer in wrong if len(pointer) > 1 and pointer[0] == step]


def elsewhere(findings: Iterable[Finding], wrong: Collection[Pointer]) -> Iterator[Finding]:
    """The findings that are about none of the places already at fault, nor rest on one."""
    for finding in findings:
        places = [place.pointer or () for place in (finding.where, *finding.others)]
        if not any(place[: len(one)] == one[: len(place)] for place in places for one in wrong):
            yield finding


def doubted(path: str, value: object, found: Sequence[Finding], kind: Any) -> Iterator[Doubted]:  # noqa: ANN401 - a union of types is no type
    """Those items that can; entries by the day that their id names."""
    wrong = wrong_in(found, path)
    items = value if isinstance(value, list) else []
    for i in sorted({pointer[0] for pointer in wrong if pointer and isinstance(pointer[0], int)}):
        item = made_out(items[i], kind, wrong, (i,)) if items else None
        if item is not None and (isinstance(item, Partner) or (i, "id") not in wrong):
            yield Doubted(item, path, i, wrong)


def of_item(pages: Pages, one: Doubted) -> Iterator[Finding]:
    """What is wrong with the days of one such item."""
    item, path, position, wrong = one
    if isinstance(item, Partner):
        contact: Sheet[Partner] = Sheet(path, (item,), (position,))
        found = _all(checks.PARTNERS_ALONE, replace(pages, partners=[item], partner_sheets=[contact]))
    else:
        deed: Sheet[Entry] = Sheet(path, (item,), (position,))
        found = _all(checks.DAYS, replace(pages, entries=[item], entry_sheets=[deed]))
    yield from elsewhere(found, wrong)


def of_record(draft: Draft, wrong: Collection[Pointer]) -> Iterator[Finding]:
    """What is wrong with the days of one unit or cadre, the only one in the draft."""
    return elsewhere((finding for check in checks.FRAME_ALONE for finding in check(draft)), wrong)


def _all(stage: Iterable[Callable[[Pages], Iterable[Finding]]], pages: Pages) -> Iterator[Finding]:
    return (finding for check in stage for finding in check(pages))
