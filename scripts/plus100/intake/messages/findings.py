"""Faults as findings: what is wrong and how to mend it, in plain Chinese.

Messages name a field as ``category（类别）``, show values shortened, escaped and without anything that
might be somebody's number, and offer a corrected line where schema and slip leave no doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from plus100.core.findings import Finding, Location
from plus100.intake.documents import FURTHER, SHAPE, SWAPPED
from plus100.intake.messages import keys, values
from plus100.intake.messages.explain import Fault
from plus100.intake.messages.shown import type_name
from plus100.intake.messages.wording import Told
from plus100.intake.schema import Kind

_TELLERS: Mapping[str, Callable[[Fault], Told]] = {
    "unknown": keys.unknown,
    "missing": keys.missing,
    "missing_by_rule": keys.missing_by_rule,
    "rule": keys.forbidden,
    "mistaken": keys.mistaken,
    "type": values.wrong_type,
    "oneOf": values.no_such_code,
    "format": values.no_date,
    "pattern": values.wrong_form,
    "maxLength": values.too_long,
    "minLength": values.too_short,
    "minimum": values.out_of_range,
    "exclusiveMinimum": values.out_of_range,
    "maximum": values.out_of_range,
    "uniqueItems": values.repeated,
    "minItems": values.wrong_number,
    "maxItems": values.wrong_number,
    "minProperties": values.wrong_number,
    "maxProperties": values.wrong_number,
}


def finding(fault: Fault, path: str) -> Finding:
    """The finding about one fault of a file."""
    if fault.keyword == "further":
        return _further(fault, path)
    told = _TELLERS.get(fault.keyword, values.other)(fault)
    if fault.value is None and fault.keyword not in ("unknown", "rule"):
        told = values.empty(fault)
    where = Location(path=path, pointer=fault.pointer, key=fault.key)
    return Finding(code=told.code, message=told.message, fix=told.fix, where=where, snippet=told.snippet)


def _further(fault: Fault, path: str) -> Finding:
    """S216: items beyond those that are explained; all of them are places of the finding."""
    positions = cast("tuple[int, ...]", fault.value)
    first, *others = (Location(path=path, pointer=(position,)) for position in positions)
    return Finding(
        code=FURTHER,
        message=f"从这一项起，还有 {len(positions)} 项不合格式，没有逐项说明。",
        fix="请先改好前面列出的各项，再检查一次；很多项犯的多半是同一个错。",
        where=first,
        others=tuple(others),
    )


def wrong_top(path: str, value: object, *, is_list: bool) -> Finding:
    """The finding about a file that is a list and should be a mapping, or the other way round."""
    have = "没有内容" if value is None else f"整个是{type_name(value)}"
    if is_list:
        fix, snippet = (
            "请写成列表：每一项以“- ”开头，项内各字段对齐。确实没有内容的，写 [] 或删去这个文件。",
            "- id: …\n  …",
        )
    else:
        fix, snippet = "请写成一组“字段: 取值”，每个字段一行，前面不加“- ”。", "id: …\n…"
    want = "列表" if is_list else "一组“字段: 取值”"
    return Finding(
        code=SHAPE,
        message=f"这个文件应当是{want}，现在{have}。",
        fix=fix,
        where=Location(path=path, pointer=()),
        snippet=snippet,
    )


def swapped(path: str, kind: Kind) -> Finding:
    """The finding about a list of partners among the logs, or the other way round."""
    here, there = ("日志", "联系青年") if kind == "log" else ("联系青年", "日志")
    folder = "partners" if kind == "log" else "log"
    return Finding(
        code=SWAPPED,
        message=f"这个文件放在{here}的文件夹里，内容却是{there}。",
        fix=f"请把文件移到 {folder} 文件夹；那里已有同名文件的，先改名。",
        where=Location(path=path, pointer=()),
    )
