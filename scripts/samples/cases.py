"""The interesting cases: what makes a plan of the sample league special, by engagement.

``tests/cases/sample-cases.yml`` maps each case to its cadre and to the figures that must come out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from samples.plan import Counts, Crowd, Plan, Post

Change = Callable[[Plan], Plan]


def special(plan: Plan) -> Plan:
    """The plan with what is special about it, if anything."""
    change = CHANGES.get(plan.id)
    return change(plan) if change else plan


def _crowd(**traits: float) -> Change:
    return lambda plan: replace(plan, crowd=replace(plan.crowd, **traits))  # type: ignore[arg-type]


def _exempt(reason: str, first: date, last: date | None) -> Change:
    return lambda plan: replace(plan, exemption=(reason, first, last))


def _left(last: date) -> Change:
    def change(plan: Plan) -> Plan:
        post = replace(plan.posts[-1], until=last)
        return replace(plan, posts=(*plan.posts[:-1], post), until=last, left="departure")

    return change


def _changes_class(category: str, title: str, day: date) -> Change:
    """The same engagement goes on with another post."""

    def change(plan: Plan) -> Plan:
        before = replace(plan.posts[0], until=day - timedelta(1))
        return replace(plan, posts=(before, Post(category=category, title=title, since=day)))

    return change


def _twins(plan: Plan) -> Plan:
    """Exactly the same numbers for two people: 8 + 6 × 1.5 + 2 + 1 + 0.5 = 20.5 points."""
    this = Counts(activities=6, own=2, reactions=2, shares=1)
    return replace(
        plan,
        crowd=Crowd(size=8, tagged=1, bound=0),
        years={2017: Counts(activities=4, own=1), 2018: this},
    )


def _capped(plan: Plan) -> Plan:
    """40 activities of 1.5 each: 60 raw, 35 counted."""
    return replace(plan, years=plan.years | {2018: replace(plan.years[2018], activities=40)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A move to another unit: the old engagement ends the day before, a new one begins."""

    to: str
    day: date
    category: str
    title: str
    crowd: Crowd
    rest: Counts


TRANSFERS: Mapping[str, Transfer] = {
    "fengling/shi-beihe": Transfer(
        to="jia",
        day=date(2018, 7, 1),
        category="full_time",
        title="基层组织建设部部长",
        crowd=Crowd(size=64, bound=0.5),
        rest=Counts(activities=9, tasks=3, own=2, hero=2, wishes=1, reactions=6, shares=3),
    )
}

CHANGES: Mapping[str, Change] = {
    "qinghe/shi-beiyu": _exempt("maternity", date(2018, 8, 1), date(2019, 1, 31)),
    "songxi/li-yunlan": _exempt("posted_elsewhere", date(2018, 3, 1), date(2019, 2, 28)),
    "yunhai/li-silin": _changes_class("leading_organ_part_time", "兼职副书记", date(2018, 7, 1)),
    "fengling/li-xiaozhou": _left(date(2018, 8, 31)),
    "fengling-yiyuan/li-jiayu": _capped,
    "jia/shi-chunfan": _crowd(elsewhere=0.3),
    "songxi/shi-qingfan": _crowd(size=63),
    "matou/li-yunfan": _twins,
    "matou/shi-yunfan": _twins,
    "jia/li-chunfan": _crowd(moved_away=3),
    "qinghe/shi-nansong": _crowd(size=100, replaced=4),
    "bianyuan/li-beizhou": _crowd(paired=4),
    "bianyuan/shi-beizhou": lambda plan: replace(plan, group=98),
}
