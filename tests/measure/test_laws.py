"""Laws of measuring that hold for whatever is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from measure.people_strategies import CADRE, entries, partners, sheet, worlds
from measure.scenario import World, edition_records, editions
from plus100.core.points import ZERO
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.parameters import replaced
from plus100.ledger.records import Entry, Partner
from plus100.ledger.world import Book
from plus100.measure.evidence import gather
from plus100.measure.figures import CadreFigures, Line
from plus100.measure.people import figures_of, subject_of
from plus100.measure.terms import Terms

quick = settings(max_examples=40, deadline=None)


def total(figures: CadreFigures) -> Decimal:
    """The points of a person who has some."""
    assert figures.points is not None
    return figures.points.total


@cache
def turned(rule: str, parameter: str, value: str) -> Mapping[str, Edition]:
    """The real editions with one parameter of a rule of Shandong's changed."""
    records = edition_records()
    shandong = records["shandong-2017"]
    rules = tuple(
        replaced(held, parameter, value) if held.id == rule and held.does is not None else held
        for held in shandong.rules
    )
    return editions({**records, "shandong-2017": msgspec.structs.replace(shandong, rules=rules)})


def folded(world: World) -> CadreFigures:
    """The person's figures as a season computes them."""
    terms = Terms(world.frame)
    subject = subject_of(terms, "one", gather(world.books, (CADRE,)), world.frame.as_of)
    return figures_of(subject, fold=True)


def tallied(lines: Iterable[Line]) -> dict[tuple[str, str, str], tuple[int, Decimal]]:
    """How many lines' things there are by engagement, kind and reason, and what counts of them."""
    sums: dict[tuple[str, str, str], tuple[int, Decimal]] = {}
    for line in lines:
        count, counted = sums.get((line.cadre, line.kind, line.why), (0, ZERO))
        sums[line.cadre, line.kind, line.why] = (count + line.count, counted + line.counted)
    return sums


@quick
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_items_changes_nothing(world: World, random: Random) -> None:
    """Partners and entries in any order, in any number of files, give the same figures."""
    book = world.books[CADRE]
    people, log = list(book.each_partner()), list(book.each_entry())
    random.shuffle(people)
    random.shuffle(log)
    cut = len(log) // 2
    other = Book(CADRE, (sheet("b", people),), (sheet("z", log[cut:]), sheet("a", log[:cut])))
    assert World(world.frame, {CADRE: other}).figures("one") == world.figures("one")


@quick
@given(worlds(), entries(900))
def test_an_added_entry_never_lowers_points(world: World, entry: Entry) -> None:
    """Whatever a sound entry is, with it the total is at least what it was without."""
    book = world.books[CADRE]
    more = replace(book, log=(*book.log, sheet("more", [entry])))
    assert total(World(world.frame, {CADRE: more}).figures("one")) >= total(world.figures("one"))


@quick
@given(worlds(), partners(900))
def test_an_added_partner_never_lowers_points(world: World, partner: Partner) -> None:
    """Whatever a partner is, with one more the total is at least what it was without."""
    book = world.books[CADRE]
    more = replace(book, partners=(*book.partners, sheet("more", [partner])))
    assert total(World(world.frame, {CADRE: more}).figures("one")) >= total(world.figures("one"))


@quick
@given(worlds())
def test_a_trace_sums_to_its_figure(world: World) -> None:
    """Lines sum to parts, parts to items, items to the total; a window's lines to what it has."""
    figures = world.figures("one")
    assert figures.points is not None
    for item in figures.points.items:
        for part in item.parts:
            assert part.raw == sum((line.raw for line in part.lines), ZERO)
            assert part.counted == sum((line.counted for line in part.lines), ZERO)
        assert item.raw == sum((part.raw for part in item.parts), ZERO)
        assert item.counted == sum((part.counted for part in item.parts), ZERO)
        assert item.to_gain == item.cap - item.counted
    assert figures.points.total == sum((item.counted for item in figures.points.items), ZERO)
    for quota in figures.quotas:
        for window in quota.windows:
            inside = [line for line in quota.lines if line.day and window.first <= line.day <= window.last]
            assert window.have == sum((line.counted for line in inside), ZERO)
        if not quota.windows and quota.unit == "people":
            assert quota.have == sum((line.counted for line in quota.lines), ZERO)
    for ratio in figures.ratios:
        assert ratio.ratio.part == sum((line.counted for line in ratio.lines), ZERO)


@quick
@given(worlds())
def test_a_cap_is_never_passed(world: World) -> None:
    """No part, item or total counts more than its cap, nor a line more than it is worth."""
    figures = world.figures("one")
    assert figures.points is not None
    assert figures.points.total <= figures.points.cap
    for item in figures.points.items:
        assert item.counted <= item.cap
        for part in item.parts:
            assert part.cap is None or part.counted <= part.cap
            assert all(ZERO <= line.counted <= line.raw for line in part.lines)


@quick
@given(worlds())
def test_folding_changes_no_figure(world: World) -> None:
    """A season's traces count what an explanation names: the same numbers by reason, and no others."""
    short, full = folded(world), world.figures("one")
    assert short.points is not None
    assert full.points is not None
    assert (short.level, short.tallies, short.calendar) == (full.level, full.tallies, full.calendar)
    for ours, theirs in zip(short.points.items, full.points.items, strict=True):
        assert (ours.raw, ours.counted) == (theirs.raw, theirs.counted)
    for one, two in zip(short.quotas, full.quotas, strict=True):
        assert (one.have, one.status, one.windows) == (two.have, two.status, two.windows)
        assert tallied(one.lines) == tallied(two.lines)
    for one_ratio, two_ratio in zip(short.ratios, full.ratios, strict=True):
        assert one_ratio.ratio == two_ratio.ratio
        assert tallied(one_ratio.lines) == tallied(two_ratio.lines)


@quick
@given(worlds())
def test_adjacent_windows_add_up(world: World) -> None:
    """Months add up to quarters and quarters to the year, where a rule counts activities."""
    for rule in ("five_ones.full_time", "five_ones.part_time"):
        sums = set()
        for window in ("month", "two_months", "quarter", "half_year", "year"):
            held = turned(rule, "window", window)
            frame = replace(world.frame, editions=held, as_of=date(2018, 12, 31))
            quotas = {quota.id: quota for quota in World(frame, world.books).figures("one").quotas}
            if rule in quotas:
                sums.add(sum((each.have for each in quotas[rule].windows), ZERO))
        assert len(sums) <= 1


@quick
@given(worlds())
def test_years_add_up_where_nothing_is_capped(world: World) -> None:
    """The raw points of two years are those of both years together, where nothing counts once only."""
    never = replace(
        world.frame, editions=turned("points.classes", "restart", "never"), as_of=date(2018, 12, 31)
    )
    both = World(never, world.books).figures("one").points
    assert both is not None
    years = [
        found.raw
        for year in (2017, 2018)
        for found in world.figures("one", date(year, 12, 31)).points.items  # type: ignore[union-attr]
        if found.id == "activities"
    ]
    assert sum(years, ZERO) == next(found.raw for found in both.items if found.id == "activities")
