"""The real editions and readings, read as the strict reader would: YAML 1.2, dates stay text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from plus100.ledger.policy.rules import EditionRecord, Readings

ROOT = Path(__file__).parents[3]
POLICIES = ROOT / "records" / "policies"
CATEGORIES = (
    "full_time",
    "attached",
    "leading_organ_part_time",
    "large_unit_part_time",
    "other_part_time",
)


class Core(yaml.CSafeLoader):
    """Null, integers, ``true`` and ``false``; everything else is text."""


Core.yaml_implicit_resolvers = {
    "": [("tag:yaml.org,2002:null", re.compile("^$"))],
    "n": [("tag:yaml.org,2002:null", re.compile("^null$"))],
    "t": [("tag:yaml.org,2002:bool", re.compile("^true$"))],
    "f": [("tag:yaml.org,2002:bool", re.compile("^false$"))],
    **{digit: [("tag:yaml.org,2002:int", re.compile("^(?:0|[1-9][0-9]*)$"))] for digit in "0123456789"},
}


def parse(text: str) -> Any:
    """YAML text → plain values."""
    return yaml.load(text, Core)  # noqa: S506  # a safe loader


@cache
def read(path: Path) -> Any:
    """A YAML file → plain values."""
    return parse(path.read_text(encoding="utf-8"))


@cache
def records() -> dict[str, EditionRecord]:
    """The four editions as written, by name."""
    paths = sorted(path for path in POLICIES.glob("*.yml") if path.stem != "readings")
    return {path.stem: msgspec.convert(read(path), EditionRecord) for path in paths}


@cache
def readings() -> Readings:
    """The readings as written."""
    return msgspec.convert(read(POLICIES / "readings.yml"), Readings)


SOURCES = [{"document": "notice", "clause": "第1项"}]
COUNT = {"measure": "activity_count", "at_least": 1, "window": "year"}


def rule(name: str, since: str, does: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
    """A rule as written, with a title and a source."""
    stated = {"id": name, "title": name, "from": since, "sources": SOURCES, **others}
    return stated if does is None else {**stated, "does": does}


def edition(name: str, *stated: dict[str, Any], extends: str | None = None) -> EditionRecord:
    """An edition as written, with one document called ``notice`` in the root edition."""
    documents = [] if extends else [{"id": "notice", "title": "通知"}]
    plain = {"id": name, "title": name, "documents": documents, "rules": list(stated), "extends": extends}
    return msgspec.convert(plain, EditionRecord)


def by_name(*stated: EditionRecord) -> dict[str, EditionRecord]:
    """Editions by name, as ``load`` takes them."""
    return {one.id: one for one in stated}
