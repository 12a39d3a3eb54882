"""The records of the base, each file read once and only if asked for.

What is at fault there gives nobody any right: such a record counts as missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import msgspec

from plus100.intake.documents import read_document
from plus100.intake.reading import strict_yaml
from plus100.intake.schema import Kind
from plus100.ledger.assembly.read import is_error
from plus100.ledger.records import Cadre, Settings, Unit, Waiver
from plus100.review.objects import Commit, Objects
from plus100.review.trees import Node, find, read_tree

R = TypeVar("R", bound=msgspec.Struct)


@dataclass
class Base:
    """Lookups into one commit's records."""

    objects: Objects
    commit: Commit
    _units: dict[str, Unit | None] = field(default_factory=dict, repr=False)
    _cadres: dict[str, Cadre | None] = field(default_factory=dict, repr=False)

    @cached_property
    def settings(self) -> Settings | None:
        """``settings.yml``; ``None`` where it is missing or at fault."""
        return self._load("settings.yml", "settings", Settings)

    @cached_property
    def waivers(self) -> tuple[Waiver, ...]:
        """``waivers.yml``, as far as its rows are sound."""
        path, node = f"{self.objects.prefix}/waivers.yml", self._find("waivers.yml")
        data = self.objects.blob(node.object) if node else None
        rows = strict_yaml.read(data, path)[0] if data is not None else None
        found = []
        for row in rows if isinstance(rows, list) else ():
            with suppress(msgspec.ValidationError):
                found.append(msgspec.convert(row, Waiver))
        return tuple(found)

    def unit(self, unit: str) -> Unit | None:
        """A unit's record."""
        if unit not in self._units:
            self._units[unit] = self._load(f"units/{unit}/unit.yml", "unit", Unit)
        return self._units[unit]

    def cadre(self, cadre: str) -> Cadre | None:
        """A cadre's record, by ``unit/cadre``."""
        if cadre not in self._cadres:
            unit, _, name = cadre.partition("/")
            self._cadres[cadre] = self._load(f"units/{unit}/cadres/{name}/cadre.yml", "cadre", Cadre)
        return self._cadres[cadre]

    def has(self, place: str) -> bool:
        """Whether there is anything at a place below the records folder."""
        return self._find(place) is not None

    @cached_property
    def unit_files(self) -> Mapping[str, bytes]:
        """The bytes of every ``unit.yml`` by unit, unread: most need not be."""
        return dict(self._files(self._unit_folders, "unit.yml"))

    @cached_property
    def cadre_files(self) -> Mapping[str, bytes]:
        """The bytes of every ``cadre.yml`` by ``unit/cadre``."""
        return dict(self._files(self._cadre_folders, "cadre.yml"))

    def units_naming(self, words: bytes) -> Iterator[str]:
        """The units whose file may say something: it does so in plain bytes, or has escapes in it."""
        return (name for name, data in self.unit_files.items() if words in data or b"\\" in data)

    def cadres_naming(self, words: bytes) -> Iterator[str]:
        """Likewise the cadres."""
        return (name for name, data in self.cadre_files.items() if words in data or b"\\" in data)

    def cadres_with(self, number: int) -> Iterator[str]:
        """The cadres whose file may hold a number, in any of YAML's notations."""
        words = (str(number).encode(), b"0x", b"0o", b"\\")
        return (name for name, data in self.cadre_files.items() if any(word in data for word in words))

    @cached_property
    def _unit_folders(self) -> dict[str, Node]:
        return dict(self._folders(self._find("units")))

    @cached_property
    def _cadre_folders(self) -> dict[str, Node]:
        units = self._unit_folders
        self.objects.fetch(node.object for node in units.values())
        halls = {
            name: read_tree(self.objects, node.object).entries.get("cadres") for name, node in units.items()
        }
        self.objects.fetch(node.object for node in halls.values() if node)
        return {
            f"{unit}/{name}": node for unit, hall in halls.items() for name, node in self._folders(hall)
        }

    def _folders(self, node: Node | None) -> Iterator[tuple[str, Node]]:
        if node is not None and node.is_folder:
            entries = read_tree(self.objects, node.object).entries
            yield from ((name, inner) for name, inner in sorted(entries.items()) if inner.is_folder)

    def _files(self, folders: Mapping[str, Node], name: str) -> Iterator[tuple[str, bytes]]:
        self.objects.fetch(node.object for node in folders.values())
        found = {
            folder: file
            for folder, node in folders.items()
            if (file := read_tree(self.objects, node.object).entries.get(name)) and not file.is_folder
        }
        self.objects.fetch(node.object for node in found.values())
        for folder, node in found.items():
            data = self.objects.blob(node.object)
            if data is not None:
                yield folder, data

    def _find(self, place: str) -> Node | None:
        return find(self.objects, self.commit.tree, f"{self.objects.prefix}/{place}")

    def _load(self, place: str, kind: Kind, shape: type[R]) -> R | None:
        node = self._find(place)
        data = self.objects.blob(node.object) if node and not node.is_folder else None
        if data is None:
            return None
        value, found = read_document(f"{self.objects.prefix}/{place}", data, kind)
        at_fault = value is None or any(is_error(finding) for finding in found)
        return None if at_fault else msgspec.convert(value, shape)


def base_of(objects: Objects, commit: Commit) -> Base:
    """A commit's records, looked up once for all who ask."""
    if commit.name not in objects.bases:
        objects.bases[commit.name] = Base(objects, commit)
    found: Base = objects.bases[commit.name]
    return found
