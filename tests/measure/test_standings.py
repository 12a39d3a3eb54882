"""Boards: places, ties, order, and ranking again within units and subtrees."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from measure.scenario import editions, world
from measure.test_edges import edited, without
from plus100.measure.figures import Board, Rank, Standing
from plus100.measure.standings import Scored, boards, ranked, ranks, scored, subtree, within

DAY = date(2018, 11, 30)


def row(cadre: str, total: str, place: int = 0) -> Standing:
    """A row of some cadre."""
    return Standing(
        cadre=cadre,
        unit=cadre.partition("/")[0],
        total=Decimal(total),
        diamonds=None,
        stars=None,
        place=place,
    )


BOARD = Board(
    edition="e",
    points_class="c",
    year=2018,
    as_of=DAY,
    rows=ranked(
        [row("b/1", "30"), row("a/2", "45"), row("a/1", "30"), row("c/1", "30.0"), row("b/2", "7.5")]
    ),
)


def test_ties_share_a_place() -> None:
    """1, 2, 2, 2, 5: equal points share a place, however written, and by id within it."""
    assert [(found.cadre, found.place) for found in BOARD.rows] == [
        ("a/2", 1),
        ("a/1", 2),
        ("b/1", 2),
        ("c/1", 2),
        ("b/2", 5),
    ]


@given(
    st.dictionaries(st.sampled_from([f"u/{n}" for n in range(12)]), st.integers(0, 5), min_size=1),
    st.randoms(use_true_random=False),
)
def test_the_order_is_total(totals: dict[str, int], random: object) -> None:
    """However the rows come, the board is the same, and a place is one more than those ahead."""
    rows = [row(cadre, str(total)) for cadre, total in totals.items()]
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranked(rows) == ranked(shuffled)
    for found in ranked(rows):
        assert found.place == 1 + sum(total > found.total for total in totals.values())


def test_nobody_has_no_places() -> None:
    """A board without rows is empty."""
    assert ranked([]) == ()


def test_within_a_unit_places_begin_anew() -> None:
    """The board of one unit, or of several, ranks only theirs."""
    assert [(found.cadre, found.place) for found in within(BOARD, ["b"]).rows] == [("b/1", 1), ("b/2", 2)]
    assert [found.place for found in within(BOARD, ["b", "c"]).rows] == [1, 1, 3]
    assert within(BOARD, ["b"]).edition == "e"


def test_ranks_say_of_how_many() -> None:
    """Each cadre's place comes with the number of rows, overall and among some units."""
    assert ranks(BOARD)["b/2"] == Rank(place=5, of=5)
    assert ranks(BOARD, ["b"]) == {"b/1": Rank(place=1, of=2), "b/2": Rank(place=2, of=2)}


def test_a_subtree_is_a_unit_with_all_below() -> None:
    """Parents come before their children; a unit that is met twice stands once."""
    children = {"p": ("q", "r"), "q": ("s",), "r": ("s", "p")}
    assert subtree(children, "p") == ("p", "q", "r", "s")
    assert subtree(children, "s") == ("s",)


def test_only_those_with_points_are_ranked_with_or_without_a_level() -> None:
    """Exempt cadres have a class and no points; an edition without levels has points and no stars."""
    exempt = {"reason": "maternity", "approver": "书记", "approved_on": "2018-01-01", "from": "2018-01-01"}
    scenario = {
        "as_of": "2018-06-30",
        "units": {"home": {}, "mei": {"policy": "meizhou-2016"}},
        "cadres": {
            "home/a": {"since": "2017-01-01"},
            "home/b": {"since": "2017-01-01", "exemptions": [exempt]},
            "mei/c": {"since": "2017-01-01"},
        },
    }
    for held, stars in ((editions(), (0, 0)), (edited(without("levels")), (None, None))):
        made = world(scenario, held)
        (found,) = scored(made.figures(person) for person in made.frame.persons)
        assert found == Scored("shandong-2017", "class_1", "home/a", "home", Decimal(0), *stars)


def test_one_board_for_each_edition_and_class() -> None:
    """Boards come by edition and class and carry year and day; levels may be missing."""
    found = boards(
        [
            Scored("f", "c", "a/1", "a", Decimal(3), None, None),
            Scored("e", "d", "a/2", "a", Decimal(4), 1, 2),
            Scored("e", "c", "a/3", "a", Decimal(5), 0, 1),
            Scored("e", "c", "a/4", "a", Decimal(6), 0, 1),
        ],
        DAY,
    )
    assert [(one.edition, one.points_class, one.year, one.as_of) for one in found] == [
        ("e", "c", 2018, DAY),
        ("e", "d", 2018, DAY),
        ("f", "c", 2018, DAY),
    ]
    assert found[1].rows == (
        Standing(cadre="a/2", unit="a", total=Decimal(4), diamonds=1, stars=2, place=1),
    )
    assert [each.cadre for each in found[0].rows] == ["a/4", "a/3"]
