"""Chinese labels of what is computed: items, parts, statuses, indicators. Codes that are *recorded*
(categories, themes, fields) have theirs in the schemas; reasons have theirs in ``measure.reasons``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Labels = Mapping[str, str]

ITEMS: Labels = MappingProxyType(
    {
        "partners": "联系人数",
        "activities": "活动开展",
        "study_tasks": "一学一做",
        "youth_voice": "青年之声",
        "wishes": "微心愿",
        "interaction": "互动情况",
        "articles": "精彩文章分享",
    }
)

COUNTS: Labels = MappingProxyType(
    {
        "partners": "在联系的青年",
        "bound": "已绑定手机端的青年",
        "activities": "活动",
        "study_tasks": "“一学一做”任务",
        "replies": "回复",
        "reactions": "点赞留言",
        "shares": "分享文章",
    }
)

PARTS: Labels = MappingProxyType(
    {
        "partners": "在联系的青年",
        "activities": "活动",
        "study_tasks": "完成的任务",
        "own": "回复自己联系青年的提问",
        "hero": "回复英雄帖",
        "wishes": "回复微心愿",
        "bound": "绑定手机端",
        "reactions": "点赞留言",
        "articles": "分享文章",
    }
)

CADRE_STATUS: Labels = MappingProxyType(
    {
        "assessed": "参加考核",
        "exempt": "免予开展",
        "left": "已离任",
        "not_covered": "不在范围",
        "withheld": "暂不计入",
    }
)

QUOTA_STATUS: Labels = MappingProxyType(
    {
        "met": "达标",
        "short": "未达标",
        "over": "超出",
        "open": "进行中",
        "not_set": "不作判定",
        "not_applicable": "不适用",
    }
)

RATIO_STATUS: Labels = MappingProxyType(
    {
        "within": "符合",
        "over": "超出",
        "under": "不足",
        "not_set": "不作判定",
        "not_applicable": "不适用",
    }
)

UNITS: Labels = MappingProxyType(
    {
        "people": "人",
        "activities": "次",
        "statements": "项",
        "kinds": "种",
        "links": "个",
        "groups": "个",
        "accounts": "个",
    }
)

CLASSES: Labels = MappingProxyType({"class_1": "专职、挂职", "class_2": "兼职"})

INDICATORS: Labels = MappingProxyType(
    {
        "doing": "开展“1+100”工作的团干部比例",
        "mean_partners": "人均联系青年数",
        "mean_activities_online": "人均线上活动次数",
        "mean_activities_offline": "人均线下活动次数",
        "mean_interactions": "人均互动次数",
        "mean_points": "人均积分",
    }
)

TALLIES: Labels = MappingProxyType(
    {
        "partners": "在联系的青年",
        "partners_kept": "搬走后保持联系的青年",
        "activities_online": "线上活动",
        "activities_offline": "线下活动",
        "replies": "回复",
        "reactions": "点赞留言",
        "shares": "分享文章",
        "tasks": "“一学一做”任务",
    }
)


def title(labels: Labels, code: str) -> str:
    """The label, or the code itself where a policy has named something of its own."""
    return labels.get(code, code)
