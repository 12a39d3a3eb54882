"""What a receipt says, as types: ``plus100 review --format json`` and its schema are made of these. Exact
numbers are decimal text, dates ISO text. ``null`` means that there is no such figure on that side.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from plus100.core.findings import Finding, Location, Severity
from plus100.publish.views import View


class Moved(View, frozen=True, kw_only=True):
    """A figure on both sides."""

    before: Annotated[str | None, Meta(title="之前")]
    after: Annotated[str | None, Meta(title="之后")]


class ItemEffect(View, frozen=True, kw_only=True):
    """One points item that differs."""

    id: Annotated[str, Meta(title="积分项代号")]
    counted: Annotated[Moved, Meta(title="计入得分")]
    raw: Annotated[Moved, Meta(title="封顶前得分")]
    cap: Annotated[str, Meta(title="上限")]


class DemandEffect(View, frozen=True, kw_only=True):
    """One demand that differs or is not met yet."""

    id: Annotated[str, Meta(title="规则代号")]
    title: Annotated[str, Meta(title="规则名称")]
    status: Annotated[Moved, Meta(title="状态")]
    have: Annotated[Moved, Meta(title="已有")]
    need: Annotated[str | None, Meta(title="要求")]
    short: Annotated[str, Meta(title="还差")]
    unit: Annotated[str, Meta(title="计量单位")]
    due: Annotated[str | None, Meta(title="期限")]

    @property
    def is_same(self) -> bool:
        """Whether nothing about it has changed."""
        return self.status.before == self.status.after and self.have.before == self.have.after


class ShareEffect(View, frozen=True, kw_only=True):
    """One share that crosses its limit."""

    id: Annotated[str, Meta(title="规则代号")]
    title: Annotated[str, Meta(title="规则名称")]
    status: Annotated[Moved, Meta(title="状态")]
    share: Annotated[Moved, Meta(title="比例", description="分子/分母")]
    limit: Annotated[str | None, Meta(title="界限")]


class CadreEffect(View, frozen=True, kw_only=True):
    """What becomes of one cadre."""

    id: Annotated[str, Meta(title="团干部代号")]
    name: Annotated[str, Meta(title="公布的姓名")]
    status: Annotated[Moved, Meta(title="状态")]
    points: Annotated[Moved, Meta(title="积分")]
    level: Annotated[Moved, Meta(title="星级", description="钻数.星数")]
    rank: Annotated[Moved, Meta(title="名次", description="名次/人数；没有计算名次时为空")]
    items: Annotated[tuple[ItemEffect, ...], Meta(title="有变化的积分项")]
    demands: Annotated[tuple[DemandEffect, ...], Meta(title="有变化或还没有达到的要求")]
    shares: Annotated[tuple[ShareEffect, ...], Meta(title="越过界限的比例")]


class FindingView(View, frozen=True, kw_only=True):
    """One finding."""

    code: Annotated[str, Meta(title="检查项目代号")]
    severity: Annotated[str, Meta(title="轻重")]
    path: Annotated[str, Meta(title="文件")]
    line: Annotated[int | None, Meta(title="行")]
    column: Annotated[int | None, Meta(title="列")]
    message: Annotated[str, Meta(title="问题")]
    fix: Annotated[str, Meta(title="改法")]
    snippet: Annotated[str, Meta(title="改好的样子")]


def finding_of(view: FindingView) -> Finding:
    """The finding that a view shows, for whoever prints findings."""
    where = Location(path=view.path, line=view.line, column=view.column)
    return Finding(
        code=view.code,
        message=view.message,
        fix=view.fix,
        where=where,
        severity=Severity(view.severity),
        snippet=view.snippet,
    )


class EditCount(View, frozen=True, kw_only=True):
    """How many records of one kind a change adds, changes or removes."""

    thing: Annotated[str, Meta(title="内容")]
    owner: Annotated[str, Meta(title="属于", description="团干部或单位的代号")]
    op: Annotated[str, Meta(title="操作")]
    count: Annotated[int, Meta(title="条数")]
    listed: Annotated[tuple[str, ...], Meta(title="代号", description="最多列三个")]


class Agreement(View, frozen=True, kw_only=True):
    """Who agreed to what needed a second person."""

    thing: Annotated[str, Meta(title="内容")]
    person: Annotated[str, Meta(title="人员代号")]


class Receipt(View, frozen=True, kw_only=True):
    """The report on one change."""

    base: Annotated[str, Meta(title="目标提交")]
    fork: Annotated[str, Meta(title="改动的起点")]
    head: Annotated[str, Meta(title="检查的提交")]
    committed: Annotated[str, Meta(title="提交时间")]
    checked: Annotated[str, Meta(title="检查的日期")]
    as_of: Annotated[str | None, Meta(title="统计截止日期")]
    person: Annotated[str | None, Meta(title="提交的人")]
    judged: Annotated[bool, Meta(title="是否查过权限")]
    passes: Annotated[bool, Meta(title="是否通过")]
    refusals: Annotated[tuple[FindingView, ...], Meta(title="不能改的")]
    agreements: Annotated[tuple[Agreement, ...], Meta(title="另一人已同意的")]
    findings: Annotated[tuple[FindingView, ...], Meta(title="这次改动的问题")]
    older: Annotated[tuple[FindingView, ...], Meta(title="以前就有的问题")]
    waived: Annotated[tuple[FindingView, ...], Meta(title="已豁免的问题")]
    mended: Annotated[int, Meta(title="这次改好的问题数")]
    files: Annotated[int, Meta(title="改动的文件数")]
    edits: Annotated[tuple[EditCount, ...], Meta(title="改动的内容")]
    cadres: Annotated[tuple[CadreEffect, ...], Meta(title="对团干部的影响")]
    looked_at: Annotated[int, Meta(title="计算过的人数")]
    up: Annotated[int, Meta(title="积分增加的人数")]
    down: Annotated[int, Meta(title="积分减少的人数")]
    passed: Annotated[int, Meta(title="积分没有变化、名次有变化的人数")]
    whole: Annotated[bool, Meta(title="是否检查了全部记录")]
