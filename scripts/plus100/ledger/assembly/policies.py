"""Editions and readings: what is at fault in them is left out, rule by rule and reading by reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, get_args

import msgspec

from plus100.core.findings import Finding, Location
from plus100.ledger.assembly.files import Layout
from plus100.ledger.assembly.read import Read, is_error, items_at_fault, without
from plus100.ledger.policy.edition import Edition, LeftOut
from plus100.ledger.policy.load import load
from plus100.ledger.policy.rules import EditionRecord, Measure, Reading, Readings
from plus100.ledger.world import Withheld

NO_PARENT, NO_PARAMETER, NO_DOCUMENT = "P402", "P422", "P426"
KNOWN = frozenset(str(one.__struct_config__.tag) for one in get_args(Measure))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """What there is to apply. ``known`` holds every edition that has a file."""

    editions: Mapping[str, Edition]
    readings: Mapping[str, Reading]
    known: frozenset[str]
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]


class Gone(NamedTuple):
    """Editions that cannot be applied, and those among them that cannot even be read."""

    fallen: AbstractSet[str]
    unreadable: AbstractSet[str]


def policies(prefix: str, layout: Layout, read: Read) -> Policies:
    """The editions resolved. A rule that is at fault is left out of its edition; an edition falls
    only where it cannot be read, or one that it extends.
    """
    records: dict[str, EditionRecord] = {}
    places: dict[str, tuple[int, ...]] = {}
    lost: dict[str, tuple[LeftOut, ...]] = {}
    for name, path in layout.policies.items():
        dropped = items_at_fault(read.findings, path, "rules")
        if dropped is not None and read.raw[path] is not None:
            raw, places[path] = without(read.raw[path], "rules", dropped)
            lost[name] = tuple(_unread_rule(read.raw[path]["rules"][i]) for i in sorted(dropped))
            records[name] = msgspec.convert(raw, EditionRecord)
    readings = _readings(layout, read)
    editions, found = load(records, readings, prefix=prefix, dropped=lost)
    gone = Gone(layout.policies.keys() - editions.keys(), layout.policies.keys() - records.keys())
    findings = (
        *_unread(prefix, layout, records),
        *(
            _moved(one, places)
            for one in found
            if not _follows(one, gone, records, readings) and not _carried_by_fault(one, editions, readings)
        ),
    )
    errors = [finding for finding in (*read.findings, *findings) if is_error(finding)]
    return Policies(
        editions=editions,
        readings={reading.id: reading for reading in readings.readings} if readings is not None else {},
        known=frozenset(layout.policies),
        findings=findings,
        withheld=(
            *_fallen(layout, records, editions, errors),
            *_left_out(layout, editions, errors, read),
        ),
    )


def _unread_rule(raw: object) -> LeftOut:
    """What can be told of a rule that the schema refuses."""
    rule = raw if isinstance(raw, dict) else {}
    does = rule.get("does")
    named = does.get("measure") if isinstance(does, dict) else None
    return LeftOut(
        id=str(rule.get("id", "")),
        measure=named if named in KNOWN else "",
        from_=_day(rule.get("from")) or date.min,
    )


def _day(text: object) -> date | None:
    """The date that a text is, if it is one."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _carried_by_fault(finding: Finding, editions: Mapping[str, Edition], readings: Readings | None) -> bool:
    """Whether a finding about a reading only follows from the rule that carries it being at fault."""
    match finding.where.pointer:
        case ("readings", int(i), "carried_by", int(n), *_) if readings is not None:
            carrier = readings.readings[i].carried_by[n]
            edition = editions.get(carrier.edition)
            lost = {one.id for one in edition.left_out} if edition is not None else set()
            return carrier.rule in lost or ("" in lost and finding.code == NO_PARAMETER)
        case _:
            return False


