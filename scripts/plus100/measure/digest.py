"""Digests of what was parsed: they follow from the records alone, not from how or in which order the
files were written or read.

What is as it would be had nobody written it is left out, and fields go by name. So a digest that was
published stays true when a later version of the software knows a field more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b

import msgspec

from plus100.ledger.world import Book, Frame

SIZE = 16
Digests = Mapping[str, bytes]

_encoder = msgspec.msgpack.Encoder(order="sorted", decimal_format="string")


def digest_of(value: object) -> bytes:
    """The digest of one value (structs, dates, decimals, mappings, tuples)."""
    return blake2b(_encoder.encode(_said(value)), digest_size=SIZE).digest()


def _said(value: object) -> object:
    """The value with structs as mappings of what differs from their defaults, all the way down. Types
    that leave those out themselves, as partners and entries do by the thousand, stay as they are.
    """
    if isinstance(value, msgspec.Struct):
        config = value.__struct_config__
        if config.omit_defaults:
            return value
        said = {name: _said(own) for name, own in _own(value).items()}
        return said | ({config.tag_field: config.tag} if config.tag_field else {})
    if isinstance(value, tuple | list):
        return [_said(inner) for inner in value]
    return value


def _own(value: msgspec.Struct) -> dict[str, object]:
    fields = ((field, getattr(value, field.name)) for field in _fields(type(value)))
    return {field.encode_name: held for field, held in fields if held != field.default}


_fields = cache(msgspec.structs.fields)


def book_digests(book: Book) -> dict[str, bytes]:
    """The digest of each of a book's files, by path."""
    found = {sheet.path: digest_of(sheet.items) for sheet in book.partners}
    found.update((sheet.path, digest_of(sheet.items)) for sheet in book.log)
    return found


def cadre_digest(frame: Frame, cadre: str) -> dict[str, bytes]:
    """The digest of a cadre's record, by what it is."""
    return {f"cadre {cadre}": digest_of(frame.cadres[cadre])}


def frame_digests(frame: Frame) -> dict[str, bytes]:
    """The digests of settings and units, by what they are."""
    units = {f"unit {name}": digest_of(unit) for name, unit in frame.units.items()}
    return {"settings": digest_of(frame.settings), **units}


def policy_digest(frame: Frame) -> str:
    """One digest over all editions with what they inherit, and the readings."""
    found: dict[str, bytes] = {}
    for name, edition in frame.editions.items():
        rules = [
            (held.origin, held.until, held.rule) for versions in edition.rules.values() for held in versions
        ]
        found[f"edition {name}"] = digest_of((edition.lineage, rules))
    found.update((f"reading {name}", digest_of(reading)) for name, reading in frame.readings.items())
    return combined(found)


def combined(digests: Digests) -> str:
    """One digest over many, in the order of their names; hexadecimal."""
    whole = blake2b(digest_size=SIZE)
    for name in sorted(digests):
        whole.update(name.encode())
        whole.update(b"\0")
        whole.update(digests[name])
    return whole.hexdigest()
