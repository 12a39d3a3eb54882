"""Editions as written → editions resolved, parents first, with everything found on the way.

The smallest owner of a fault is left out: a rule that cannot be applied leaves the parent's in its
place, an edition without its parent falls with its children, and everything else stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from plus100.core.findings import Finding, Location, order
from plus100.ledger.policy import ceilings, citations, inherit, references, sense
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.edition import Edition, LeftOut
from plus100.ledger.policy.readings import check_readings
from plus100.ledger.policy.rules import EditionRecord, Readings

Check = Callable[[Draft], Iterable[Finding]]

BEFORE: tuple[Check, ...] = (inherit.versions, inherit.changes, sense.senseless, ceilings.raised)
"""Checks of a rule by itself or against the ancestors: a rule at fault is left out."""


def load(
    records: Mapping[str, EditionRecord],
    readings: Readings | None = None,
    *,
    prefix: str = "records",
    dropped: Mapping[str, tuple[LeftOut, ...]] = MappingProxyType({}),
) -> tuple[dict[str, Edition], tuple[Finding, ...]]:
    """Resolve editions. ``records`` is keyed by the file's name without ``.yml``; with ``readings``
    the citations of readings and the readings themselves are checked too (pass ``None`` where that
    file could not be read). ``dropped`` are rules of each edition that could not be read. Findings
    point into ``<prefix>/policies/…``. Never raises.
    """
    editions: dict[str, Edition] = {}
    findings: list[Finding] = []
    known = None if readings is None else frozenset(reading.id for reading in readings.readings)
    sound, broken = lineages(records, prefix)
    findings += broken
    for name in sound:
        record = msgspec.structs.replace(records[name], id=name)
        above = tuple(editions[one] for one in _ancestors(records, name))
        draft = Draft(
            record=record, path=_path(prefix, name), ancestors=above, dropped=dropped.get(name, ())
        )
        editions[name], found = resolve(draft, known)
        findings += found
    if readings is not None:
        findings += check_readings(records, editions, readings, f"{prefix}/policies/readings.yml")
    return editions, tuple(sorted(findings, key=order))


def resolve(draft: Draft, known: frozenset[str] | None) -> tuple[Edition, tuple[Finding, ...]]:
    """One edition whose ancestors are resolved. ``known`` are the ids of readings, if they are known."""
    findings = [finding for check in BEFORE for finding in check(draft)]
    left_out = _positions(findings)
    edition = inherit.resolved(draft, left_out)
    unusable = list(references.unusable(draft, edition, left_out))
    left_out |= _positions(unusable)
    findings += unusable
    findings += references.unknown_themes(draft, edition, left_out)
    findings += citations.check(draft, known)
    return inherit.resolved(draft, left_out), tuple(findings)


def lineages(
    records: Mapping[str, EditionRecord], prefix: str
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Editions with a sound line of descent, parents first, and what is wrong with the others: an id
    that is not the file's name (P401), an unknown parent (P402), a cycle (P403).
    """
    findings = tuple(_misnamed(records, prefix)) + tuple(_orphans(records, prefix))
    sound = [name for name in sorted(records) if _is_sound(records, name)]
    return tuple(sorted(sound, key=lambda name: (len(_ancestors(records, name)), name))), findings


def _misnamed(records: Mapping[str, EditionRecord], prefix: str) -> Iterator[Finding]:
    for name, record in records.items():
        if record.id != name:
            yield Finding(
                code="P401",
                message=f"版本的 id 是“{record.id}”，文件名却是“{name}.yml”。",
                fix=f"把 id 改成“{name}”，或者给文件改名。",
                where=Location(path=_path(prefix, name), pointer=("id",)),
            )


def _orphans(records: Mapping[str, EditionRecord], prefix: str) -> Iterator[Finding]:
    for name, record in records.items():
        where = Location(path=_path(prefix, name), pointer=("extends",))
        if record.extends is not None and record.extends not in records:
            there = "、".join(sorted(set(records) - {name})) or "没有别的版本"
            yield Finding(
                code="P402",
                message=f"所依据的上级版本“{record.extends}”不存在，或者读不出来。",
                fix=f"核对 extends；现有的版本：{there}。",
                where=where,
            )
        elif name in _ancestors(records, name):
            yield Finding(
                code="P403",
                message=f"版本“{name}”绕了一圈又以自己为上级。",
                fix="改正圈里某一个版本的 extends；最上面的版本不写 extends。",
                where=where,
            )


def _ancestors(records: Mapping[str, EditionRecord], name: str) -> tuple[str, ...]:
    """The known editions above one, the farthest first; in a cycle each once, itself included."""
    found: list[str] = []
    above = records[name].extends
    while above is not None and above in records and above not in found:
        found.append(above)
        above = records[above].extends
    return tuple(reversed(found))


def _is_sound(records: Mapping[str, EditionRecord], name: str) -> bool:
    line = (name, *_ancestors(records, name))
    cyclic = any(one in _ancestors(records, one) for one in line)
    return not cyclic and all(records[one].extends in {None, *records} for one in line)


def _path(prefix: str, name: str) -> str:
    return f"{prefix}/policies/{name}.yml"


def _positions(findings: Iterable[Finding]) -> frozenset[int]:
    """Which rules of the file the findings are about: they point to ``("rules", i, …)``."""
    return frozenset(i for one in findings for i in (one.where.pointer or ())[1:2] if isinstance(i, int))
