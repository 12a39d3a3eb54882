"""Editions and readings: what is at fault in them is left out, rule by rule and reading by reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import msgspec

from plus100.core.findings import Finding
from plus100.ledger.assemble_files import Layout
from plus100.ledger.assemble_read import Read, is_error, items_at_fault, without
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.load import load
from plus100.ledger.policy.rules import EditionRecord, Reading, Readings
from plus100.ledger.world import Withheld

NO_PARENT = "P402"
NO_READINGS = Readings(readings=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """What there is to apply. ``known`` holds every edition that has a file."""

    editions: Mapping[str, Edition]
    readings: Mapping[str, Reading]
    known: frozenset[str]
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]


def policies(prefix: str, layout: Layout, read: Read) -> Policies:
    """The editions resolved. A rule that is at fault is left out of its edition; an edition falls
    only where it cannot be read, or one that it extends.
    """
    records: dict[str, EditionRecord] = {}
    places: dict[str, tuple[int, ...]] = {}
    for name, path in layout.policies.items():
        dropped = items_at_fault(read.findings, path, "rules")
        if dropped is not None and read.raw[path] is not None:
            raw, places[path] = without(read.raw[path], "rules", dropped)
            records[name] = msgspec.convert(raw, EditionRecord)
    readings = _readings(layout, read)
    editions, found = load(records, readings, prefix=prefix)
    unreadable = layout.policies.keys() - records.keys()
    findings = tuple(
        _moved(finding, places)
        for finding in found
        if not (finding.code == NO_PARENT and _parent(records, finding) in unreadable)
    )
    return Policies(
        editions=editions,
        readings={reading.id: reading for reading in readings.readings} if readings is not None else {},
        known=frozenset(layout.policies),
        findings=findings,
        withheld=tuple(_withheld(layout, editions, (*read.findings, *findings), read)),
    )


def _readings(layout: Layout, read: Read) -> Readings | None:
    """The readings; ``None`` where their file has a fault, since then nothing is known of them."""
    if layout.readings is None:
        return NO_READINGS
    if layout.readings in read.faulty:
        return None
    return msgspec.convert(read.raw[layout.readings], Readings)


def _parent(records: Mapping[str, EditionRecord], finding: Finding) -> str | None:
    name = finding.where.path.rpartition("/")[2].removesuffix(".yml")
    return records[name].extends


def _moved(finding: Finding, places: Mapping[str, tuple[int, ...]]) -> Finding:
    """A finding about a rule, with the rule's position in the file: rules may have been left out."""
    match finding.where.pointer:
        case ("rules", int(position), *rest) if finding.where.path in places:
            pointer = ("rules", places[finding.where.path][position], *rest)
            return replace(finding, where=replace(finding.where, pointer=pointer))
        case _:
            return finding


def _withheld(
    layout: Layout, editions: Mapping[str, Edition], findings: tuple[Finding, ...], read: Read
) -> Iterator[Withheld]:
    """Editions that cannot be applied, and rules left out of those that can."""
    for name, path in layout.policies.items():
        errors = [finding for finding in findings if finding.where.path == path and is_error(finding)]
        if name not in editions:
            codes = tuple(dict.fromkeys(finding.code for finding in errors))
            yield Withheld("policy", path, "", "", name, codes)
            continue
        by_rule: dict[int, dict[str, None]] = {}
        for finding in errors:
            match finding.where.pointer:
                case ("rules", int(position), *_):
                    by_rule.setdefault(position, {})[finding.code] = None
        for position, found in sorted(by_rule.items()):
            raw = read.raw[path]
            rule = raw["rules"][position]
            label = rule.get("id", position + 1) if isinstance(rule, dict) else position + 1
            yield Withheld("policy", path, "", "", f"{name}#{label}", tuple(found))
