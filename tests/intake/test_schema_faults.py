"""What is said about documents that a schema refuses, whatever they hold."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plus100.core.catalogue import CATALOGUE
from plus100.intake.messages.explain import explain
from plus100.intake.messages.findings import finding
from plus100.intake.schema import KINDS, Kind, invalid_items, is_valid
from support.schema_values import documents

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        ["", " ", "是", "2017/5/3", "2017-02-30", "专职", "20%", "\x07", "\u202e", "a\n", "x" * 3000]
    ),
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.just([]),
    st.just([None]),
    st.just({}),
    st.just({"value": 1}),
)


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each value within a value."""
    found = [way]
    inner = (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    )
    for step, each in inner:
        found += places(each, (*way, step))
    return found


def spoil(data: st.DataObject, document: Any) -> Any:
    """The document with one to three values replaced, keys added or keys removed."""
    document = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        ways = [way for way in places(document) if way]
        if not ways:
            return data.draw(ODD)
        *way, last = data.draw(st.sampled_from(ways))
        owner = document
        for step in way:
            owner = owner[step]
        match data.draw(st.sampled_from(["replace", "remove", "rename"])):
            case "remove":
                del owner[last]
            case "rename" if isinstance(owner, dict):
                owner[str(last) + data.draw(st.sampled_from(["x", "_", "名"]))] = owner.pop(last)
            case _:
                owner[last] = data.draw(ODD)
    return document


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking whole documents takes minutes
)
@given(data=st.data())
def test_spoilt_documents_are_explained(kind: Kind, data: st.DataObject) -> None:
    """Both validators agree on every document; each fault has a place of its own, a catalogued code,
    and a message and fix of bounded length without a character that could act on a terminal.
    """
    document = spoil(data, data.draw(documents(kind)))
    if not isinstance(document, list if kind in ("partners", "log") else dict):
        return
    faults = explain(kind, document)
    assert bool(faults) != is_valid(kind, document)
    said = [finding(fault, "records/x.yml") for fault in faults]
    assert len({(each.where.pointer, each.where.key, each.code, each.message) for each in said}) == len(
        said
    )
    for each in said:
        assert each.code in CATALOGUE
        assert each.fix
        assert len(each.message) + len(each.fix) < 3000
        assert each.message.isprintable(), each.message
        assert all(line.isprintable() for line in each.snippet.split("\n"))


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_items_fail_alone(data: st.DataObject) -> None:
    """The faults of a list document are those of its faulty items, at their positions."""
    items = data.draw(documents("partners"))
    spoilt = [*items, {"id": "p1"}, *items, 7]
    wrong = {len(items), len(spoilt) - 1}
    assert set(invalid_items("partners", spoilt)) == wrong
    assert {fault.pointer[0] for fault in explain("partners", spoilt)} == wrong


NUMBERS = [
    "13800138000",
    "138 0013 8000",
    "138-0013-8000",
    "１３８００１３８０００",
    "一三八〇〇一三八〇〇〇",
    "11010519491231002X",
    "a@b.example",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_are_never_repeated(number: str) -> None:
    """What may be somebody's number or address is in no message, fix or snippet, as key or as value."""
    entry = {"type": "reply", "id": number, "date": number, "area": number, "about": number, number: number}
    partner = {
        "id": number,
        "since": number,
        "until": number,
        "local": number,
        "channels": number,
        "phnoe": number,
    }
    activity = {
        "type": "activity",
        "form": number,
        "title": number + " ",
        "headcount": number,
        "theme": [number],
    }
    said = [
        finding(fault, "records/x.yml")
        for kind, items in (("log", [entry, activity, number]), ("partners", [partner]))
        for fault in explain(kind, items)  # type: ignore[arg-type]
    ]
    assert len(said) >= 12
    for each in said:
        assert number not in each.message + each.fix + each.snippet, each


def test_many_unknown_keys_are_bounded() -> None:
    """Of thousands of unknown keys some are told one by one, and the number of the rest."""
    document = {
        "id": "a",
        "name": "甲",
        "level": "city",
        "policy": "p",
        **{f"k{n}": 1 for n in range(5000)},
    }
    said = [finding(fault, "records/x.yml") for fault in explain("unit", document)]
    assert len(said) == 21
    assert "还有 4980 个" in said[-1].message
