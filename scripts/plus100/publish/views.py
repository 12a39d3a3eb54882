"""The published types: all that leaves the repository. ``score --format json``, the site's data files
and every page are made of these and of nothing else.

Exact numbers are decimal text (``"31.9"``), dates ISO text, counts integers. Field titles are
Chinese because they become the published schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from plus100.measure import labels, reasons

Exact = Annotated[
    str, Meta(pattern=r"^-?\d+(\.\d+)?$", title="精确数", description="十进制文本，不经浮点数")
]
Raw = Annotated[Exact, Meta(title="封顶前得分")]
Counted = Annotated[Exact, Meta(title="计入得分")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", title="日期")]


def _one_of(statuses: Mapping[str, str]) -> Meta:
    """A status: one of these codes, each with its label."""
    said = "；".join(f"{code} {label}" for code, label in statuses.items())
    return Meta(title="状态", description=said, extra_json_schema={"enum": list(statuses)})


CadreStatus = Annotated[str, _one_of(labels.CADRE_STATUS)]
QuotaStatus = Annotated[str, _one_of(labels.QUOTA_STATUS)]
RatioStatus = Annotated[str, _one_of(labels.RATIO_STATUS)]


_FAULTS = "空的没有要说明的；因错误而数字不全的：" + "；".join(
    f"{code} {reasons.label(code)}"
    for code in (reasons.AT_FAULT, reasons.OTHER_AT_FAULT, reasons.RULE_AT_FAULT)
)


class View(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything published."""


class Clause(View, frozen=True, kw_only=True):
    """Where a rule stands."""

    document: Annotated[str, Meta(title="文件", description="文件代号")]
    clause: Annotated[str, Meta(title="条款")]


class Basis(View, frozen=True, kw_only=True):
    """The rule that a figure rests on."""

    edition: Annotated[str, Meta(title="规则版本")]
    rule: Annotated[str, Meta(title="规则代号")]
    title: Annotated[str, Meta(title="规则名称")]
    force: Annotated[
        str, Meta(title="力度", description="must 应、principle 原则上、may 可、suggest 建议、fact 说明")
    ]
    sources: Annotated[tuple[Clause, ...], Meta(title="出处")]
    readings: Annotated[tuple[str, ...], Meta(title="所依据的解读")] = ()


class PartView(View, frozen=True, kw_only=True):
    """One part of a points item."""

    id: Annotated[str, Meta(title="小项代号")]
    raw: Raw
    cap: Annotated[Exact | None, Meta(title="小项上限")]
    counted: Counted


class ItemView(View, frozen=True, kw_only=True):
    """One points item."""

    id: Annotated[str, Meta(title="积分项代号")]
    raw: Raw
    cap: Annotated[Exact, Meta(title="上限")]
    counted: Counted
    to_gain: Annotated[Exact, Meta(title="还可以得到的分")]
    parts: Annotated[tuple[PartView, ...], Meta(title="小项")]
    basis: Annotated[Basis, Meta(title="依据")]


class PointsView(View, frozen=True, kw_only=True):
    """The points of one person in one year."""

    total: Annotated[Exact, Meta(title="总分")]
    cap: Annotated[Exact, Meta(title="满分")]
    year: Annotated[int, Meta(title="年度")]
    items: Annotated[tuple[ItemView, ...], Meta(title="积分项")]


class LevelView(View, frozen=True, kw_only=True):
    """Diamonds and the stars left over."""

    diamonds: Annotated[int, Meta(title="钻数")]
    stars: Annotated[int, Meta(title="星数")]
    next_at: Annotated[Exact | None, Meta(title="升到下一颗星的总分")]


class WindowView(View, frozen=True, kw_only=True):
    """One window of a repeated demand."""

    first: Annotated[Day, Meta(title="起")]
    last: Annotated[Day, Meta(title="止")]
    status: QuotaStatus
    have: Annotated[Exact, Meta(title="已有")]
    need: Annotated[Exact, Meta(title="需要")]
    note: Annotated[str, Meta(title="说明代码")]
    days: Annotated[str, Meta(title="任职天数／这一期的天数")]


class QuotaView(View, frozen=True, kw_only=True):
    """A demand on a cadre."""

    id: Annotated[str, Meta(title="规则代号")]
    status: QuotaStatus
    have: Annotated[Exact, Meta(title="已有")]
    need: Annotated[Exact | None, Meta(title="需要")]
    short: Annotated[Exact, Meta(title="还差")]
    unit: Annotated[str, Meta(title="计数单位")]
    due: Annotated[Day | None, Meta(title="截止日期")]
    window: Annotated[tuple[Day, Day] | None, Meta(title="这一期的起止")]
    note: Annotated[str, Meta(title="说明代码")]
    days: Annotated[str, Meta(title="任职天数／这一期的天数")]
    missing: Annotated[tuple[str, ...], Meta(title="还没有的")]
    windows: Annotated[tuple[WindowView, ...], Meta(title="本年各期")]
    basis: Annotated[Basis, Meta(title="依据")]


class RatioView(View, frozen=True, kw_only=True):
    """A share among active partners; both numbers, or neither where a cell is small."""

    id: Annotated[str, Meta(title="规则代号")]
    status: RatioStatus
    part: Annotated[Exact | None, Meta(title="分子", description="人数为 1 至 4 时不公布，为 null")]
    whole: Annotated[int, Meta(title="分母")]
    limit: Annotated[str | None, Meta(title="界限", description="分数，如 1/5")]
    bound: Annotated[
        str, Meta(title="界限的方向", description="at_most 不超过、more_than 超过、none 未规定")
    ]
    unrecorded: Annotated[int | None, Meta(title="没有登记这一项的人数")]
    suppressed: Annotated[bool, Meta(title="因人数少而不公布")]
    note: Annotated[str, Meta(title="说明代码")]
    basis: Annotated[Basis, Meta(title="依据")]


