"""One record file from bytes to a value of its schema's shape, with everything that is wrong."""

from __future__ import annotations

import re

from plus100.core.findings import Finding
from plus100.intake import leaks
from plus100.intake.reading import strict_yaml
from plus100.intake.reading.text import decode
from plus100.intake.schema import Kind, is_valid

FURTHER = "S216"
"""The one finding whose other places are at fault just as the first is."""

MERGED = "Y150"
"""The finding about two items of a list in one: what the schema says of them only follows from it."""

SHAPE, SWAPPED = "S214", "S218"
"""Two findings that speak of a file as a whole, of which nothing is then kept: it is no list (no mapping),
or it belongs into the other folder of its cadre.
"""

_PLACES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"settings\.yml"), "settings"),
    (re.compile(r"waivers\.yml"), "waivers"),
    (re.compile(r"policies/readings\.yml"), "readings"),
    (re.compile(r"policies/[^/]+\.yml"), "policy"),
    (re.compile(r"units/[^/]+/unit\.yml"), "unit"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/cadre\.yml"), "cadre"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/partners/[^/]+\.yml"), "partners"),
    (re.compile(r"units/[^/]+/cadres/[^/]+/log/[^/]+\.yml"), "log"),
)


def kind_of(path: str) -> Kind | None:
    """The kind of a record file by its place (``records/units/u/unit.yml`` → ``unit``); ``None`` for
    files that are none. The first folder may have any name.
    """
    _, _, place = path.partition("/")
    return next((kind for form, kind in _PLACES if form.fullmatch(place)), None)


def read_document(path: str, data: bytes, kind: Kind) -> tuple[object | None, tuple[Finding, ...]]:
    """Strict YAML, leak scan and schema in one. Values are ``None`` when the file cannot be read or is
    no list (no mapping) at all; otherwise whole, even with findings, whose pointers tell what to
    leave out: in a list file a fault within item ``i`` has a pointer that begins with ``i``.
    """
    text, undecoded = decode(data, path)
    value, unread = (None, undecoded) if text is None else strict_yaml.read_text(text, data, path)
    refused = (*unread, *leaks.scan(path, data, text))
    if value is None and unread:
        return None, refused
    if is_valid(kind, value):
        return value, refused
    from plus100.intake.judge import judge  # noqa: PLC0415 - slow to import, and sound files need none of it

    known = {found.where.pointer for found in refused}
    merged = {found.where.pointer for found in refused if found.code == MERGED}
    judged = judge(path, data, kind, value)
    wrong = (
        found
        for found in judged
        if found.where.pointer not in known and (found.where.pointer or ())[:1] not in merged
    )
    is_lost = any(found.code in (SHAPE, SWAPPED) for found in judged)
    return None if is_lost else value, (*refused, *wrong)
