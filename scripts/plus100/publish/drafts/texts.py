"""The drafts: everything known filled in, every code with its label beside it, the rest left blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plus100.intake.schema import codes
from plus100.ledger.records import Unit
from plus100.ledger.vocabulary import OTHER
from plus100.ledger.world import Frame
from plus100.publish.atlas import themes
from plus100.publish.columns.body import UNWRITTEN
from plus100.publish.columns.kinds import COLUMNS, FOLDER, Column
from plus100.publish.drafts.blanks import NAME

_HOW = "# 冒号后面空着的要填；井号后面是说明，可以不管\n"
_DAY = "哪一天，例如 2018-11-30"


class Draft(NamedTuple):
    """A file to be: its path in the repository, under a name that is none yet, and its text."""

    path: str
    text: str

    @property
    def folder(self) -> str:
        """Where it belongs."""
        return self.path.rpartition("/")[0]

    @property
    def ending(self) -> str:
        """What its name must end in: ``yml``."""
        return self.path.rpartition(".")[2]


def _inline(vocabulary: Mapping[str, str]) -> str:
    """``online 线上，offline 线下``, after a field."""
    return "，".join(f"{code} {title}" for code, title in vocabulary.items())


def _listed(title: str, vocabulary: Mapping[str, str], indent: str = "  ") -> str:
    """The codes as lines of notes before a field: phones do not wrap them."""
    lines = (f"{indent}#   {code} {label}\n" for code, label in vocabulary.items())
    return f"{indent}# {title}，填一个代号：\n{''.join(lines)}"


def activity(frame: Frame, cadre: str) -> Draft:
    """A log file with one activity of a cadre's (``unit/cadre``)."""
    unit, name = cadre.split("/")
    text = (
        f"{_HOW}# 不写青年的姓名和谈话内容\n"
        "- type: activity\n"
        "  id:  # 日期加几位小写字母或数字，例如 20181130-k3f9\n"
        f"  date:  # {_DAY}\n"
        f"  form: offline  # {_inline(codes('form'))}\n"
        f"{_listed('主题', _themes(frame, unit))}"
        "  theme:  # 主题\n"
        "  title:  # 活动名称，最多 40 字\n"
        "  face_to_face: true  # 没有面对面的改成 false\n"
        "  partners: []  # 参加的联系青年的代号，例如 [p-k3, p-m7]\n"
    )
    return Draft(f"records/units/{unit}/cadres/{name}/log/{NAME}.yml", text)


def partner(cadre: str) -> Draft:
    """A partners file with one partner."""
    unit, name = cadre.split("/")
    text = (
        f"{_HOW}# 不写姓名、电话、性别、出生日期\n"
        "- id:  # 自己编的代号，例如 p-k3f9；不要用姓名拼音或号码\n"
        "  since:  # 从哪一天起联系，例如 2018-11-30\n"
        f"{_listed('领域', codes('field'))}"
        "  field:  # 领域\n"
        f"{_listed('职业', codes('occupation'))}"
        "  occupation:  # 职业\n"
        "  local: true  # 不在本地的改成 false\n"
        "  civil_servant: false  # 是公务员的改成 true\n"
        f"  age: to_35  # {_inline(codes('age'))}\n"
        "  age_confirmed:  # 哪一天核实的年龄段\n"
        f"{_listed('结识途径', codes('met'))}"
        "  met:  # 结识途径\n"
        f"  channels: [wechat]  # {_inline(codes('channel'))}\n"
    )
    return Draft(f"records/units/{unit}/cadres/{name}/partners/{NAME}.yml", text)


_TAGS = "tags: []  # 最多 5 个，例如 [志愿服务, 农村青年]\n"
_PICTURES = (
    "pictures: # 图片和这个文件放在一起\n"
    "  - file:  # 图片的文件名\n"
    "    alt:  # 画面里有什么，一句话\n"
    "    agreed: false # 画面里的人都同意公开，才改成 true\n"
)
_OWN: Mapping[str, str] = {
    "notice": "until:  # 有效期到哪一天；没有期限的删去这一行\n" + _TAGS,
    "practice": _TAGS,
    "moment": _TAGS + _PICTURES,
    "boost": (
        f"kind: article  # {_inline(codes('boost_kind'))}\n"
        "link:  # 网址，以 https:// 开头\n"
        "purpose:  # 适合什么时候、转给什么样的青年\n" + _TAGS
    ),
    "story": (
        "person:  # 怎样称呼故事里的人，可以用化名\n"
        "agreed: false  # 本人看过、同意公开以后改成 true\n"
        "recommended: []  # 哪一级推荐了，由那一级加上\n" + _TAGS
    ),
}


def piece(column: Column, unit: str = "") -> Draft:
    """A contribution to a column, of a unit where it is known."""
    text = (
        "---\n"
        f"{_HOW}"
        "title:  # 标题，最多 60 字\n"
        f"unit:{f' {unit}' if unit else ''}  # 单位代号\n"
        f"date:  # {_DAY}\n"
        f"{_OWN[column.kind]}"
        "---\n"
    )
    if column.kind != "boost":
        text += f"\n{UNWRITTEN}。\n"
    return Draft(f"docs/{FOLDER}/{column.folder}/{NAME}.md", text)


def column(kind: str) -> Column:
    """The column of a kind (``story``)."""
    return next(one for one in COLUMNS if one.kind == kind)


def _themes(frame: Frame, unit: str) -> dict[str, str]:
    """The themes that the unit's activities may have today, in words."""
    titles = themes(frame) | {OTHER: "其他"} | _own_themes(frame.units.get(unit))
    vocabulary = frame.vocabularies.get(unit)
    now: Iterable[str] = ()
    if vocabulary:
        now = next(one.themes for one in vocabulary.stretches if one.first <= frame.as_of <= one.last)
    return {theme: titles.get(theme, theme) for theme in sorted(now, key=lambda one: (one == OTHER, one))}


def _own_themes(unit: Unit | None) -> dict[str, str]:
    return {theme.id: theme.title for theme in unit.themes} if unit else {}
