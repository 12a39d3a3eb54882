"""Digests follow from what was parsed, and from all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from measure.scenario import editions, readings, world
from plus100.ledger.world import Book, Frame
from plus100.measure.digest import book_digests, combined, digest_of, frame_digests, policy_digest

SCENARIO: dict[str, Any] = {
    "as_of": "2018-06-30",
    "units": {"a": {}, "b": {}},
    "cadres": {
        "a/x": {
            "since": "2017-01-01",
            "partners": [{}],
            "log": [{"type": "share", "date": "2018-01-01"} | {"article": "甲"}],
        },
        "b/y": {"since": "2017-01-01"},
    },
}


def made() -> tuple[Frame, Book]:
    """A frame and a book of it."""
    found = world(SCENARIO, editions())
    return found.frame, found.books["a/x"]


def test_equal_values_have_equal_digests() -> None:
    """The same records give the same digest, in another object and another order of keys."""
    assert digest_of({"b": 1, "a": 2}) == digest_of({"a": 2, "b": 1})
    assert digest_of(made()[1].partners[0].items) == digest_of(made()[1].partners[0].items)
    assert len(digest_of(())) == 16


def test_names_and_digests_are_told_apart() -> None:
    """The combined digest follows names and values, not the order in which they are given."""
    one, two = digest_of(1), digest_of(2)
    assert combined({"a": one, "b": two}) == combined({"b": two, "a": one})
    assert combined({"a": one, "b": two}) != combined({"a": two, "b": one})
    assert combined({"a": one}) != combined({"c": one})
    assert combined({"": one}) != combined({one.decode("latin-1"): b""})
    assert len(combined({})) == 32


def test_a_book_is_digested_by_file() -> None:
    """Each file has a digest of its own, partners and log alike."""
    _, book = made()
    found = book_digests(book)
    assert set(found) == {"a/x/partners", "a/x/log"}
    assert found["a/x/partners"] == digest_of(book.partners[0].items)
    assert found["a/x/log"] == digest_of(book.log[0].items)


def test_every_record_of_the_frame_counts() -> None:
    """Settings, each unit and each cadre change the digest."""
    frame, _ = made()
    assert set(frame_digests(frame)) == {"settings", "unit a", "unit b", "cadre a/x", "cadre b/y"}
    whole = combined(frame_digests(frame))
    unit = msgspec.structs.replace(frame.units["a"], military=True)
    cadre = msgspec.structs.replace(frame.cadres["b/y"], name="另一人")
    title = msgspec.structs.replace(frame.settings, title="另一个")
    for other in (
        replace(frame, units={**frame.units, "a": unit}),
        replace(frame, cadres={**frame.cadres, "b/y": cadre}),
        replace(frame, settings=title),
    ):
        assert combined(frame_digests(other)) != whole


def test_every_rule_and_reading_counts() -> None:
    """A changed rule, a rule's end, a lineage or a reading changes the policies' digest."""
    frame, _ = made()
    whole = policy_digest(frame)
    assert policy_digest(replace(frame, editions=dict(reversed(frame.editions.items())))) == whole
    edition = frame.editions["shandong-2017"]
    levels = edition.rules["levels"][0]
    changed = replace(levels, rule=msgspec.structs.replace(levels.rule, title="另一条"))
    ended = replace(levels, until=levels.rule.from_)
    others = [
        replace(edition, rules={**edition.rules, "levels": (changed,)}),
        replace(edition, rules={**edition.rules, "levels": (ended,)}),
        replace(edition, lineage=("shandong-2017",)),
    ]
    assert (
        len(
            {policy_digest(replace(frame, editions={**frame.editions, edition.id: one})) for one in others}
            - {whole}
        )
        == 3
    )
    reading = readings().readings[0]
    assert policy_digest(replace(frame, readings={reading.id: reading})) != whole
    other = msgspec.structs.replace(reading, decision="另一种")
    assert policy_digest(replace(frame, readings={reading.id: reading})) != policy_digest(
        replace(frame, readings={reading.id: other})
    )
    assert policy_digest(replace(frame, editions={"x": edition})) != policy_digest(
        replace(frame, editions={"y": edition})
    )
