"""What people say in a search (``docs/guide/sayings.yml``), and the page that answers it.

The handbook speaks in its own words, and whoever searches in his. What is written here is indexed with the
page, above its headings, and shown nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from plus100.core.findings import Finding
from plus100.intake.documents import read_document
from plus100.intake.front_matter import located, within
from plus100.intake.reading.text import decode
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.shelf import SAYINGS as FILE
from plus100.publish.handbook.targets import KNOWN, ROOT, World, link


class _Page(msgspec.Struct, frozen=True):
    page: str
    said: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    pages: tuple[_Page, ...]


def read_sayings(data: bytes, world: World) -> tuple[Mapping[str, tuple[str, ...]], tuple[Finding, ...]]:
    """Path of a page (``qa/lianxi/q52.md``) → what people say, empty where the file is not sound; and what
    is wrong with it.
    """
    value, found = read_document(FILE, data, "sayings")
    if value is None or found:
        return {}, found
    said: dict[str, tuple[str, ...]] = defaultdict(tuple)
    wrong: list[Finding] = []
    for place, one in enumerate(msgspec.convert(value, _File).pages):
        scheme, _, name = one.page.partition(":")
        target = link(world, scheme, name)
        if target is None:
            where = within(FILE, "pages", place, "page")
            wrong.append(finding("H604", where, shown=one.page, known=KNOWN[scheme]))
        else:
            said[target.removeprefix(ROOT)] += one.said
    return said, located(wrong, decode(data, FILE)[0] or "")
