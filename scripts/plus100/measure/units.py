"""What a unit adds up to: statuses, the indicators of Q16, quotas, withheld records.

Exempt cadres, those who left and those whom the programme does not cover are in no denominator. The
indicators have no weights and make no index: the documents give none (X57).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from plus100.core.points import ZERO, Ratio
from plus100.ledger.world import Withheld
from plus100.measure.figures import CadreFigures, UnitFigures
from plus100.measure.standings import Children, subtree


def unit_figures(
    units: Iterable[str], cadres: Iterable[CadreFigures], withheld: Iterable[Withheld]
) -> tuple[UnitFigures, ...]:
    """Every unit alone, by id."""
    by_unit: dict[str, list[CadreFigures]] = {}
    for found in cadres:
        by_unit.setdefault(found.unit, []).append(found)
    at_fault = Counter(record.unit for record in withheld)
    return tuple(_alone(unit, by_unit.get(unit, []), at_fault[unit]) for unit in sorted(units))


def subtree_figures(children: Children, alone: Iterable[UnitFigures]) -> tuple[UnitFigures, ...]:
    """Every unit with all below it, in the order given: the sums of what units are alone."""
    by_id = {found.id: found for found in alone}
    return tuple(_together(unit, [by_id[name] for name in subtree(children, unit)]) for unit in by_id)


def _alone(unit: str, cadres: Sequence[CadreFigures], withheld: int) -> UnitFigures:
    assessed = [found for found in cadres if found.status == "assessed"]
    return UnitFigures(
        id=unit,
        scope="own",
        reported=any(found.calendar or found.tallies.get("partners") for found in cadres),
        cadres=dict(sorted(Counter(found.status for found in cadres).items())),
        indicators=indicators(assessed),
        quotas=_quotas(assessed),
        withheld=withheld,
    )


def _together(unit: str, members: Sequence[UnitFigures]) -> UnitFigures:
    rules = sorted({rule for found in members for rule in found.quotas})
    return UnitFigures(
        id=unit,
        scope="subtree",
        reported=any(found.reported for found in members),
        cadres=_added(found.cadres for found in members),
        indicators={
            name: _joined(found.indicators[name] for found in members) for name in members[0].indicators
        },
        quotas={
            rule: _added(found.quotas[rule] for found in members if rule in found.quotas) for rule in rules
        },
        withheld=sum(found.withheld for found in members),
    )


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    whole: Counter[str] = Counter()
    for some in counts:
        whole.update(some)
    return dict(sorted(whole.items()))


def _joined(ratios: Iterable[Ratio]) -> Ratio:
    """The ratio of all that the ratios count: numerators and denominators added up."""
    parts, wholes = zip(*((ratio.part, ratio.whole) for ratio in ratios), strict=True)
    return Ratio(sum(parts, ZERO), sum(wholes))


def indicators(assessed: Sequence[CadreFigures]) -> dict[str, Ratio]:
    """Numerator and denominator of each indicator of Q16, and of the mean points (K4)."""
    points = [found.points.total for found in assessed if found.points is not None]
    return {
        "doing": Ratio.of(sum(_doing(found) for found in assessed), len(assessed)),
        "mean_partners": _mean(assessed, "partners"),
        "mean_activities_online": _mean(assessed, "activities_online"),
        "mean_activities_offline": _mean(assessed, "activities_offline"),
        "mean_interactions": _mean(assessed, "replies", "reactions"),
        "mean_points": Ratio.of(sum(points, ZERO), len(points)),
    }


def _doing(found: CadreFigures) -> bool:
    """Doing 1+100: has at least one partner, and has logged something this year."""
    return found.tallies["partners"] > 0 and bool(found.calendar)


def _mean(assessed: Sequence[CadreFigures], *tallies: str) -> Ratio:
    total = sum(found.tallies[name] for found in assessed for name in tallies)
    return Ratio.of(Decimal(total), len(assessed))


def _quotas(assessed: Sequence[CadreFigures]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for found in assessed:
        for quota in found.quotas:
            counts.setdefault(quota.id, Counter())[quota.status] += 1
    return {rule: dict(sorted(statuses.items())) for rule, statuses in sorted(counts.items())}
