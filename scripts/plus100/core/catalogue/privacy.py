"""Personal data that must not stand in the records (L5xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

_WHY = "仓库可能被任何人看到，Git 历史又会一直保存。{}"
_FIX = "删去{}。如果已经提交过，只删这一行不够：请告诉本单位管理员，从历史里清除。"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="L501",
        title="疑似有电话号码",
        why=_WHY.format(
            "问答第 37 条承诺，联系对象的个人信息只有团干部本人能看到；号码只放在本人的联系簿里。"
        ),
        fix=_FIX.format("号码，注释、字段名、文件名和文件夹名里的也算"),
        bad="- id: p-01 # 手机 <11 位号码>",
        good="- id: p-01",
    ),
    Entry(
        code="L502",
        title="疑似有身份证号",
        why=_WHY.format("记录里不需要任何人的身份证号，年龄只记年龄段和确认日期。"),
        fix=_FIX.format("号码，注释、字段名、文件名和文件夹名里的也算"),
        bad="- id: <18 位号码>",
        good="- id: p-01",
    ),
    Entry(
        code="L503",
        title="疑似有电子邮箱",
        why=_WHY.format("邮箱和电话一样能找到本人，只放在本人的联系簿里。"),
        fix=_FIX.format("邮箱地址，注释和公钥末尾备注里的也算"),
        bad="title: 联系 <邮箱地址>",
        good="title: 联系方式见联系簿",
    ),
    Entry(
        code="L504",
        title="疑似有微信号或 QQ 号",
        why=_WHY.format("账号和电话一样能找到本人，只放在本人的联系簿里。"),
        fix=_FIX.format("账号，注释里的也算"),
        bad="title: 加微信号：<账号>",
        good="title: 建群联系",
    ),
)
