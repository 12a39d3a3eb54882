"""What a rule says, in plain Chinese, from its measure and parameters alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from plus100.core.points import text
from plus100.ledger.policy import rules
from plus100.ledger.policy.rules import Applies, Measure, Rule
from plus100.publish.labels import recorded

WINDOWS = MappingProxyType(
    {"month": "每月", "two_months": "每两个月", "quarter": "每季度", "half_year": "每半年", "year": "每年"}
)
FORMS = MappingProxyType({"any": "", "online": "线上", "offline": "线下"})
SHARES = MappingProxyType(
    {
        "not_local": "外地青年",
        "civil_servant": "公务员",
        "to_35": "35岁及以下的青年",
        "over_35_without_role": "36岁以上、没有写明放宽身份的青年",
        "over_45": "46岁及以上的青年",
        "met_by_reporting": "在“8+4”“4+1”“走转改”中认识的青年",
        "bound": "已绑定的青年",
    }
)
DENOMINATORS = MappingProxyType({"active": "在联系青年", "quota": "要求人数"})
SPREAD = MappingProxyType({"field": "领域", "met": "认识途径"})
OVERSHOOT = MappingProxyType(
    {"clip": "超出的部分不计", "allow_last": "最后一次全计", "drop_last": "最后一次超出就不计"}
)
ROUNDING = MappingProxyType({"floor": "零头舍去", "half_up": "零头四舍五入", "ceil": "有零头就进一"})
COUNTS = MappingProxyType(
    {
        "partners": "在联系的青年每名",
        "bound": "已绑定的青年每名",
        "activities": "活动每次",
        "study_tasks": "任务清单里的每项（同一项只计一次）",
        "replies": "回复每次",
        "reactions": "点赞或留言每次",
        "shares": "分享的文章每篇",
    }
)
AREAS = MappingProxyType({"own": "自己联系青年的提问", "hero": "英雄帖", "wish": "微心愿"})
DIRECTIONS = MappingProxyType(
    {"received": "青年给团干部的", "given": "团干部给青年的", "both": "双方互给的"}
)
Names = Mapping[str, str]
FACTS = MappingProxyType(
    {
        "field": "领域",
        "industry": "行业",
        "occupation": "职业",
        "local": "是否本地",
        "civil_servant": "是否公务员",
        "age": "年龄段",
        "met": "认识途径",
    }
)


def listed(kind: str, codes: Iterable[str]) -> str:
    """Labels of recorded codes, parted as Chinese does."""
    known = recorded(kind)
    return "、".join(known.get(code, code) for code in codes)


def whom(applies: Applies) -> str:
    """Whom a rule concerns."""
    people = listed("category", applies.categories) if applies.categories else "全部类别"
    places = listed("level", applies.levels) if applies.levels else "各级单位"
    return f"{people}团干部；{places}" if applies.categories else f"{people}的团干部；{places}"


def sentences(rule: Rule, names: Names) -> tuple[str, ...]:
    """What the rule demands or says, in a few sentences; ``names`` are the titles of the edition's themes
    and points classes.
    """
    if rule.does is None:
        return ()
    return tuple(one for one in SAY[type(rule.does)](rule.does, names) if one)


def day(value: date) -> str:
    """``2017年5月3日``."""
    return f"{value.year}年{value.month}月{value.day}日"


def share(value: str) -> str:
    """``1/5`` → ``20%``; a fraction without a short percentage as it is."""
    percent = Fraction(value) * 100
    if percent.denominator in {1, 2, 4, 5, 10}:
        return f"{text(Decimal(percent.numerator) / percent.denominator)}%"
    return value


def _coverage(does: rules.Coverage, _: Names) -> Iterable[str]:
    yield f"适用于：{listed('category', does.categories)}。"
    yield "军队和武警部队也在内。" if does.military else "军队和武警部队另有办法，不在内。"


def _exemptions(does: rules.Exemptions, _: Names) -> Iterable[str]:
    labels = recorded("exemption_reason")
    for reason in does.reasons:
        least = f"，至少{reason.at_least_months}个月" if reason.at_least_months else ""
        yield f"{labels.get(reason.reason, reason.reason)}{least}。"
    yield "都要本单位主要领导批准。" if does.needs_approval else "不需要批准。"


def _quota(does: rules.PartnerQuota, _: Names) -> Iterable[str]:
    yield f"至少联系{does.at_least}名青年。" if does.at_least is not None else "文件没有规定人数。"
    if does.own_quota:
        yield "本单位可以另定人数，写明出处。"
    if does.by is not None:
        yield f"首次达到的期限：{day(does.by)}（含）。"
    yield "搬走后仍联系的青年" + (
        "单列，不算进人数。" if does.kept_moved_away == "apart" else "照常算进人数。"
    )


def _share(does: rules.PartnerShare, _: Names) -> Iterable[str]:
    of = f"{SHARES.get(does.of, does.of)}占{DENOMINATORS.get(does.denominator, does.denominator)}的比例"
    if does.at_most is not None:
        yield _most(of, does)
    elif does.more_than is not None:
        yield f"{of}要多于{share(does.more_than)}。"
    else:
        yield f"{of}：只显示，不设界限。"


def _most(of: str, does: rules.PartnerShare) -> str:
    limit = Fraction(does.at_most or "0/1")
    if limit == 1 and not does.inclusive:
        people = DENOMINATORS.get(does.denominator, does.denominator)
        return f"{people}不能全是{SHARES.get(does.of, does.of)}。"
    if not does.inclusive:
        return f"{of}要少于{share(str(does.at_most))}。"
    return f"{of}不超过{share(str(does.at_most))}（正好等于也可以）。" if limit else f"{of}应为零。"


def _spread(does: rules.PartnerSpread, _: Names) -> Iterable[str]:
    yield f"所联系的青年至少来自{does.at_least}个不同的{SPREAD.get(does.by, does.by)}。"


def _fields(does: rules.PartnerFields, _: Names) -> Iterable[str]:
    yield f"一般应包括：{listed('field', does.fields)}。"


def _pairing(does: rules.Pairing, _: Names) -> Iterable[str]:
    yield f"至少结对{does.at_least}名困难青年。"
    if does.at_most is not None:
        yield f"{'不得超过' if does.limit else '建议不超过'}{does.at_most}名。"


def _link(does: rules.LinkQuota, _: Names) -> Iterable[str]:
    yield f"至少固定联系{does.at_least}个{listed('link_kind', (does.kind,))}。"


def _channels(does: rules.Channels, _: Names) -> Iterable[str]:
    yield f"{listed('platform', does.any_of)}中至少用{does.at_least}种。"


def _account(does: rules.AccountName, _: Names) -> Iterable[str]:
    prefixed = does.form == "prefix_and_name"
    yield "账号名等于本单位的账号前缀加姓名。" if prefixed else "账号已实名注册。"


def _group(does: rules.Group, _: Names) -> Iterable[str]:
    size = f"，{'合计' if does.together else '每个'}至少{does.members}名青年" if does.members else ""
    titles = recorded("platform")
    kind = "或".join(titles.get(one, one) for one in does.platforms)
    yield f"至少建{does.groups}个{kind}群{size}。"
    if does.members:
        yield "群主计入人数。" if does.owner_counts else "群主不计入人数。"
    if does.due is not None:
        month, last = does.due.split("-")
        yield f"每年{int(month)}月{int(last)}日前（含）。"


def _count(does: rules.ActivityCount, names: Names) -> Iterable[str]:
    window = WINDOWS.get(does.window, does.window)
    what = f"{'面对面' if does.face_to_face else FORMS.get(does.form, does.form)}活动"
    if does.partners_more_than is not None:
        yield f"{window}在{what}中见到的青年，要多于在联系青年的{share(does.partners_more_than)}。"
    else:
        yield f"{window}至少{does.at_least}次{what}。"
    if does.themes:
        yield f"算这些主题：{'、'.join(names.get(one, one) for one in does.themes)}。"
        if len(does.themes) > 1:
            yield "每个主题至少一次。" if does.every_theme else "不要求每个主题都有，缺哪些会列出来。"
    yield "按固定的日历周期算。" if does.windows == "fixed" else "任何连续的这么长时间都要达到。"


def _presence(does: rules.Presence, _: Names) -> Iterable[str]:
    yield f"每个月说明：{listed('statement_kind', does.kinds)}。"
    yield "" if does.required else "只显示，不作要求。"


def _campaign(does: rules.Campaign, names: Names) -> Iterable[str]:
    if does.first and does.last:
        yield f"{day(does.first)}至{day(does.last)}。"
    elif does.months:
        yield f"每年{'、'.join(str(month) for month in does.months)}月。"
    else:
        yield "文件没有写日期。"
    if does.theme:
        yield f"期间的活动记作“{names.get(does.theme, does.theme)}”。"


def _deadline(does: rules.Deadline, _: Names) -> Iterable[str]:
    if does.on is not None:
        yield f"期限：{day(does.on)}（含）。"
    else:
        yield f"期限：{WINDOWS.get(does.window or '', '')}最后一个月的{does.day}日（含）。"
    if does.statement:
        yield f"以“{listed('statement_kind', (does.statement,))}”的说明为准。"


def _tasks(does: rules.TaskList, _: Names) -> Iterable[str]:
    yield f"共{len(does.tasks)}项：{'；'.join(task.title for task in does.tasks)}。"


def _themes(does: rules.Themes, _: Names) -> Iterable[str]:
    yield f"主题：{'、'.join(theme.title for theme in does.themes)}；都不合适的填“其他”。"


def _classes(does: rules.PointsClasses, _: Names) -> Iterable[str]:
    for one in does.classes:
        yield f"{one.title}：{listed('category', one.categories)}。"
    yield "每年1月1日重新计分。" if does.restart == "yearly" else "一直累计，不重新计分。"


def _item(does: rules.PointsItem, names: Names) -> Iterable[str]:
    yield f"上限{text(does.cap)}分，{OVERSHOOT.get(does.overshoot, does.overshoot)}。"
    for part in does.parts:
        yield _part(part, names)


def _part(part: rules.PointsPart, names: Names) -> str:
    what = COUNTS.get(part.counts, part.counts)
    if part.areas:
        what = f"回复{'、'.join(AREAS.get(one, one) for one in part.areas)}每次"
    if part.direction:
        what = f"{DIRECTIONS.get(part.direction, part.direction)}{what}"
    rates = set(part.rates.values())
    worth = "：" + "，".join(f"{names.get(name, name)}{text(rate)}分" for name, rate in part.rates.items())
    if len(rates) == 1:
        worth = f"{text(rates.pop())}分"
    extra = [
        f"须登记{'、'.join(FACTS.get(one, one) for one in part.requires)}" if part.requires else "",
        "同一个只计一次" if part.once else "",
        "往年计过的不再计" if part.once_for == "ever" else "",
        "同一问题在别的分项计过的不计" if part.unless else "",
        f"只算{'、'.join(names.get(one, one) for one in part.themes)}" if part.themes else "",
        "写明任务的不算" if part.counts == "activities" and part.task_entries == "exclude" else "",
        f"只对{listed('category', part.categories)}" if part.categories else "",
        f"至多{text(part.cap)}分" if part.cap is not None else "",
    ]
    return "，".join([f"{what}{worth}", *(one for one in extra if one)]) + "。"


def _levels(does: rules.Levels, _: Names) -> Iterable[str]:
    yield f"每{text(does.star)}分一颗星，{ROUNDING.get(does.rounding, does.rounding)}。"
    yield f"每{does.stars_per_diamond}颗星换一颗钻，至多{does.max_diamonds}颗钻。"


SAY: Mapping[type[Measure], Callable[[Any, Names], Iterable[str]]] = MappingProxyType(
    {
        rules.Coverage: _coverage,
        rules.Exemptions: _exemptions,
        rules.PartnerQuota: _quota,
        rules.PartnerShare: _share,
        rules.PartnerSpread: _spread,
        rules.PartnerFields: _fields,
        rules.Pairing: _pairing,
        rules.LinkQuota: _link,
        rules.Channels: _channels,
        rules.AccountName: _account,
        rules.Group: _group,
        rules.ActivityCount: _count,
        rules.Presence: _presence,
        rules.Campaign: _campaign,
        rules.Deadline: _deadline,
        rules.TaskList: _tasks,
        rules.Themes: _themes,
        rules.PointsClasses: _classes,
        rules.PointsItem: _item,
        rules.Levels: _levels,
    }
)
