"""Which themes and tasks may be named when."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from plus100.ledger.assemble import read_frame
from plus100.ledger.records import Unit
from plus100.ledger.vocabulary import Vocabulary, vocabulary
from support import mini


def _of(unit: str) -> Vocabulary:
    frame, _ = read_frame(mini.source())
    assert frame is not None
    return frame.vocabularies[unit]


def test_stretches_cover_all_days_once() -> None:
    """From the calendar's first day to its last, without gap or overlap."""
    for unit in ("sheng", "xian", "xueyuan"):
        stretches = _of(unit).stretches
        assert stretches[0].first == date.min
        assert stretches[-1].last == date.max
        for earlier, later in pairwise(stretches):
            assert later.first - earlier.last == timedelta(days=1)


def test_a_change_of_policy_changes_the_themes() -> None:
    """The county came under Shandong's policy in 2017, whose own themes are of 3 May, but for
    volunteering, known since the points count.
    """
    named = [
        (s.first, s.edition, "volunteering" in s.themes, "reading" in s.themes)
        for s in _of("xian").stretches
    ]
    assert named == [
        (date.min, None, False, True),
        (date(2016, 5, 12), "national-2016", False, True),
        (date(2017, 1, 1), "shandong-2017", True, True),
        (date(2017, 5, 3), "shandong-2017", True, True),
    ]


def test_common_themes_may_be_named_under_every_policy() -> None:
    """The day need not be looked at for these."""
    assert {"other", "reading", "talk", "lecture"} <= _of("xian").common
    assert "volunteering" not in _of("xian").common


def test_tasks_are_those_of_any_day() -> None:
    """Shandong has nine; the college none."""
    assert len(_of("xian").tasks) == 9
    assert _of("xueyuan").tasks == frozenset()


def test_a_unit_without_a_known_policy_has_its_own_themes() -> None:
    """Nothing is governed then, and nothing is asked of it."""
    unit = Unit(id="a", name="示例", level="social", policy="none")
    found = vocabulary(unit, {})
    assert found.common == {"other"}
    assert [stretch.edition for stretch in found.stretches] == [None]
