"""Digests follow from what was parsed, and from all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from measure.scenario import editions, readings, world
from plus100.ledger import records
from plus100.ledger.policy import rules
from plus100.ledger.world import Book, Frame
from plus100.measure.digest import (
    book_digests,
    cadre_digest,
    combined,
    digest_of,
    frame_digests,
    policy_digest,
)

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

    def digests(frame: Frame) -> dict[str, bytes]:
        return frame_digests(frame) | cadre_digest(frame, "a/x") | cadre_digest(frame, "b/y")

    frame, _ = made()
    assert set(digests(frame)) == {"settings", "unit a", "unit b", "cadre a/x", "cadre b/y"}
    whole = combined(digests(frame))
    unit = msgspec.structs.replace(frame.units["a"], military=True)
    cadre = msgspec.structs.replace(frame.cadres["b/y"], name="另一人")
    title = msgspec.structs.replace(frame.settings, title="另一个")
    for other in (
        replace(frame, units={**frame.units, "a": unit}),
        replace(frame, cadres={**frame.cadres, "b/y": cadre}),
        replace(frame, settings=title),
    ):
        assert combined(digests(other)) != whole


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


BOOKED = (
    records.Partner,
    records.Activity,
    records.Reply,
    records.Share,
    records.Reaction,
    records.Statement,
)


def types() -> Iterator[type[msgspec.Struct]]:
    """Every type that a digest may meet."""
    for module in (records, rules):
        for name in module.__all__:
            kind = getattr(module, name)
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not records.Since:
                yield kind


def sample(kind: type[msgspec.Struct], **more: object) -> msgspec.Struct:
    """Some value of a type, with something in every field that must be there."""
    needed = {f.name: f"some {f.name}" for f in msgspec.structs.fields(kind) if f.required}
    return kind(**needed | more)


@pytest.mark.parametrize("kind", tuple(types()), ids=lambda kind: kind.__name__)
def test_a_field_more_leaves_the_digest_of_what_does_not_use_it(kind: type[msgspec.Struct]) -> None:
    """A digest published for a closed year is checked by later software, whose records may hold more;
    whatever the new field's default is, and wherever it stands among the others.
    """
    fields = [("a_new_one", str, "as ever"), ("zz", tuple[str, ...], ()), ("rate", Decimal, Decimal("0.1"))]
    config = kind.__struct_config__
    later = msgspec.defstruct(
        kind.__name__, fields, bases=(kind,), kw_only=True, frozen=True, tag=config.tag
    )
    assert digest_of((sample(later),)) == digest_of((sample(kind),))
    assert digest_of((sample(later, a_new_one="another"),)) != digest_of((sample(kind),))


def test_a_new_field_within_a_rule_or_cadre_is_no_change_either() -> None:
    """Also where the type that has grown is a part of another."""
    post = msgspec.defstruct("Post", [("grade", int, 0)], bases=(records.Post,), kw_only=True, frozen=True)
    cadre, later = (sample(records.Cadre, posts=(sample(kind),)) for kind in (records.Post, post))
    assert digest_of(cadre) == digest_of(later)


@pytest.mark.parametrize("kind", BOOKED, ids=lambda kind: kind.__name__)
def test_types_that_leave_out_defaults_themselves_have_none_that_could_be_another_object(
    kind: type[msgspec.Struct],
) -> None:
    """They compare by identity. A text such as ``full`` that was read is another object than the
    default, and would count once it is written out.
    """
    singletons = (None, False, (), "")
    for each in msgspec.structs.fields(kind):
        assert each.required or any(each.default is one for one in singletons), each.name


def test_a_default_that_is_written_out_is_as_if_it_were_not() -> None:
    """What counts is what the record says, in books and in the frame."""
    stated = {"publish": "fulls"[:4], "links": ()}
    assert digest_of(sample(records.Cadre, **stated)) == digest_of(sample(records.Cadre))
    written = msgspec.convert(
        {"type": "share", "id": "20180101-ab", "date": "2018-01-01", "article": "x", "url": ""},
        records.Share,
    )
    assert digest_of((written,)) == digest_of((msgspec.structs.replace(written, url=""),))
    assert digest_of(sample(records.Cadre, publish="hidden")) != digest_of(sample(records.Cadre))


def test_which_measure_and_which_entry_it_is_counts() -> None:
    """Two types with the same fields are two things."""
    twins = [msgspec.defstruct(tag, (), tag=tag, bases=(rules.Part,)) for tag in ("one", "other")]
    assert len({digest_of(kind()) for kind in twins}) == 2
    assert len({digest_of((sample(kind),)) for kind in (records.Reply, records.Share)}) == 2
