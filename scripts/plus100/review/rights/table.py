"""The table of rights: everything that can be changed, and who may.

Sources: 问答 Q22 to Q26 (who adds, changes and removes cadres and organisations), Q28 and Q29 (a cadre's
own partners); where they are silent, the narrowest reading under which the work can be done. Tests make a
page of it for the site, so that what people read is this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Operation = Literal["add", "change", "remove"]

OPERATIONS: Mapping[Operation, str] = MappingProxyType({"add": "新增", "change": "修改", "remove": "删除"})


class Role(StrEnum):
    """What one can be to a thing; the value is what people read."""

    SELF = "团干部本人"
    MEMBER = "在任的任何团干部"
    UNIT = "本单位审核人"
    PARENT = "直接上级单位审核人"
    ABOVE = "各级上级单位审核人"
    ROOT = "最上级单位审核人"
    MAINTAINER = "维护者"


@dataclass(frozen=True, slots=True)
class Right:
    """Who may: ``alone``, or once one of ``second`` agrees (``agreed``). ``second`` is never the one
    who proposes, nor the one whom the change is about.
    """

    alone: tuple[Role, ...] = ()
    agreed: tuple[Role, ...] = ()
    second: tuple[Role, ...] = ()


NOBODY = Right()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of thing. ``title`` stands in messages, ``covers`` says more on the page; ``refusal``
    is the code of the finding for whoever may not; ``example`` a path, or a path and field; ``source``
    why, in short.
    """

    title: str
    example: str
    refusal: str
    source: str
    covers: str = ""
    rights: Mapping[Operation, Right] = field(default_factory=dict)


SELF, MEMBER, UNIT, PARENT = Role.SELF, Role.MEMBER, Role.UNIT, Role.PARENT
ABOVE, ROOT, MAINTAINER = Role.ABOVE, Role.ROOT, Role.MAINTAINER

SUPERIORS = (UNIT, ABOVE, ROOT)
_BOOK: Mapping[Operation, Right] = {
    "add": Right(alone=(SELF, UNIT)),
    "change": Right(alone=(SELF, UNIT)),
    "remove": Right(alone=(UNIT,), agreed=(SELF,), second=SUPERIORS),
}
_SECOND: Right = Right(agreed=(UNIT,), second=SUPERIORS)
_LAW: Right = Right(agreed=(ROOT,), second=(ROOT, MAINTAINER))


def _same(right: Right) -> Mapping[Operation, Right]:
    return {"add": right, "change": right, "remove": right}


_CADRE = "units/xian/cadres/zhao-san/cadre.yml"
_UNIT = "units/xian/unit.yml"

