"""The published trace of one cadre: log entries one by one, everything else as counts."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from plus100.publish.views import CadreView, Counted, Day, Raw, View

Why = Annotated[str, Meta(title="没有全部计入的原因代码")]


class TraceLine(View, frozen=True, kw_only=True):
    """One log entry within a figure."""

    entry: Annotated[str, Meta(title="条目编号")]
    day: Annotated[Day | None, Meta(title="日期")]
    type: Annotated[str, Meta(title="记录类型")]
    title: Annotated[str, Meta(title="标题")]
    raw: Raw
    counted: Counted
    why: Why


class TraceCount(View, frozen=True, kw_only=True):
    """Records that are published only as a count: partners, accounts and the like."""

    kind: Annotated[str, Meta(title="种类")]
    count: Annotated[int, Meta(title="个数")]
    raw: Raw
    counted: Counted
    why: Why


class TraceView(View, frozen=True, kw_only=True):
    """What a figure was made of."""

    lines: Annotated[tuple[TraceLine, ...], Meta(title="逐条记录")]
    counts: Annotated[tuple[TraceCount, ...], Meta(title="合并计数")]


class DossierView(View, frozen=True, kw_only=True):
    """One cadre with the full trace; the JSON file that a cadre's page links to."""

    as_of: Annotated[Day, Meta(title="截至日期")]
    commit: Annotated[str | None, Meta(title="提交")]
    cadre: Annotated[CadreView, Meta(title="干部")]
    points: Annotated[dict[str, TraceView], Meta(title="积分轨迹", description="积分项/小项 → 轨迹")]
    quotas: Annotated[dict[str, TraceView], Meta(title="要求的轨迹", description="规则 → 轨迹")]
    calendar: Annotated[dict[Day, int], Meta(title="活动日历", description="日期 → 记录条数")]
