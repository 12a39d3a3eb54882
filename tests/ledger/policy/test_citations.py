"""Citations and readings: what is at fault is found at its place, and the value stays in force."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ledger.policy.editions import COUNT, POLICIES, by_name, edition, read, readings, records, rule
from plus100.ledger.policy import load
from plus100.ledger.policy.rules import Document, Readings

TURNED = {"edition": "root", "rule": "a", "parameter": "at_least", "value": 1, "others": [2]}
READING = {
    "id": "X01",
    "title": "示例",
    "unclear": "示例。",
    "sources": [{"document": "notice", "clause": "第1项"}],
    "decision": "示例。",
    "why": "示例。",
}


def found(stated: dict[str, Any], *written: dict[str, Any], **others: Any) -> list[tuple[str, Any]]:
    """Codes and pointers for one edition of one rule, with readings."""
    known = msgspec.convert({"readings": list(written), **others}, Readings)
    editions, findings = load(by_name(edition("root", stated)), known)
    assert len(editions["root"].rules) == 1
    return [(finding.code, finding.where.pointer) for finding in findings]


def cited(document: str = "notice", supports: tuple[str, ...] = ()) -> dict[str, Any]:
    """A rule with one source."""
    source = {"document": document, "clause": "第1项", "supports": list(supports)}
    return {**rule("a", "2018-01-01", COUNT), "sources": [source]}


def carried(**others: Any) -> dict[str, Any]:
    """A reading with one carrier."""
    return {**READING, "carried_by": [{**TURNED, **others}]}


CITING = rule("a", "2018-01-01", COUNT, readings=["X01"])


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (cited(), []),
        (cited("city"), [("P408", ("rules", 0, "sources", 0, "document"))]),
        (cited(supports=("at_least", "applies.levels")), []),
        (cited(supports=("window", "most")), [("P410", ("rules", 0, "sources", 0, "supports", 1))]),
        (rule("a", "2018-01-01", COUNT, readings=["X02"]), [("P411", ("rules", 0, "readings", 0))]),
    ],
)
def test_a_citation_leads_to_what_is_there(stated: dict[str, Any], expected: list[Any]) -> None:
    """Documents, parameters and readings that are cited exist; the rule holds all the same."""
    assert found(stated, {**READING, "fixed": "示例。"}) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([carried()], []),
        ([{**READING, "fixed": "示例。"}], []),
        ([carried(), {**READING, "fixed": "示例。"}], [("P421", ("readings", 1, "id"))]),
        ([carried(edition="none")], [("P422", ("readings", 0, "carried_by", 0, "parameter"))]),
        ([carried(rule="none")], [("P422", ("readings", 0, "carried_by", 0, "parameter"))]),
        ([carried(parameter="most")], [("P422", ("readings", 0, "carried_by", 0, "parameter"))]),
        ([carried(value=2, others=[3])], [("P423", ("readings", 0, "carried_by", 0, "value"))]),
        ([carried(value=True)], [("P423", ("readings", 0, "carried_by", 0, "value"))]),
        ([carried(others=[2, 1])], [("P424", ("readings", 0, "carried_by", 0, "others", 1))]),
        ([carried(others=["many"])], [("P424", ("readings", 0, "carried_by", 0, "others", 0))]),
        ([carried(others=[0])], [("P424", ("readings", 0, "carried_by", 0, "others", 0))]),
        ([{**carried(), "id": "X02"}, carried()], [("P427", ("readings", 0, "carried_by", 0, "rule"))]),
        (
            [{**carried(), "sources": [{"document": "none", "clause": "第1项"}]}],
            [("P426", ("readings", 0, "sources", 0, "document"))],
        ),
    ],
)
def test_a_reading_is_what_it_says(written: list[dict[str, Any]], expected: list[Any]) -> None:
    """Said once, carried by a parameter with that value, with other values that it can take."""
    assert found(CITING, *written) == expected


def test_a_value_is_shown_as_the_file_writes_it() -> None:
    """``true`` and lists as in the file, words as they are, all in quotation marks."""
    for value, shown in ((True, "true"), ([1, 2], "[1,2]"), ("many", "many"), (None, "null")):
        known = msgspec.convert({"readings": [carried(value=value)]}, Readings)
        (finding,) = load(by_name(edition("root", CITING)), known)[1]
        assert finding.message == f"解读“X01”取值“{shown}”，root 的“a”里却是“1”。"


def test_an_edition_without_documents_is_told_that_there_are_none() -> None:
    """The fix lists the documents that may be cited, and says so where there are none."""
    stated = msgspec.structs.replace(edition("root", cited("city")), documents=())
    (finding,) = load(by_name(stated))[1]
    assert finding.fix == "核对代号，或者在 documents 里登记这份文件；现有：还没有登记。"


def test_a_reading_may_bring_its_own_document() -> None:
    """``documents`` of the readings' file count besides those of the editions."""
    written = {**READING, "fixed": "示例。", "sources": [{"document": "letter", "clause": "第1项"}]}
    assert found(CITING, written, documents=[{"id": "letter", "title": "来信"}]) == []


def test_without_readings_none_is_asked_for() -> None:
    """Where the readings' file cannot be read, citations of readings are not called wrong."""
    assert load(by_name(edition("root", CITING)))[1] == ()


def test_the_same_document_is_listed_once_in_a_lineage() -> None:
    """A child may cite its parent's document but not list it anew, nor one of its own twice."""
    parent = edition("root")
    stated = edition("child", rule("a", "2018-01-01", COUNT), extends="root")
    again = tuple(Document(id=name, title="另一份") for name in ("notice", "own", "own"))
    child = msgspec.structs.replace(stated, documents=again)
    findings = load(by_name(parent, child))[1]
    assert [(one.code, one.where.pointer) for one in findings] == [
        ("P412", ("documents", 0, "id")),
        ("P412", ("documents", 2, "id")),
    ]


def test_every_reading_that_a_carrier_names_is_cited_by_every_version_of_its_rule() -> None:
    """From the rule one finds the reading, and from the reading the rule."""
    assert load(records(), readings())[1] == ()


def test_every_unclear_clause_of_the_design_has_its_reading() -> None:
    """The readings that the design decides all stand in the file, each with a decision and a reason."""
    decided = {f"X{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 19, 23, 24, 25, 30, 32)}
    decided |= {
        f"X{n}" for n in (33, 34, 35, 36, 37, 39, 40, 42, 44, 45, 46, 47, 57, 59, 68, 69, 70, 72, 75, 80)
    }
    assert decided | {"bound"} <= {reading.id for reading in readings().readings}
    assert all(reading.decision and reading.why for reading in readings().readings)


def test_every_reading_that_a_rule_cites_stands_in_the_file() -> None:
    """Written as the file has them, not only as the loader sees them."""
    known = {reading["id"] for reading in read(POLICIES / "readings.yml")["readings"]}
    assert {name for record in records().values() for one in record.rules for name in one.readings} <= known
