"""Single documents (all but partners and logs) from a source into record types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import msgspec

from plus100.core.findings import Finding, Severity
from plus100.intake.documents import read_document
from plus100.intake.schema import Kind
from plus100.intake.source import Source

R = TypeVar("R", bound=msgspec.Struct)
ListKind = Literal["partners", "log"]


@dataclass(frozen=True, slots=True)
class Read:
    """Documents as they were found: ``raw`` values by path (``None`` where there is none), the
    findings, and the codes of the errors by path.
    """

    raw: Mapping[str, Any]
    findings: tuple[Finding, ...]
    faulty: Mapping[str, tuple[str, ...]]


def read_all(source: Source, kinds: Mapping[str, Kind]) -> Read:
    """Every path of ``kinds`` (path → kind), in one sweep."""
    raw: dict[str, Any] = {}
    findings: list[Finding] = []
    for path, data in source.read_many(kinds):
        raw[path], found = read_document(path, data, kinds[path])
        findings += found
    return Read(raw, tuple(findings), errors_by(findings))


def list_kind(path: str) -> ListKind:
    """What a list file holds, by the name of its folder in whatever case."""
    return "partners" if path.split("/")[-2].lower() == "partners" else "log"


def is_error(finding: Finding) -> bool:
    """Whether the finding is one that withholds its owner. A leak outside all values, in a comment,
    has no owner: it is an error, but nothing that is counted rests on it.
    """
    ownerless = finding.code.startswith("L") and finding.where.pointer is None
    return finding.severity is Severity.ERROR and not ownerless


def errors_by(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """The codes of the errors in each file, each once and in order."""
    codes: dict[str, dict[str, None]] = {}
    for finding in findings:
        if is_error(finding):
            codes.setdefault(finding.where.path, {})[finding.code] = None
    return {path: tuple(found) for path, found in codes.items()}


def sound(read: Read, paths: Mapping[str, str | None], kind: type[R]) -> dict[str, R]:
    """The records without a fault, by name. ``paths`` maps names to paths."""
    return {
        name: msgspec.convert(read.raw[path], kind)
        for name, path in paths.items()
        if path is not None and path not in read.faulty
    }


def without(
    raw: Mapping[str, Any], field: str, dropped: Iterable[int]
) -> tuple[dict[str, object], tuple[int, ...]]:
    """A mapping without some items of one of its lists, and the positions of those that are left."""
    items = raw[field]
    left = tuple(sorted(set(range(len(items))).difference(dropped)))
    return {**raw, field: [items[i] for i in left]}, left


def items_at_fault(findings: Iterable[Finding], path: str, field: str) -> set[int] | None:
    """The positions in a list of a document that errors are about; ``None`` if one of them is about
    something else.
    """
    found: set[int] = set()
    for finding in findings:
        if finding.where.path != path or not is_error(finding):
            continue
        match finding.where.pointer:
            case (str(name), int(position), *_) if name == field:
                found.add(position)
            case _:
                return None
    return found


def stated(read: Read, paths: Iterable[str | None], key: str) -> Iterator[str]:
    """What documents, faulty ones included, say under a key, where it is text."""
    for path in paths:
        raw = read.raw.get(path) if path is not None else None
        value = raw.get(key) if isinstance(raw, dict) else None
        if isinstance(value, str):
            yield value
