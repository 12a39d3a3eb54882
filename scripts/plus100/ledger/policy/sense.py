"""Parameters that a schema lets pass and that make no sense: a share with two limits, a last day
before the first, a category in two points classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from plus100.core.findings import Finding, Pointer
from plus100.core.periods import Window
from plus100.ledger.policy import rules
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.rules import Measure, Rule

Fault = tuple[Pointer, str]
"""Where in ``does``, and what is wrong, in Chinese."""

MONTHS = 12
MONTH_END = 31
LEAP_YEAR = 2016


def senseless(draft: Draft) -> Iterator[Finding]:
    """Rules whose parameters contradict each other or lie out of range (P417)."""
    for i, rule in draft.rules():
        for pointer, message in faults(rule):
            yield draft.finding(
                "P417",
                ("rules", i, "does", *pointer),
                message=f"规则“{rule.id}”的参数说不通：{message}。",
                fix="对照文件改正参数；参数的写法见数据格式页。",
            )


def faults(rule: Rule) -> Iterator[Fault]:
    """What makes no sense in a rule's parameters."""
    check = CHECKS.get(type(rule.does))
    if check is not None:
        yield from check(rule.does)


def _among(field: str, value: object, choices: Sequence[str]) -> Iterator[Fault]:
    if value not in choices:
        stands = "没有写" if value is None else f"是“{value}”"
        yield (field,), f"{field} 只能是{'、'.join(choices)}，这里{stands}"


def _least(field: str, value: int | None, least: int) -> Iterator[Fault]:
    if value is not None and value < least:
        yield (field,), f"{field} 不能小于{least}"


def _fraction(field: str, value: str | None) -> Iterator[Fault]:
    if value is None:
        return
    try:
        fine = 0 <= Fraction(value) <= 1
    except (ValueError, ZeroDivisionError):
        fine = False
    if not fine:
        yield (field,), f"{field} 要写成0到1之间的分数，例如1/5，这里是“{value}”"


def _quota(does: rules.PartnerQuota) -> Iterator[Fault]:
    yield from _least("at_least", does.at_least, 0)
    yield from _among("kept_moved_away", does.kept_moved_away, ("apart", "counted"))


def _share(does: rules.PartnerShare) -> Iterator[Fault]:
    yield from _among("of", does.of, SHARES)
    yield from _among("denominator", does.denominator, ("active", "quota"))
    yield from _fraction("at_most", does.at_most)
    yield from _fraction("more_than", does.more_than)
    if does.at_most is not None and does.more_than is not None:
        yield ("more_than",), "at_most 和 more_than 只能写一个"


def _spread(does: rules.PartnerSpread) -> Iterator[Fault]:
    yield from _among("by", does.by, ("field", "met"))
    yield from _least("at_least", does.at_least, 1)


def _pairing(does: rules.Pairing) -> Iterator[Fault]:
    yield from _least("at_least", does.at_least, 0)
    if does.at_most is not None and does.at_most < does.at_least:
        yield ("at_most",), "at_most 小于 at_least"


def _link(does: rules.LinkQuota) -> Iterator[Fault]:
    yield from _among("kind", does.kind, ("branch", "association", "committee"))
    yield from _least("at_least", does.at_least, 1)


def _channels(does: rules.Channels) -> Iterator[Fault]:
    yield from _least("at_least", does.at_least, 1)
    if len(set(does.any_of)) < does.at_least:
        yield ("at_least",), f"只列了{len(set(does.any_of))}种渠道，却要{does.at_least}种"


def _account(does: rules.AccountName) -> Iterator[Fault]:
    yield from _among("form", does.form, ("prefix_and_name", "real_name"))


def _group(does: rules.Group) -> Iterator[Fault]:
    yield from _least("groups", does.groups, 1)
    yield from _least("members", does.members, 1)
    if does.due is not None and not _is_day(does.due):
        yield ("due",), f"due 要写成月-日，例如12-31，这里是“{does.due}”"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{text}")
    except ValueError:
        return False
    return True


def _count(does: rules.ActivityCount) -> Iterator[Fault]:
    yield from _least("at_least", does.at_least, 1)
    yield from _among("window", does.window, tuple(Window))
    yield from _among("form", does.form, ("any", "online", "offline"))
    yield from _among("windows", does.windows, ("fixed", "rolling"))
    yield from _fraction("partners_more_than", does.partners_more_than)
    if does.every_theme and not does.themes:
        yield ("every_theme",), "要求每个主题至少一次，却没有列出主题"


