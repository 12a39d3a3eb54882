"""Messages about keys: unknown, missing, or in each other's way."""

from __future__ import annotations

from plus100.intake.messages import slips
from plus100.intake.messages.explain import Fault
from plus100.intake.messages.wording import FEW, Told, named, quoted, scalar, showable
from plus100.intake.schema import codes

_PERSONAL = (
    "姓名",
    "名字",
    "电话",
    "手机",
    "联系方式",
    "身份证",
    "性别",
    "生日",
    "出生",
    "住址",
    "微信号",
    "邮箱",
)
_PERSONAL_KEYS = frozenset(
    [
        "name",
        "phone",
        "mobile",
        "tel",
        "telephone",
        "sex",
        "gender",
        "birthday",
        "birth",
        "email",
        "mail",
        "wechat",
        "qq",
    ]
)


def unknown(fault: Fault) -> Told:
    """S201, with the key that was probably meant."""
    name, known = fault.names[0], fault.properties or {}
    if len(fault.names) > 1:
        message = f"从{quoted(name)}起，还有 {len(fault.names)} 个没有的字段。"
        return Told("S201", message, "请核对这是不是同一种文件；没有的字段都要删去。")
    message = f"没有名为{quoted(name)}的字段。"
    meant = slips.nearest(name, known)
    if meant is not None:
        snippet = f"{meant}: {scalar(fault.value)}" if showable(fault.value) else ""
        return Told("S201", message, f"您要写的可能是 {named(meant, known[meant])}。", snippet)
    if slips.plain(name) in _PERSONAL_KEYS or any(word in name for word in _PERSONAL):
        return Told(
            "S201", message, "请删去这一行：记录里不写姓名、电话等能认出本人的内容，这些由团干部自己保管。"
        )
    if 0 < len(known) <= FEW:
        options = "、".join(named(key, title) for key, title in known.items())
        return Told("S201", message, f"请删去这一行，或者改成还没有写的字段：{options}。")
    return Told("S201", message, "请删去这一行，或者对照字段说明改成正确的字段名。")


def missing(fault: Fault) -> Told:
    """S202: all that is missing in one place."""
    known = fault.properties or {}
    names = "、".join(named(name, known.get(name, "")) for name in fault.names)
    lines = "\n".join(f"{name}: …" for name in fault.names)
    place = f"{fault.title}里" if fault.title else ""
    return Told("S202", f"{place}缺少必填字段 {names}。", "请补上缺少的字段，每个一行。", lines)


def missing_by_rule(fault: Fault) -> Told:
    """S210: something that is written demands something that is not."""
    names = "、".join(fault.names)
    lines = "\n".join(f"{name}: …" for name in fault.names)
    return Told("S210", f"缺少 {names}：{fault.rule}。", f"请补上 {names}，或者去掉要求它的写法。", lines)


def forbidden(fault: Fault) -> Told:
    """S211: something that is written excludes something else that is."""
    names = "、".join(fault.names)
    return Told("S211", f"这里不能写 {names}：{fault.rule}。", f"请删去 {names}，或者改掉与它冲突的写法。")


def mistaken(fault: Fault) -> Told:
    """S217: an entry of another type than it says."""
    types = codes("entry_type")
    written = str(fault.value)
    meant = " 或 ".join(named(name, types[name]) for name in fault.names)
    return Told(
        "S217",
        f"类型写的是 {named(written, types[written])}，其余字段却是 {meant} 的。",
        "请改正 type；类型没有写错的，对照字段说明改正其余字段。",
        f"type: {fault.names[0]}",
    )