def _readings(layout: Layout, read: Read) -> Readings | None:
    """The readings; ``None`` without a sound file of them, since then nothing is known of them."""
    if layout.readings is None or layout.readings in read.faulty:
        return None
    return msgspec.convert(read.raw[layout.readings], Readings)


def _unread(prefix: str, layout: Layout, records: Mapping[str, EditionRecord]) -> Iterator[Finding]:
    """One finding for all the readings that are cited and have no file."""
    cited = any(rule.readings for record in records.values() for rule in record.rules)
    if layout.readings is None and cited:
        yield Finding(
            code="P428",
            message="规则引用了解读，却没有解读文件 readings.yml。",
            fix=f"补上 {prefix}/policies/readings.yml；它可以从上级的仓库复制。",
            where=Location(path=f"{prefix}/policies/readings.yml"),
        )


def _parent(records: Mapping[str, EditionRecord], name: str) -> str:
    """The edition that one extends; "" for none, and for one that cannot be read."""
    return (records[name].extends or "") if name in records else ""


def _follows(
    finding: Finding, gone: Gone, records: Mapping[str, EditionRecord], readings: Readings | None
) -> bool:
    """Whether a finding only follows from an edition that cannot be read or applied: its child has no
    parent, a reading no carrier and no document.
    """
    if finding.code == NO_PARENT:
        return _parent(records, _names(finding)) in gone.unreadable
    match finding.where.pointer:
        case ("readings", int(i), "carried_by", int(n), *_) if readings is not None:
            return readings.readings[i].carried_by[n].edition in gone.fallen
        case ("readings", *_):
            return finding.code == NO_DOCUMENT and bool(gone.fallen)
        case _:
            return False


def _names(finding: Finding) -> str:
    """The edition that a finding is about."""
    return finding.where.path.rpartition("/")[2].removesuffix(".yml")


def _moved(finding: Finding, places: Mapping[str, tuple[int, ...]]) -> Finding:
    """A finding about a rule, with the rule's position in the file: rules may have been left out."""
    match finding.where.pointer:
        case ("rules", int(position), *rest) if finding.where.path in places:
            pointer = ("rules", places[finding.where.path][position], *rest)
            return replace(finding, where=replace(finding.where, pointer=pointer))
        case _:
            return finding


def _fallen(
    layout: Layout,
    records: Mapping[str, EditionRecord],
    editions: Mapping[str, Edition],
    errors: Sequence[Finding],
) -> Iterator[Withheld]:
    """Editions that cannot be applied, under their own codes or those of the edition above that is at
    fault.
    """
    for name, path in layout.policies.items():
        if name in editions:
            continue
        line = [name]
        while (above := _parent(records, line[-1])) in layout.policies and above not in line:
            line.append(above)
        paths = [layout.policies[one] for one in line]
        codes = [finding.code for one in paths for finding in errors if finding.where.path == one]
        yield Withheld("policy", path, "", "", name, tuple(dict.fromkeys(codes)))


def _left_out(
    layout: Layout, editions: Mapping[str, Edition], errors: Sequence[Finding], read: Read
) -> Iterator[Withheld]:
    """Rules left out of editions that can be applied; one without a name is known by its number."""
    for name in editions:
        path = layout.policies[name]
        held = (one for versions in editions[name].rules.values() for one in versions)
        applied = {(one.rule.id, one.rule.from_.isoformat()) for one in held if one.origin == name}
        rules: dict[int, dict[str, None]] = {}
        for finding in errors:
            match finding.where.pointer:
                case ("rules", int(position), *_) if finding.where.path == path:
                    rules.setdefault(position, {})[finding.code] = None
        for position, codes in sorted(rules.items()):
            raw = read.raw[path]["rules"][position]
            rule = raw if isinstance(raw, dict) else {}
            if (rule.get("id"), rule.get("from")) in applied:
                continue  # what it cites is at fault, not what it says
            label = rule.get("id", position + 1)
            yield Withheld("policy", path, "", "", f"{name}#{label}", tuple(codes))
