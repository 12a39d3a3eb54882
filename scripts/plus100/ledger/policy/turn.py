"""Turn a reading: the same editions with one parameter set to another value.

A test turns every reading to each of its other values and sees a scenario change; a reading that
changes nothing would be decoration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plus100.ledger.policy.parameters import has, replaced
from plus100.ledger.policy.rules import Carrier, EditionRecord, Rule


def carrying(records: Mapping[str, EditionRecord], carrier: Carrier) -> Iterator[tuple[int, Rule]]:
    """The versions of the carrier's rule that stand in its edition's own file and have the
    parameter, with their positions; none where edition, rule or parameter do not exist.
    """
    record = records.get(carrier.edition)
    for i, rule in enumerate(record.rules if record else ()):
        if rule.id == carrier.rule and rule.does is not None and has(rule, carrier.parameter):
            yield i, rule


def turned(
    records: Mapping[str, EditionRecord], carrier: Carrier, value: object
) -> dict[str, EditionRecord]:
    """Records in which the carrier's parameter has this value. ``KeyError`` where there is no such
    parameter, ``msgspec.ValidationError`` where the measure does not take the value.
    """
    versions = {i: replaced(rule, carrier.parameter, value) for i, rule in carrying(records, carrier)}
    if not versions:
        raise KeyError(f"{carrier.edition}/{carrier.rule}/{carrier.parameter}")
    record = records[carrier.edition]
    rules = tuple(versions.get(i, rule) for i, rule in enumerate(record.rules))
    return {**records, carrier.edition: msgspec.structs.replace(record, rules=rules)}
