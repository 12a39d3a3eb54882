"""Every code that measuring yields has a plain Chinese label, and no label is without its code."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from measure.scenario import editions, scenarios, world
from plus100.ledger.policy.rules import PointsItem
from plus100.measure import labels, reasons
from plus100.measure.counting import COUNTERS
from plus100.measure.figures import CadreFigures

CODES = {name: value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def figures() -> Iterator[CadreFigures]:
    """The figures of every scenario."""
    held = editions()
    for _, scenario in scenarios():
        made = world(scenario, held)
        yield from (made.figures(person) for person in made.frame.persons)


def test_every_reason_has_one_label() -> None:
    """Codes and labels correspond one to one; labels are Chinese and all different."""
    assert set(CODES.values()) == set(reasons.LABELS)
    assert len(set(reasons.LABELS.values())) >= len(reasons.LABELS) - 2
    assert all(CHINESE.search(label) for label in reasons.LABELS.values())


def test_a_label_is_looked_up_by_code() -> None:
    """No reason has no label; an unknown code is our own fault and says so."""
    assert not reasons.label("")
    assert reasons.label(reasons.CAP) == "已到上限，超出部分不计"
    with pytest.raises(KeyError):
        reasons.label("no such code")


def test_what_measuring_yields_is_labelled() -> None:
    """Statuses, units, items, parts, reasons, tallies and classes of all scenarios have labels."""
    for found in figures():
        assert found.status in labels.CADRE_STATUS
        assert {found.reason, found.points_reason} - {""} <= set(reasons.LABELS)
        assert set(found.tallies) == set(labels.TALLIES)
        assert found.points_class is None or found.points_class in labels.CLASSES
        for quota in found.quotas:
            assert quota.status in labels.QUOTA_STATUS
            assert quota.unit in labels.UNITS
            assert {quota.note, *(line.why for line in quota.lines)} - {""} <= set(reasons.LABELS)
            assert {window.status for window in quota.windows} <= set(labels.QUOTA_STATUS)
        for ratio in found.ratios:
            assert ratio.status in labels.RATIO_STATUS
        for item in found.points.items if found.points else ():
            assert item.id in labels.ITEMS
            assert {part.id for part in item.parts} <= set(labels.PARTS)
            assert {line.why for part in item.parts for line in part.lines} - {""} <= set(reasons.LABELS)


def test_what_the_editions_count_is_known() -> None:
    """Every kind that a points part counts has a counter and a label."""
    assert set(COUNTERS) == set(labels.COUNTS)
    for edition in editions().values():
        for versions in edition.rules.values():
            for held in versions:
                if isinstance(held.rule.does, PointsItem):
                    assert {part.counts for part in held.rule.does.parts} <= set(COUNTERS)


def test_a_name_of_a_policys_own_is_shown_as_it_is() -> None:
    """An item that only one policy knows has no label here and is shown by its code."""
    assert labels.title(labels.ITEMS, "partners") == "联系人数"
    assert labels.title(labels.ITEMS, "local-item") == "local-item"


def test_figures_survive_encoding() -> None:
    """Figures cross from one process to another as bytes and come out equal."""
    for found in figures():
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=CadreFigures) == found