class RankView(View, frozen=True, kw_only=True):
    """Place among so many; ties share a place."""

    place: Annotated[int, Meta(title="名次")]
    of: Annotated[int, Meta(title="参加排名的人数")]


class RanksView(View, frozen=True, kw_only=True):
    """Places on the same class's board: everybody, the own unit, each unit above with all below it."""

    overall: Annotated[RankView, Meta(title="全部")]
    unit: Annotated[RankView, Meta(title="本单位")]
    subtrees: Annotated[dict[str, RankView], Meta(title="各上级单位（含下级）")]


class CadreView(View, frozen=True, kw_only=True):
    """One cadre."""

    id: Annotated[str, Meta(title="团干部代号", description="单位/团干部")]
    person: Annotated[str, Meta(title="人员代号")]
    name: Annotated[str, Meta(title="公布的姓名")]
    unit: Annotated[str, Meta(title="单位代号")]
    category: Annotated[str | None, Meta(title="干部类别")]
    class_: Annotated[str | None, Meta(title="积分类别")] = msgspec.field(name="class")
    policy: Annotated[str | None, Meta(title="规则版本")]
    status: CadreStatus
    reason: Annotated[str, Meta(title="状态原因代码", description=_FAULTS)]
    points: Annotated[PointsView | None, Meta(title="积分")]
    points_reason: Annotated[str, Meta(title="没有积分的原因代码", description=_FAULTS)]
    level: Annotated[LevelView | None, Meta(title="星级")]
    quotas: Annotated[tuple[QuotaView, ...], Meta(title="数量要求")]
    ratios: Annotated[tuple[RatioView, ...], Meta(title="比例")]
    ranks: Annotated[RanksView | None, Meta(title="名次")]
    tallies: Annotated[dict[str, int], Meta(title="本年计数")]


class IndicatorView(View, frozen=True, kw_only=True):
    """A numerator and its denominator, never the mean alone."""

    part: Annotated[Exact, Meta(title="分子")]
    whole: Annotated[int, Meta(title="分母")]


class ScopeView(View, frozen=True, kw_only=True):
    """A unit's figures, alone or with all below it."""

    reported: Annotated[bool, Meta(title="已有报送")]
    cadres: Annotated[dict[str, int], Meta(title="各状态的团干部人数")]
    indicators: Annotated[dict[str, IndicatorView], Meta(title="指标")]
    quotas: Annotated[
        dict[str, dict[str, int]], Meta(title="各项要求的达标情况", description="规则 → 状态 → 团干部人数")
    ]
    withheld: Annotated[int, Meta(title="暂不计入的记录数")]


class UnitView(View, frozen=True, kw_only=True):
    """One unit: ``own`` alone, ``subtree`` with all below it. Of one whose record is at fault, as
    ``reason`` says, only the id and its place are known.
    """

    id: Annotated[str, Meta(title="单位代号")]
    name: Annotated[str, Meta(title="单位名称")]
    level: Annotated[str | None, Meta(title="层级", description="单位档案有误时为 null")]
    reason: Annotated[str, Meta(title="暂不计入的原因代码", description="档案没有错误的，为空")]
    parent: Annotated[str | None, Meta(title="上级单位")]
    policy: Annotated[str | None, Meta(title="规则版本")]
    own: Annotated[ScopeView, Meta(title="本单位")]
    subtree: Annotated[ScopeView, Meta(title="本单位及下级")]


class RowView(View, frozen=True, kw_only=True):
    """One row of a board."""

    place: Annotated[int, Meta(title="名次")]
    cadre: Annotated[str, Meta(title="团干部代号")]
    name: Annotated[str, Meta(title="公布的姓名")]
    unit: Annotated[str, Meta(title="单位代号")]
    total: Annotated[Exact, Meta(title="总分")]
    diamonds: Annotated[int | None, Meta(title="钻数")]
    stars: Annotated[int | None, Meta(title="星数")]


class BoardView(View, frozen=True, kw_only=True):
    """One board: a points edition, a class, a year."""

    edition: Annotated[str, Meta(title="积分规则所在的规则版本")]
    class_: Annotated[str, Meta(title="积分类别")] = msgspec.field(name="class")
    year: Annotated[int, Meta(title="年度")]
    as_of: Annotated[Day, Meta(title="截至日期")]
    rows: Annotated[tuple[RowView, ...], Meta(title="名次表")]


class SeasonView(View, frozen=True, kw_only=True):
    """Everything published of one season."""

    namespace: Annotated[str, Meta(title="命名空间", description="各仓库汇总时用来区分来源")]
    as_of: Annotated[Day, Meta(title="截至日期")]
    commit: Annotated[
        str | None, Meta(title="提交", description="记录有未提交的修改或不在 Git 中时为 null")
    ]
    records_digest: Annotated[str, Meta(title="记录摘要")]
    policy_digest: Annotated[str, Meta(title="规则摘要")]
    cadres: Annotated[tuple[CadreView, ...], Meta(title="干部")]
    units: Annotated[tuple[UnitView, ...], Meta(title="单位")]
    boards: Annotated[tuple[BoardView, ...], Meta(title="本年排行榜")]
    history: Annotated[tuple[BoardView, ...], Meta(title="历史殿堂")]
