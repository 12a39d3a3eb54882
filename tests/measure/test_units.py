"""What units add up to: denominators, indicators, statuses, silence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from measure.scenario import editions, world
from plus100.core.points import Ratio
from plus100.ledger.world import Withheld
from plus100.measure.figures import CadreFigures, UnitFigures
from plus100.measure.units import subtree_figures, unit_figures

TALK = {"type": "activity", "form": "offline", "theme": "talk"}
MATERNITY = {"reason": "maternity", "approver": "书记", "approved_on": "2018-01-01", "from": "2018-01-01"}
SCENARIO: dict[str, Any] = {
    "as_of": "2018-06-30",
    "units": {"city": {}, "east": {"parent": "city"}, "mei": {"parent": "city", "policy": "meizhou-2016"}}
    | {"quiet": {"parent": "east"}, "empty": {"parent": "quiet"}},
    "cadres": {
        "city/a": {
            "since": "2017-01-01",
            "partners": [{"times": "5", "occupation": "service"}],
            "log": [
                {**TALK, "times": "3", "date": "2018-03-01"},
                {**TALK, "form": "online", "date": "2018-03-02"},
                {"type": "reaction", "date": "2018-03-03", "count": "4", "direction": "received"},
                {"type": "reply", "date": "2018-03-04", "area": "own", "about": "q"},
            ],
        },
        "city/b": {"since": "2017-01-01", "partners": [{"occupation": "service"}]},
        "east/c": {"since": "2017-01-01", "log": [{**TALK, "date": "2018-03-01"}]},
        "east/d": {"since": "2017-01-01", "exemptions": [MATERNITY], "partners": [{"times": "9"}]},
        "east/e": {"since": "2017-01-01", "until": "2018-01-31", "left": "departure"},
        "mei/f": {"since": "2017-01-01", "partners": [{}], "log": [{**TALK, "date": "2018-03-01"}]},
        "quiet/g": {"since": "2017-01-01", "log": [{**TALK, "date": "2017-03-01"}]},
    },
}
FAULTS = (
    Withheld("entry", "p", "east", "east/c", "x", ("R1",)),
    Withheld("entry", "p", "east", "east/c", "y", ("R1",)),
    Withheld("policy", "q", "", "", "z", ("P1",)),
)


def measured() -> tuple[list[CadreFigures], dict[str, UnitFigures], dict[str, UnitFigures]]:
    """All cadres, units and subtrees of the scenario."""
    made = world(SCENARIO, editions())
    cadres = [made.figures(person) for person in made.frame.persons]
    own = unit_figures(made.frame.units, cadres, FAULTS)
    wide = subtree_figures(made.frame.children, own)
    return cadres, {unit.id: unit for unit in own}, {unit.id: unit for unit in wide}


def ratio(part: str, whole: int) -> Ratio:
    """An exact ratio."""
    return Ratio(Decimal(part), whole)


def test_a_unit_alone() -> None:
    """Every indicator of Q16 has its numerator and its denominator, the assessed cadres of the unit."""
    _, own, _ = measured()
    assert own["city"].indicators == {
        "doing": ratio("1", 2),
        "mean_partners": ratio("6", 2),
        "mean_activities_online": ratio("1", 2),
        "mean_activities_offline": ratio("3", 2),
        "mean_interactions": ratio("5", 2),
        "mean_points": ratio("7.6", 2),
    }
    assert own["city"].cadres == {"assessed": 2}
    assert (own["city"].scope, own["city"].reported, own["city"].withheld) == ("own", True, 0)


def test_exempt_and_departed_are_in_no_denominator() -> None:
    """They are counted by status, and in nothing else; withheld records are counted."""
    _, own, _ = measured()
    east = own["east"]
    assert east.cadres == {"assessed": 1, "exempt": 1, "left": 1}
    assert east.indicators["mean_partners"] == ratio("0", 1)
    assert east.indicators["doing"] == ratio("0", 1)
    assert east.withheld == 2
    assert east.quotas["partners.full_time"] == {"short": 1}


def test_points_have_a_denominator_of_their_own() -> None:
    """The mean of points is over those who have points; another edition's cadres are not among them."""
    _, own, wide = measured()
    assert own["mei"].indicators["mean_points"] == ratio("0", 0)
    assert own["mei"].indicators["doing"] == ratio("1", 1)
    assert wide["city"].indicators["mean_points"] == ratio("8.6", 4)


def test_a_subtree_takes_in_all_below() -> None:
    """Cadres, quotas and withheld records of every unit below are in the sum."""
    _, _, wide = measured()
    assert wide["city"].cadres == {"assessed": 5, "exempt": 1, "left": 1}
    assert (wide["city"].scope, wide["city"].withheld) == ("subtree", 2)
    assert wide["city"].quotas["partners.full_time"] == {"short": 5}
    assert wide["east"].cadres == {"assessed": 2, "exempt": 1, "left": 1}
    assert list(wide) == ["city", "east", "empty", "mei", "quiet"]


def test_silence_is_shown_as_silence() -> None:
    """A unit whose cadres have no partner and no entry of the year has reported nothing."""
    _, own, wide = measured()
    assert not own["quiet"].reported
    assert wide["east"].reported
    empty = unit_figures(["nobody"], [], [])[0]
    assert (empty.reported, empty.cadres, empty.quotas) == (False, {}, {})
    assert empty.indicators["doing"] == ratio("0", 0)


def test_partners_alone_are_a_report() -> None:
    """A unit with partners but no entries has reported something."""
    cadres, _, _ = measured()
    only = unit_figures(["city"], [found for found in cadres if found.id == "city/b"], [])[0]
    assert only.reported
    assert only.quotas["lecture.year"] == {"open": 1}
    assert list(only.quotas) == sorted(only.quotas)