TABLE: Mapping[str, Row] = MappingProxyType(
    {
        "partners": Row(
            title="联系的青年",
            example="units/xian/cadres/zhao-san/partners/a.yml",
            refusal="G930",
            source="问答第 25、28、29 条；删除只用于从来不该算的，结束联系写 until",
            rights=_BOOK,
        ),
        "log": Row(
            title="工作日志",
            example="units/xian/cadres/zhao-san/log/2018.yml",
            refusal="G930",
            source="问答第 25、31 条；写错的可以改，删除要有人看过",
            rights=_BOOK,
        ),
        "own": Row(
            title="团干部本人的资料",
            covers="公布方式、社交账号、联系的组织",
            example=f"{_CADRE}：publish、accounts、links",
            refusal="G930",
            source="问答第 25 条：由所属单位的管理员或本人更改",
            rights=_same(Right(alone=(SELF, UNIT))),
        ),
        "access": Row(
            title="公钥、平台账号",
            example=f"{_CADRE}：keys、forge_accounts",
            refusal="G941",
            source="问答第 24 条：本人管理；登录不了的由本级管理员重置，另一人同意",
            rights=_same(Right(alone=(SELF,), agreed=(UNIT,), second=SUPERIORS)),
        ),
        "officer_access": Row(
            title="另有职务的人的公钥、平台账号",
            covers="在别的单位任职或当审核人，或是维护者",
            example=f"{_CADRE}：keys、forge_accounts",
            refusal="G941",
            source="不能借一个单位的权限，取得另一个单位的身份",
            rights=_same(Right(alone=(SELF,), agreed=(ROOT,), second=(ROOT, MAINTAINER))),
        ),
        "person": Row(
            title="人员代号",
            covers="包括给已有的人员新建任职",
            example=f"{_CADRE}：person",
            refusal="G941",
            source="人员代号决定积分记给谁、谁有什么权限",
            rights=_same(Right(agreed=(UNIT, ABOVE), second=(ABOVE, ROOT, MAINTAINER))),
        ),
        "cadre": Row(
            title="团干部的任职情况",
            covers="新建，姓名、岗位、起止等",
            example=_CADRE,
            refusal="G931",
            source="问答第 22、25 条",
            rights={
                "add": Right(alone=(UNIT,)),
                "change": Right(alone=(UNIT,)),
                "remove": Right(alone=(UNIT,)),
            },
        ),
        "cadre_with_records": Row(
            title="已有联系青年或日志的团干部",
            example="units/xian/cadres/zhao-san/",
            refusal="G932",
            source="问答第 22 条：部分团干部删除权限被锁定，需报上级",
            rights={"remove": Right(agreed=(ABOVE, ROOT), second=(UNIT, ABOVE, ROOT, MAINTAINER))},
        ),
        "exemption": Row(
            title="免予开展",
            example=f"{_CADRE}：exemptions",
            refusal="G931",
            source="问答第 9 条：须经批准，自己不能批准自己",
            rights=_same(_SECOND),
        ),
        "departure": Row(
            title="转岗",
            covers="离开团的岗位",
            example=f"{_CADRE}：until、left: departure",
            refusal="G931",
            source="问答第 26 条：本级及所有下级",
            rights=_same(Right(alone=(UNIT, ABOVE))),
        ),
        "transfer": Row(
            title="调岗",
            covers="到另一单位任职",
            example=f"{_CADRE}：until、left: transfer、moved_from",
            refusal="G931",
            source="问答第 26 条：本级及所有下级；另一人同意",
            rights=_same(Right(agreed=(UNIT, ABOVE), second=(UNIT, ABOVE, ROOT, MAINTAINER))),
        ),
        "records": Row(
            title="单位的活动和报告",
            example="units/xian/activities/2018.yml",
            refusal="G931",
            source="单位自己的记录",
            rights=_same(Right(alone=(UNIT,))),
        ),
        "ruling": Row(
            title="核查和裁定",
            example="units/xian/audits/2018.yml",
            refusal="G931",
            source="问答第 45 条：重复联系等由单位核查，一个人说了不算",
            rights=_same(Right(agreed=(UNIT, ABOVE), second=SUPERIORS)),
        ),
        "unit_own": Row(
            title="单位自己的资料",
            covers="名称、账号前缀、自设主题、自定人数",
            example=f"{_UNIT}：name、account_prefix、themes、own_quota",
            refusal="G931",
            source="问答第 22 条；第 41 条：自定人数由单位建立制度",
            rights=_same(Right(alone=(UNIT,))),
        ),
        "direct_log": Row(
            title="日志免审",
            covers="自建服务器上，推送就进入 main",
            example=f"{_UNIT}：direct_log",
            refusal="G931",
            source="免去审核，一个人说了不算",
            rights=_same(_SECOND),
        ),
        "unit": Row(
            title="单位",
            covers="新建、撤销，层级、上级、适用规则",
            example=_UNIT,
            refusal="G932",
            source="问答第 22、23 条：只管直接下级；撤销的须是空单位",
            rights=_same(Right(alone=(PARENT,))),
        ),
        "reviewers": Row(
            title="单位的审核人",
            example=f"{_UNIT}：reviewers",
            refusal="G932",
            source="问答第 22 条：上级维护下级的管理员",
            rights=_same(Right(alone=(PARENT,))),
        ),
        "root_reviewers": Row(
            title="最上级单位的审核人",
            example="units/sheng/unit.yml：reviewers",
            refusal="G933",
            source="上面没有单位，由另一位审核人或维护者同意",
            rights=_same(Right(agreed=(ROOT,), second=(ROOT, MAINTAINER))),
        ),
        "root_unit": Row(
            title="最上级单位",
            example="units/sheng/unit.yml",
            refusal="G933",
            source="上面没有单位",
            rights={"change": Right(alone=(ROOT,))},
        ),
        "settings": Row(
            title="总设置",
            example="settings.yml",
            refusal="G933",
            source="影响所有人",
            rights={"add": Right(alone=(ROOT,)), "change": Right(alone=(ROOT,))},
        ),
        "maintainers": Row(
            title="维护者名单、最上级单位",
            example="settings.yml：maintainers、root",
            refusal="G933",
            source="谁能改程序，谁在最上面，一个人说了不算",
            rights=_same(_LAW),
        ),
        "policy": Row(
            title="规则和解读",
            example="policies/shandong-2017.yml、policies/readings.yml",
            refusal="G933",
            source="影响所有人的数字，另一人同意",
            rights=_same(_LAW),
        ),
        "waiver": Row(
            title="豁免",
            example="waivers.yml",
            refusal="G931",
            source="公布谁批准、到哪天，另一人同意",
            rights=_same(Right(agreed=(UNIT, ABOVE), second=(UNIT, ABOVE, ROOT, MAINTAINER))),
        ),
        "column": Row(
            title="栏目文章和图片",
            example="docs/columns/notices/a.md",
            refusal="G931",
            source="问答第 40 条：基层好做法人人可投",
            rights={
                "add": Right(alone=(MEMBER, ROOT, MAINTAINER)),
                "change": Right(alone=(ROOT, MAINTAINER, UNIT)),
                "remove": Right(alone=(ROOT, MAINTAINER, UNIT)),
            },
        ),
        "handbook": Row(
            title="问答和指南",
            example="docs/qa/lianxi/q41.md",
            refusal="G933",
            source="数字来自规则，由定规则的人或维护者改",
            rights=_same(Right(alone=(ROOT, MAINTAINER))),
        ),
        "code": Row(
            title="程序、字段定义、流水线和其他文件",
            example="scripts/…、schemas/…、.github/…、mkdocs.yml",
            refusal="G934",
            source="决定怎样检查记录",
            rights=_same(Right(alone=(MAINTAINER,))),
        ),
        "nowhere": Row(
            title="没有规定位置的文件",
            covers="在记录文件夹里",
            example="units/xian/misc/a.yml",
            refusal="G935",
            source="没有规定谁可以改，就谁都不能改",
        ),
    }
)


def right(thing: str, op: Operation) -> Right:
    """What the table says; whatever it does not say is nobody's."""
    return TABLE[thing].rights.get(op, NOBODY)
