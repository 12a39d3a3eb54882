"""From pointers to lines and columns: one more reading of each file in which something was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.reading.careful import examine
from plus100.intake.reading.nodes import Reading
from plus100.intake.reading.text import decode
from plus100.intake.source import Source


def locate(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """The findings with line and column wherever their file can be read, in the same order.

    A pointer that leads nowhere is placed at its nearest parent, and one into a file that cannot be
    read stays without a line.
    """
    findings = tuple(findings)
    wanted = {place.path for place in _places(findings) if _is_open(place)}
    known = wanted & frozenset(source.paths()) - frozenset(source.irregular())
    readings = {path: read for path, data in source.read_many(sorted(known)) if (read := _read(path, data))}
    return tuple(_located(finding, readings) for finding in findings)


def place_of(reading: Reading, pointer: Pointer, *, key: bool = False) -> tuple[int, int] | None:
    """Line and column, from 1, of the value (with ``key``: of the key) that a pointer leads to."""
    node = reading.root
    if node is None:
        return None
    for depth, step in enumerate(pointer, 1):
        if key and depth == len(pointer) and isinstance(step, str) and step in node.keys:
            return reading.lines.place(node.keys[step].start)
        if step not in node.items:
            break
        node = node.items[step]
    return reading.lines.place(node.start)


def places(path: str, data: bytes, pointers: Iterable[Pointer]) -> Mapping[Pointer, tuple[int, int]]:
    """Line and column of many values of one file, for traces; none of a file that cannot be read."""
    reading = _read(path, data)
    found = ((pointer, place_of(reading, pointer)) for pointer in pointers) if reading else ()
    return {pointer: place for pointer, place in found if place}


def _read(path: str, data: bytes) -> Reading | None:
    text, _ = decode(data, path)
    return None if text is None else examine(text, path)


def _places(findings: Iterable[Finding]) -> Iterator[Location]:
    for finding in findings:
        yield finding.where
        yield from finding.others


def _is_open(place: Location) -> bool:
    return place.line is None and place.pointer is not None


def _located(finding: Finding, readings: Mapping[str, Reading]) -> Finding:
    where, *others = (_at(place, readings) for place in _places([finding]))
    return replace(finding, where=where, others=tuple(others))


def _at(place: Location, readings: Mapping[str, Reading]) -> Location:
    if not _is_open(place) or place.path not in readings or place.pointer is None:
        return place
    found = place_of(readings[place.path], place.pointer, key=place.key)
    return replace(place, line=found[0], column=found[1]) if found else place