def _presence(does: rules.Presence) -> Iterator[Fault]:
    if not does.kinds:
        yield ("kinds",), "kinds 是空的"
    for n, kind in enumerate(does.kinds):
        for _, message in _among("kinds", kind, ("daily_voice", "weekly_interaction", "monthly_topic")):
            yield ("kinds", n), message


def _campaign(does: rules.Campaign) -> Iterator[Fault]:
    if does.months and (does.first or does.last):
        yield ("months",), "起止日期和月份只能写一种"
    if does.first and does.last and does.last < does.first:
        yield ("last",), "末日在首日之前"
    for n, month in enumerate(does.months):
        if not 1 <= month <= MONTHS:
            yield ("months", n), f"没有{month}月"


def _deadline(does: rules.Deadline) -> Iterator[Fault]:
    repeated = does.window is not None and does.day is not None
    half = (does.window is None) != (does.day is None)
    if half or repeated == (does.on is not None):
        yield (), "要么写一个日期（on），要么写周期和日子（window、day）"
    if does.window is not None:
        yield from _among("window", does.window, tuple(Window))
    if does.day is not None and not 1 <= does.day <= MONTH_END:
        yield ("day",), f"没有{does.day}日"


def _classes(does: rules.PointsClasses) -> Iterator[Fault]:
    yield from _among("restart", does.restart, ("yearly", "never"))
    seen: dict[str, str] = {}
    for k, one in enumerate(does.classes):
        for n, category in enumerate(one.categories):
            if category in seen:
                message = f"类别“{category}”已在“{seen[category]}”里，不能两张表都用"
                yield ("classes", k, "categories", n), message
            seen[category] = one.title


def _item(does: rules.PointsItem) -> Iterator[Fault]:
    yield from _among("overshoot", does.overshoot, ("clip", "allow_last", "drop_last"))
    if does.cap <= 0:
        yield ("cap",), "上限要大于零"
    seen: set[str] = set()
    for n, part in enumerate(does.parts):
        for pointer, message in _part(part):
            yield ("parts", n, *pointer), message
        if part.id in seen:
            yield ("parts", n, "id"), f"分项“{part.id}”写了两次"
        seen.add(part.id)
    for n, part in enumerate(does.parts):
        for k, other in enumerate(part.unless):
            if other == part.id or other not in seen:
                yield ("parts", n, "unless", k), f"本积分项没有别的分项叫“{other}”"


def _part(part: rules.PointsPart) -> Iterator[Fault]:
    yield from _among("counts", part.counts, COUNTS)
    yield from _among("once_for", part.once_for, ("period", "ever"))
    yield from _among("task_entries", part.task_entries, ("exclude", "include"))
    for name, rate in part.rates.items():
        if rate < 0:
            yield ("rates", name), "分值不能小于零"
    if part.cap is not None and part.cap <= 0:
        yield ("cap",), "上限要大于零"
    if part.counts == "reactions":
        yield from _among("direction", part.direction, ("received", "given", "both"))
    if part.counts == "replies" and not part.areas:
        yield ("areas",), "没有写回复的是哪一类"


def _levels(does: rules.Levels) -> Iterator[Fault]:
    yield from _among("rounding", does.rounding, ("floor", "half_up", "ceil"))
    yield from _least("stars_per_diamond", does.stars_per_diamond, 1)
    yield from _least("max_diamonds", does.max_diamonds, 1)
    if does.star <= 0:
        yield ("star",), "一颗星的分数要大于零"


SHARES = (
    "not_local",
    "civil_servant",
    "to_35",
    "over_35_without_role",
    "over_45",
    "met_by_reporting",
    "bound",
)
COUNTS = ("partners", "bound", "activities", "study_tasks", "replies", "reactions", "shares")

CHECKS: dict[type[Measure | None], Callable[[Any], Iterator[Fault]]] = {
    rules.PartnerQuota: _quota,
    rules.PartnerShare: _share,
    rules.PartnerSpread: _spread,
    rules.Pairing: _pairing,
    rules.LinkQuota: _link,
    rules.Channels: _channels,
    rules.AccountName: _account,
    rules.Group: _group,
    rules.ActivityCount: _count,
    rules.Presence: _presence,
    rules.Campaign: _campaign,
    rules.Deadline: _deadline,
    rules.PointsClasses: _classes,
    rules.PointsItem: _item,
    rules.Levels: _levels,
}
