"""The sample league → its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books import File, files
from samples.cases import TRANSFERS, Transfer, special
from samples.emit import Value, document
from samples.plan import Crowd, Plan, Post, chance, counts
from samples.roster import COLLEGE, LEVELS, NATIONAL, SHANDONG, TITLES, UNITS, UnitPlan
from samples.words import CATEGORIES, COLLEGE_FROM, HUNDRED, NATIONAL_FROM, person

AS_OF = date(2018, 11, 30)
START = date(2017, 1, 1)
COLLEGE_UNTIL = date(2019, 12, 20)
"""The college's log goes on after the others', for ``--as-of 2019-12-31``."""
DIRECT = "songxi"
"""The unit that lets its cadres' own log in without a merge, on a server of one's own."""
SMALL = 50
"""With so few partners nobody builds a group."""
BY_SURNAME = frozenset(["li-siyu", "shi-nanhe"])
"""Who is published by the surname: one of each, so that no two people bear the same name on a page."""


def league() -> Iterator[File]:
    """Every file of the sample league but the policies, which are not samples."""
    yield "settings.yml", document("settings.yml", "settings", settings())
    everyone = plans()
    for unit in UNITS:
        path = f"units/{unit.id}/unit.yml"
        yield path, document(path, "unit", unit_document(unit, everyone))
    for plan in everyone:
        yield from files(plan, monthly=False)


def settings() -> dict[str, Value]:
    """``settings.yml``."""
    return {
        "namespace": "shili",
        "title": "示例共青团“1+100”",
        "timezone": "Asia/Shanghai",
        "root": "shili",
        "as_of": str(AS_OF),
        "site_url": "https://plus100.example.org/",
        "forge": {"kind": "gitea", "url": "https://git.example.org/shili/plus100"},
        "description": "虚构的示例数据：示例中央、示例甲省、示例乙市和示例边城学院，四套规则各用各的。",
        "maintainers": [
            {
                "person": "shili-weihu",
                "from": str(START),
                "forge_accounts": [{"forge": "gitea", "number": 9001}],
            }
        ],
    }


def unit_document(unit: UnitPlan, everyone: tuple[Plan, ...]) -> dict[str, Value]:
    """``unit.yml``; changes are reviewed by the first full-time cadre of the unit above."""
    name: Value = unit.name
    if unit.renamed:
        name = [
            {"value": f"示例{unit.renamed}", "from": str(START)},
            {"value": unit.name, "from": "2018-04-01"},
        ]
    policy: Value = unit.policy
    if unit.policy == COLLEGE:
        policy = [
            {"value": NATIONAL, "from": str(NATIONAL_FROM)},
            {"value": COLLEGE, "from": str(COLLEGE_FROM)},
        ]
    value: dict[str, Value] = {"id": unit.id, "name": name, "level": unit.level, "policy": policy}
    if unit.parent:
        value["parent"] = unit.parent
    if unit.prefix:
        value["account_prefix"] = unit.prefix
    above = unit.parent or unit.id
    value["reviewers"] = [
        {"person": plan.cadre, "from": str(plan.since)} for plan in everyone if plan.unit == above
    ][:1]
    if unit.own_quota:
        value["own_quota"] = [
            {"partners": unit.own_quota, "source": f"{unit.name}〔2017〕3号（示例）", "from": "2017-03-01"}
        ]
    if unit.id == DIRECT:
        value["direct_log"] = True
    return value


def plans() -> tuple[Plan, ...]:
    """Everybody's plan, in the order of the roster; a transfer adds a second engagement at the end."""
    here: list[Plan] = []
    moved: list[Plan] = []
    for unit in UNITS:
        for index, word in enumerate(unit.cadres.split()):
            plan = special(_plan(unit, word, index, len(here)))
            transfer = TRANSFERS.get(plan.id)
            here.append(_until(plan, transfer) if transfer else plan)
            if transfer:
                moved.append(_moved(plan, transfer))
    return (*here, *moved)


def _until(plan: Plan, transfer: Transfer) -> Plan:
    last = transfer.day - timedelta(1)
    return replace(plan, posts=(replace(plan.posts[0], until=last),), until=last, left="transfer")


def _moved(plan: Plan, transfer: Transfer) -> Plan:
    unit = next(unit for unit in UNITS if unit.id == transfer.to)
    post = Post(category=transfer.category, title=transfer.title, since=transfer.day)
    return replace(
        plan,
        unit=unit.id,
        edition=unit.policy,
        level=unit.level,
        account_prefix=unit.prefix,
        posts=(post,),
        crowd=transfer.crowd,
        years={transfer.day.year: transfer.rest},
        moved_from=plan.id,
    )


def _plan(unit: UnitPlan, word: str, index: int, number: int) -> Plan:
    letter, level = word[0], word[1]
    cadre, name = person(number)
    draw = Random(f"1+100:{unit.id}/{cadre}:plan")  # noqa: S311 - invented data
    category = CATEGORIES[letter]
    rate = 1.0 if letter in "FA" else 0.68
    since = START + timedelta(draw.randrange(45 if chance(draw, 0.8) else 200))
    plan = Plan(
        unit=unit.id,
        cadre=cadre,
        name=name,
        edition=unit.policy,
        level=unit.level,
        account_prefix=unit.prefix,
        posts=(Post(category=category, title=TITLES[letter][index % len(TITLES[letter])], since=since),),
        crowd=_crowd(unit, category, level, draw),
        years={
            2017: counts(LEVELS[level] * draw.uniform(0.5, 0.95), draw, rate=rate),
            2018: counts(LEVELS[level], draw, rate=rate),
        },
        as_of=AS_OF,
        publish=draw.choice(("full", "full", "full", "surname")),
    )
    if cadre not in BY_SURNAME:
        plan = replace(plan, publish="full")
    if level == "z":
        return plan
    return _extras(plan, unit, draw)


def _crowd(unit: UnitPlan, category: str, level: str, draw: Random) -> Crowd:
    """Full of the quota for the diligent, less for the others, nobody for those who do nothing."""
    need = 10
    if category in HUNDRED or unit.policy == COLLEGE:
        need = 100
    elif category == "large_unit_part_time":
        need = unit.own_quota or 10
    share = {"a": 1.05, "b": 1.0, "c": 0.9, "d": 0.7, "e": 0.35, "z": 0}[level]
    return Crowd(
        size=round(need * share * draw.uniform(0.93, 1.06)),
        elsewhere=draw.uniform(0.02, 0.16),
        civil_servants=draw.uniform(0, 0.08),
        over_35=draw.uniform(0.02, 0.18),
        tagged=draw.uniform(0.85, 1),
        bound=min(1.0, LEVELS[level] * draw.uniform(0.6, 1.05)),
    )


def _extras(plan: Plan, unit: UnitPlan, draw: Random) -> Plan:
    group = draw.randrange(60, 180) if plan.crowd.size > SMALL and chance(draw, 0.8) else None
    links: tuple[tuple[str, str], ...] = ()
    if unit.policy == COLLEGE:
        plan = replace(plan, log_until=COLLEGE_UNTIL, years=plan.years | {2019: plan.years[2018]})
        links = (("branch", "示例机电一班团支部"), ("association", "示例晨读社"))
    elif unit.policy == SHANDONG and plan.posts[0].category in HUNDRED and chance(draw, 0.8):
        links = (("committee", "示例新桥街道团工委"), ("branch", "示例星火创业园团支部"))
    return replace(
        plan,
        group=group,
        links=links,
        statements=unit.policy == COLLEGE or chance(draw, 0.4),
        login=chance(draw, 0.85),
    )
