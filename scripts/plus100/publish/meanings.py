"""What each published field means, in which unit it counts and when it is ``null``: one or two plain
sentences a field, by type and name. ``schema`` writes them into the published schemas.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plus100.measure import labels, reasons
from plus100.publish.labels import FORCE, KINDS, recorded

Meanings = Mapping[str, Mapping[str, str]]
"""Type → field (as published) → its description."""


def listed(codes: Mapping[Any, str]) -> str:
    """Codes with their labels: ``met 达标；short 未达标``."""
    return "；".join(f"{code} {label}" for code, label in codes.items())


_REASON = f"没有要说明的为空。可能的代码：{listed(reasons.LABELS)}。"
_COUNT_UNIT = f"have、need、short 数的是什么：{listed(labels.UNITS)}。"
_RULE = "规则的代号，在同一规则版本里不重复。"
_CADRE = "单位代号/团干部代号，在同一命名空间里不重复。"
_UNIT = "单位的代号，在同一命名空间里不重复。"
_EDITION = "规则版本的代号，例如 shandong-2017。"
_CLASS = f"积分类别的代号，由规则版本规定，常见的有：{listed(labels.CLASSES)}。"
_AS_OF = "统计到这一天，含当天。"
_COMMIT = "记录所在的 Git 提交，完整的十六进制编号；记录有未提交的修改或不在 Git 中时为 null。"
_RAW = "没有受上限限制的得分，单位：分。"
_COUNTED = "按小项和积分项的上限截取以后的得分，单位：分。"
_HAVE = "到截至日期已有的数量，计数单位见 unit。"
_DAYS = "写成“n/m”：这一期 m 天里任职（或规定生效）n 天。全期都在的为空。"
_NAME = "按本人选择公布：全名、姓氏加“某”，或“姓名不公开”。"

MEANINGS: Meanings = {
    "SeasonView": {
        "namespace": "产生这份数据的仓库，各仓库的数据汇总时用来区分来源。",
        "as_of": _AS_OF,
        "commit": _COMMIT,
        "records_digest": "全部有效记录内容的摘要，32 位十六进制；"
        "内容不变，摘要不变，用来核对数据出自同一份记录。",
        "policy_digest": "全部规则版本和解读的摘要，32 位十六进制；用来核对数据按同一套规则算出。",
        "cadres": "每人一项，含不参加考核的；按 id 排列。",
        "units": "每个单位一项，按 id 排列。",
        "boards": "本年的排行榜，积分规则和类别的每个组合一张。",
        "history": "以往各年的排行榜，按当年年底计算，按年度列出。",
    },
    "CadreView": {
        "id": _CADRE + "一人有几段任职的，是截至日期所在的那一段。",
        "person": "同一人的几段任职用同一个代号。",
        "name": _NAME,
        "unit": _UNIT,
        "category": f"{listed(recorded('category'))}。截至日期没有岗位时为 null。",
        "class": _CLASS + "没有积分类别时为 null。",
        "policy": _EDITION + "截至日期没有适用的规则版本时为 null。",
        "reason": "状态不是 assessed 的原因，或数字不全的原因。" + _REASON,
        "points": "本年的积分。不参加考核，或所适用的规则没有积分时为 null，原因见 points_reason。",
        "points_reason": "没有积分或没有星级的原因。" + _REASON,
        "level": "由总分换算的钻和星。没有积分，或规则没有规定星级时为 null。",
        "quotas": "规则提出的各项数量要求和完成情况；不参加考核的没有。",
        "ratios": "规则对所联系青年的构成提出的比例；不参加考核的没有。",
        "ranks": "在本年排行榜上的名次。不在榜上时为 null。",
        "tallies": f"本年做了多少，代号 → 数量：{listed(labels.TALLIES)}。"
        "青年是截至日期的人数，其余从 1 月 1 日算起。",
    },
    "PointsView": {
        "total": "各积分项计入得分之和，单位：分。",
        "cap": "各积分项上限之和，单位：分。",
        "year": "每年 1 月 1 日重新计分，这里是哪一年。",
        "items": "规则里的每一个积分项，没有得分的也列出。",
    },
    "ItemView": {
        "id": f"积分项的代号，由规则版本规定，常见的有：{listed(labels.ITEMS)}。",
        "raw": _RAW,
        "cap": "这一项最多计多少分。",
        "counted": _COUNTED,
        "to_gain": "上限减去计入得分，单位：分。",
        "parts": "这一项由哪些小项合成，至少一个。",
        "basis": "这一项按哪条规则计算。",
    },
    "PartView": {
        "id": f"小项的代号，由规则版本规定，常见的有：{listed(labels.PARTS)}。",
        "raw": _RAW,
        "cap": "这一小项最多计多少分；没有单独的上限时为 null，只受积分项上限限制。",
        "counted": _COUNTED,
    },
    "LevelView": {
        "diamonds": "四颗星合成一钻，最多五钻（以规则为准）。",
        "stars": "合成钻以后余下的星。",
        "next_at": "总分达到多少时再得一颗星，单位：分。已到最高时为 null。",
    },
    "QuotaView": {
        "id": _RULE,
        "have": _HAVE,
        "need": "要求的数量，计数单位见 unit。规则没有规定数量时为 null。",
        "short": "还差的数量，计数单位见 unit；已经够了，或没有规定数量的为 0。",
        "unit": _COUNT_UNIT,
        "due": "应当在哪一天以前（含当天）完成。没有期限时为 null。",
        "window": "现在这一期的第一天和最后一天。不分期的要求为 null。",
        "note": "为什么是这个状态。" + _REASON,
        "days": _DAYS,
        "missing": "还缺的种类的代号，例如活动主题、青年领域、平台；不要求种类的为空列表。",
        "windows": "本年已经开始的各期，从早到晚，最后一期是现在这一期；不分期的为空列表。",
        "basis": "这项要求出自哪条规则。",
    },
    "WindowView": {
        "first": "这一期的第一天。",
        "last": "这一期的最后一天，含当天。",
        "have": "这一期里已有的数量，计数单位同所属的要求。",
        "need": "这一期要求的数量，计数单位同所属的要求。",
        "note": "为什么是这个状态。" + _REASON,
        "days": _DAYS,
    },
    "RatioView": {
        "id": _RULE,
        "whole": "正在联系的青年人数，也是比例的分母；因人数少而不公布分子时，分母照常公布。",
        "limit": "界限，写成分数，例如 1/5。规则没有规定时为 null。",
        "unrecorded": "没有登记这一项的青年人数，他们也在分母里。人数少而不公布时为 null。",
        "suppressed": "为 true 时，为免认出个人，part 和 unrecorded 不公布。",
        "note": "为什么是这个状态。" + _REASON,
        "basis": "这个比例出自哪条规则。",
    },
    "RanksView": {
        "overall": "在整张排行榜上的名次。",
        "unit": "在本单位同一排行榜的人里的名次。",
        "subtrees": "单位代号 → 在这个单位和它全部下级里的名次；本单位和每一个上级单位各一项。",
    },
    "RankView": {
        "place": "从 1 起；同分同名次，后面的名次空出（1、2、2、4）。",
        "of": "一起排名的人数。",
    },
    "Basis": {
        "edition": _EDITION,
        "rule": _RULE,
        "title": "规则的中文名称。",
        "force": f"文件对这一条的要求程度：{listed(FORCE)}。",
        "sources": "这条规则出自哪些文件的哪些条款。",
        "readings": "文件没写清、由解读定下的地方，写解读的编号，例如 X40；没有的为空列表。",
    },
    "Clause": {
        "document": "文件在规则版本里的代号。",
        "clause": "文件里的位置，例如“附件2第一部分第2项”。",
    },
    "UnitView": {
        "id": _UNIT,
        "name": "截至日期的名称；档案有误的写代号。",
        "level": f"{listed(recorded('level'))}。单位档案有误时为 null。",
        "reason": "档案没有错误的为空；at_fault 表示档案有误，本单位的团干部暂不计入。",
        "parent": "截至日期的上级单位的代号。最上级单位为 null。",
        "policy": _EDITION + "截至日期没有适用的，或单位档案有误时为 null。",
        "own": "只算本单位的团干部。",
        "subtree": "本单位和全部下级单位的团干部合在一起算。",
    },
    "ScopeView": {
        "reported": "有没有人联系青年或记过日志。为 false 时，各数字是“没有报送”，不是零。",
        "cadres": f"状态 → 人数：{listed(labels.CADRE_STATUS)}。没有人的状态不列。",
        "indicators": f"指标代号 → 分子与分母：{listed(labels.INDICATORS)}。只算参加考核的。",
        "quotas": f"规则代号 → 状态 → 团干部人数：{listed(labels.QUOTA_STATUS)}。只算参加考核的。",
        "withheld": "因为有错误而暂不计入的记录条数。",
    },
    "IndicatorView": {
        "part": "人数、次数或分数之和，单位由指标决定。",
        "whole": "分母里的团干部人数；为 0 时算不出平均数。",
    },
    "BoardView": {
        "edition": _EDITION,
        "class": _CLASS,
        "year": "哪一年的积分。",
        "as_of": "计算到哪一天；以往各年是当年的 12 月 31 日。",
        "rows": "按名次排列，同分的按团干部代号。",
    },
    "RowView": {
        "place": "从 1 起；同分同名次，后面的名次空出。",
        "cadre": _CADRE + "以往各年的榜上是当年的那一段任职。",
        "name": _NAME,
        "unit": "当时所在单位的代号。",
        "total": "当年的总分，单位：分。",
        "diamonds": "钻的个数。规则没有规定星级时为 null。",
        "stars": "合成钻以后余下的星的个数。规则没有规定星级时为 null。",
    },
    "DossierView": {
        "as_of": _AS_OF,
        "commit": _COMMIT,
        "cadre": "与总数据（score.schema.json）里的同一项相同。",
        "points": "积分项代号/小项代号 → 得分由哪些记录合成。各条之和等于小项的得分。没有积分的为空。",
        "quotas": "规则代号 → 由哪些记录合成。没有记录的要求不列。",
        "calendar": "本年的日期 → 当天的日志条数；没有日志的日子不列。",
    },
    "TraceView": {
        "lines": "一条条列出的日志，按日期排列。",
        "counts": "只公布个数的：青年、账号、所联系的组织，和没有计入的日志。",
    },
    "TraceLine": {
        "entry": "日志条目的编号：日期和一个随机后缀。",
        "day": "事情发生的日期。没有日期时为 null。",
        "type": f"{listed(recorded('entry_type'))}。",
        "title": "记录人写的标题；没有标题的为空。",
        "raw": _RAW + "在要求的轨迹里是数量。",
        "counted": "其中计入的；在要求的轨迹里是数量。",
        "why": "全部计入的为空。" + _REASON,
    },
    "TraceCount": {
        "kind": f"数的是什么：{listed(KINDS)}。",
        "count": "这样的记录有几条。",
        "raw": _RAW + "在要求的轨迹里是数量。",
        "counted": "其中计入的；在要求的轨迹里是数量。",
        "why": "全部计入的为空。" + _REASON,
    },
}
