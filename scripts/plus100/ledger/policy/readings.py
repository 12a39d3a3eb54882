"""Whether every reading is one: said once, and carried by a parameter that exists and has its value.

That it has either a carrier or, being ``fixed``, a reason is the schema's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plus100.core.findings import Finding, Location, Pointer, Severity
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.parameters import replaced, same, value
from plus100.ledger.policy.rules import Carrier, EditionRecord, Reading, Readings, Rule
from plus100.ledger.policy.sense import faults
from plus100.ledger.policy.turn import carrying

_FIX = {
    "P421": "把两条并成一条，或者换一个编号。",
    "P422": "核对 edition、rule、parameter；列表里的一项用它的 id 作名字，例如 parts.reactions.direction。",
    "P423": "两处改成一样：规则里的值是实际使用的值。",
    "P424": "改成这个参数能取的值，并且不要和 value 相同。",
    "P426": "核对代号；readings.yml 自己的 documents 和各版本登记的文件都可以引用。",
    "P427": "在这条规则的 readings 里加上这个编号，读者从规则就能找到解读。",
}


def check_readings(
    records: Mapping[str, EditionRecord],
    editions: Mapping[str, Edition],
    readings: Readings,
    path: str,
) -> Iterator[Finding]:
    """Findings of ``readings.yml`` (P421–P427)."""
    documents = {document.id for document in readings.documents}
    documents |= {name for edition in editions.values() for name in edition.documents}
    seen: set[str] = set()
    for i, reading in enumerate(readings.readings):
        faulty = (*_itself(reading, documents, seen), *_carriers(records, reading))
        for code, pointer, message in faulty:
            yield Finding(
                code=code,
                message=message,
                fix=_FIX[code],
                where=Location(path=path, pointer=("readings", i, *pointer)),
                severity=Severity.WARNING if code == "P427" else Severity.ERROR,
            )
        seen.add(reading.id)


_Fault = tuple[str, Pointer, str]


def _itself(reading: Reading, documents: set[str], seen: set[str]) -> Iterator[_Fault]:
    if reading.id in seen:
        yield "P421", ("id",), f"解读“{reading.id}”写了两次。"
    for n, source in enumerate(reading.sources):
        if source.document not in documents:
            message = f"解读“{reading.id}”引用的文件“{source.document}”没有登记。"
            yield "P426", ("sources", n, "document"), message


def _carriers(records: Mapping[str, EditionRecord], reading: Reading) -> Iterator[_Fault]:
    for n, carrier in enumerate(reading.carried_by):
        versions = tuple(rule for _, rule in carrying(records, carrier))
        place = f"{carrier.edition} 的“{carrier.rule}”"
        if not versions:
            message = f"解读“{reading.id}”说由{place}的参数“{carrier.parameter}”承载，但没有这个参数。"
            yield "P422", ("carried_by", n, "parameter"), message
        for rule in versions:
            for code, pointer, message in _carried(reading, carrier, rule, place):
                yield code, ("carried_by", n, *pointer), message


def _carried(reading: Reading, carrier: Carrier, rule: Rule, place: str) -> Iterator[_Fault]:
    stands = value(rule, carrier.parameter)
    if not same(stands, carrier.value):
        message = f"解读“{reading.id}”取值{_show(carrier.value)}，{place}里却是{_show(stands)}。"
        yield "P423", ("value",), message
    for k, other in enumerate(carrier.others):
        if same(other, carrier.value) or not _takes(rule, carrier.parameter, other):
            message = (
                f"解读“{reading.id}”的另一取值{_show(other)}不能用在{place}的“{carrier.parameter}”上。"
            )
            yield "P424", ("others", k), message
    if reading.id not in rule.readings:
        yield "P427", ("rule",), f"{place}没有注明它依据解读“{reading.id}”。"


def _takes(rule: Rule, parameter: str, other: object) -> bool:
    try:
        turned = replaced(rule, parameter, other)
    except (KeyError, msgspec.ValidationError):
        return False
    return not tuple(faults(turned))


def _show(plain: object) -> str:
    text = plain if isinstance(plain, str) else msgspec.json.encode(plain).decode()
    return f"“{text}”"
