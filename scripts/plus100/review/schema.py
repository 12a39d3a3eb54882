"""The schema of a receipt, made from its types so that it cannot drift from what is written."""

from __future__ import annotations

from plus100.measure import labels
from plus100.publish import schema as published
from plus100.publish.meanings import Meanings, listed
from plus100.review.rights.table import OPERATIONS
from plus100.review.views import Receipt

FILE = "receipt.schema.json"

TITLES = {
    "Receipt": "一次改动的检查结果",
    "Moved": "之前和之后",
    "ItemEffect": "一个积分项的变化",
    "DemandEffect": "一项要求的变化",
    "ShareEffect": "一项比例的变化",
    "CadreEffect": "对一名团干部的影响",
    "FindingView": "一处问题",
    "EditCount": "一类改动的条数",
    "Agreement": "一项已同意的改动",
}

_SIDES = "改动之前和之后各是多少。"
_FINDINGS = "没有的为空列表。"

MEANINGS: Meanings = {
    "Receipt": {
        "base": "要合并到的提交，完整的十六进制编号；权限按它里面的记录判断。",
        "fork": "这次改动从哪个提交开始，完整的十六进制编号；“之前”指这里。",
        "head": "这次改动的最后一个提交，完整的十六进制编号；“之后”指这里。",
        "committed": "最后一个提交的时间，按记录的时区，写成 2018-11-30T18:00+08:00。",
        "checked": "收到并检查的那一天；公钥、权限和豁免有没有到期，按这一天算。",
        "as_of": "两边的数字都统计到这一天，含当天。算不出数字时为 null。",
        "person": "认出的提交人的人员代号。认不出或没有去认时为 null。",
        "judged": "为 true 时查过这个人能不能做这些改动；为 false 时 refusals 不能说明权限。",
        "passes": "没有不能改的，也没有这次改动带来的错误。",
        "refusals": "这个人不能做的改动，和换谁可以。" + _FINDINGS,
        "agreements": "要另一人同意、并且已经有人同意的。" + _FINDINGS,
        "findings": "这次改动带来的，或碰到的记录里的问题。" + _FINDINGS,
        "older": "改动之前就有、这次没有碰到的问题，不影响通过。" + _FINDINGS,
        "waived": "有人同意暂时放着的问题，不影响通过。" + _FINDINGS,
        "mended": "改动之前有、之后没有了的问题，单位：处。",
        "files": "增加、修改、改名和删除的文件，单位：个。",
        "edits": "改了什么，按内容、所属和操作合并。",
        "cadres": "数字有变化或还有事要做的团干部，每人一项。",
        "looked_at": "为算出影响计算过几个人。",
        "up": "总分增加的有几个人。",
        "down": "总分减少的有几个人。",
        "passed": "这次没有改到、名次却因别人的总分变了的有几个人。",
        "whole": "为 false 时只检查了这次改动能影响到的记录。",
    },
    "FindingView": {
        "code": "字母和三位数字，例如 R362；网站的“检查项目”页逐个说明。",
        "severity": "error 错误（不改好不能通过）；warning 警告；hint 提示。",
        "path": "从仓库最上层算起的路径。与文件无关的为空。",
        "line": "从 1 起。说的是整个文件时为 null。",
        "column": "从 1 起，按字符数。说的是整个文件时为 null。",
        "message": "哪里不对，一句话。",
        "fix": "怎样改。",
        "snippet": "改好以后应写成的几行；写不出的为空。",
    },
    "EditCount": {
        "thing": "改的是哪一类内容，代号见权限表。",
        "op": f"{listed(OPERATIONS)}。",
        "count": "有几条记录或几个字段。",
    },
    "Agreement": {
        "thing": "要另一人同意的是哪一类内容，代号见权限表。",
        "person": "谁同意的。",
    },
    "CadreEffect": {
        "id": "单位代号/团干部代号。",
        "name": "按本人选择公布：全名、姓氏加“某”，或“姓名不公开”。",
        "status": f"{_SIDES}{listed(labels.CADRE_STATUS)}。",
        "points": _SIDES + "总分，单位：分。没有积分的一边为 null。",
        "items": "计入得分或封顶前得分有变化的。",
        "demands": "有变化的，和还没有达到的。",
        "shares": "从符合变为不符合的，或者反过来。",
    },
    "Moved": {
        "before": "改动之前的值。那时没有这个数字的为 null。",
        "after": "改动之后的值。之后没有这个数字的为 null。",
    },
    "ItemEffect": {
        "id": "积分项的代号。",
        "counted": _SIDES + "按上限截取以后的得分，单位：分。",
        "raw": _SIDES + "没有受上限限制的得分，单位：分。",
        "cap": "这一项最多计多少分。",
    },
    "DemandEffect": {
        "id": "规则的代号。",
        "title": "规则的中文名称。",
        "status": f"{_SIDES}{listed(labels.QUOTA_STATUS)}。",
        "have": _SIDES + "到统计截止日期已有的数量，计数单位见 unit。",
        "need": "要求的数量，计数单位见 unit。规则没有规定数量时为 null。",
        "short": "改动之后还差的数量，计数单位见 unit；已经够了的为 0。",
        "unit": f"数的是什么：{listed(labels.UNITS)}。",
        "due": "应当在哪一天以前（含当天）完成。没有期限时为 null。",
    },
    "ShareEffect": {
        "id": "规则的代号。",
        "title": "规则的中文名称。",
        "status": f"{_SIDES}{listed(labels.RATIO_STATUS)}。",
        "limit": "界限，写成分数，例如 1/5。规则没有规定时为 null。",
    },
}


def schema() -> str:
    """JSON Schema 2020-12 of ``plus100 review --format json``, with Chinese titles."""
    return published.as_text(published.schema(Receipt, TITLES, MEANINGS))
