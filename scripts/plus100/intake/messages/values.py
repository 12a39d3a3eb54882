"""Messages about values: of another type, not allowed, of the wrong form or size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plus100.intake.messages import slips
from plus100.intake.messages.explain import Fault
from plus100.intake.messages.shown import shown, type_name
from plus100.intake.messages.wording import (
    FEW,
    TYPE_NAMES,
    Told,
    after_type,
    field,
    line,
    named,
    scalar,
    showable,
)
from plus100.intake.schema import labels

_VOCABULARY = "theme"
"""The field whose values depend on unit and day: no spelling of one can be offered here."""


def wrong_type(fault: Fault) -> Told:
    """S203, with the value that was probably meant."""
    wanted = fault.schema["type"]
    kinds = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    names = "或".join(TYPE_NAMES[kind] for kind in kinds)
    if fault.dated:
        names += "，或者带起始日期的列表"
    message = f"{field(fault)}应当是{names}，现在是{type_name(fault.value)}{after_type(fault.value)}。"
    meant = _meant(fault.value, kinds)
    if meant:
        return Told("S203", message, f"请改成 {meant}。", line(fault, meant))
    if kinds == ("array",):
        return Told("S203", message, "请写成列表：每项一行，以“- ”开头；或者写成 [甲, 乙]。")
    return Told("S203", message, f"请改写成{names}。")


def _meant(value: object, kinds: Sequence[str]) -> str:
    """The value in the type that is wanted, as YAML; empty if that is anybody's guess."""
    if "boolean" in kinds and (flag := slips.boolean(value)) is not None:
        return "true" if flag else "false"
    if "integer" in kinds and (number := slips.integer(value)) is not None:
        return str(number)
    if kinds == ("array",) and isinstance(value, str) and showable(value):
        items = slips.listed(value)
        return f"[{', '.join(items)}]" if items else ""
    return ""


def no_such_code(fault: Fault) -> Told:
    """S204: not one of the codes. Codes are listed where they are few, the nearest one is offered."""
    allowed = labels(fault.schema)
    message = f"{field(fault)}没有{shown(fault.value)}这个取值。"
    listed = "、".join(named(code, label) for code, label in allowed.items())
    options = f"可用的取值：{listed}。" if len(allowed) <= FEW else "可用的取值见字段说明。"
    meant = slips.nearest(str(fault.value), allowed)
    if meant is None:
        return Told("S204", message, options)
    return Told(
        "S204", message, f"您要写的可能是 {named(meant, allowed[meant])}。{options}", line(fault, meant)
    )


def no_date(fault: Fault) -> Told:
    """S205: not a date, or a day that does not exist."""
    text = str(fault.value)
    parts = slips.day(text)
    if parts is None:
        message = f"{field(fault)}应当是日期，现在是{shown(text)}。"
        return Told("S205", message, "请写成 年-月-日，月和日各写两位，例如 2017-05-03。")
    iso = slips.iso(*parts)
    if iso is None:
        message = f"{field(fault)}写的{shown(text)}不存在：{slips.no_such_day(*parts)}。"
        return Told("S205", message, "请核对日期。")
    if iso == text:
        return Told(
            "S205",
            f"{field(fault)}的年份 {parts[0]} 不合常理。",
            "请核对年份，应当在 1900 至 2099 年之间。",
        )
    message = f"{field(fault)}的日期写法不对：{shown(text)}。"
    return Told("S205", message, f"请写成 {iso}。", line(fault, iso))


def wrong_form(fault: Fault) -> Told:
    """S206: text of the wrong form (S205 for dates, S208 for blanks)."""
    if fault.schema.get("format") == "date":
        return no_date(fault)
    text = str(fault.value)
    if not text.strip():
        return too_short(fault)
    if text != text.strip():
        return Told(
            "S206", f"{field(fault)}的首尾有空格。", "请删去首尾的空格。", line(fault, scalar(text.strip()))
        )
    message = f"{field(fault)}的写法不对：{shown(text)}。"
    form = f"正确的写法：{fault.schema.get('description', '')}"
    meant = slips.formed(text, fault.schema["pattern"])
    if meant is None or not showable(meant) or fault.pointer[-1:] == (_VOCABULARY,):
        return Told("S206", message, form)
    return Told("S206", message, f"请写成 {meant}。{form}", line(fault, meant))


def too_long(fault: Fault) -> Told:
    """S207."""
    limit, size = fault.schema["maxLength"], len(str(fault.value))
    return Told(
        "S207", f"{field(fault)}有 {size} 个字符，最多 {limit} 个。", f"请缩短到 {limit} 个字符以内。"
    )


def too_short(fault: Fault) -> Told:
    """S208."""
    text, least = str(fault.value), fault.schema["minLength"]
    if not text.strip():
        return Told("S208", f"{field(fault)}是空白的。", "请填上内容；没有内容可填的，把这一行删去。")
    return Told("S208", f"{field(fault)}只有 {len(text)} 个字符，至少 {least} 个。", "请核对是否漏写。")


def out_of_range(fault: Fault) -> Told:
    """S209."""
    low, high = fault.schema.get("minimum"), fault.schema.get("maximum")
    above = fault.schema.get("exclusiveMinimum")
    span = f"大于 {above}，且不超过 {high}" if above is not None else f"在 {low} 至 {high} 之间"
    return Told("S209", f"{field(fault)}应当{span}，现在是 {shown(fault.value)}。", "请核对数字。")


def repeated(fault: Fault) -> Told:
    """S212."""
    first = fault.names[0]
    return Told(
        "S212",
        f"{field(fault)}里有重复的项：{shown(fault.value)}，与第 {first} 项相同。",
        "请删去重复的一项。",
    )


def wrong_number(fault: Fault) -> Told:
    """S215: too few or too many items."""
    size = len(fault.value) if isinstance(fault.value, Sequence | Mapping) else 0
    least = fault.schema.get("minItems", fault.schema.get("minProperties", 0))
    most = fault.schema.get("maxItems", fault.schema.get("maxProperties"))
    if size < least:
        return Told(
            "S215",
            f"{field(fault)}至少要有 {least} 项，现在有 {size} 项。",
            "请补上；没有内容可填的，把这个字段整个删去。",
        )
    return Told("S215", f"{field(fault)}最多 {most} 项，现在有 {size} 项。", "请减少到规定的项数以内。")


def empty(fault: Fault) -> Told:
    """S213: a key or list item without a value."""
    if fault.pointer and isinstance(fault.pointer[-1], int):
        return Told("S213", "列表里的这一项是空的。", "请填上内容，或者删去这个“-”。")
    return Told("S213", f"{field(fault)}后面没有取值。", "请填上取值；没有内容可填的，把这一行删去。")


def other(fault: Fault) -> Told:
    """Any further keyword: said in general terms."""
    return Told("S206", f"{field(fault)}的写法不对：{shown(fault.value)}。", "请对照字段说明改正。")
