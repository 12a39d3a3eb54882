"""How a cadre's name is published: in full, as a surname, or not at all."""

from __future__ import annotations

from plus100.ledger.records import Cadre

HIDDEN = "姓名不公开"

_COMPOUND = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶"
    "太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良"
    "漆雕乐正宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生公户公玉公仪梁丘公仲"
    "公上公门公山公坚左丘公伯西门公祖第五公乘贯丘公皙南荣东里东宫仲长子书子桑即墨达奚"
    "褚师"
)
COMPOUND = frozenset(_COMPOUND[at : at + 2] for at in range(0, len(_COMPOUND), 2))
"""Surnames of two characters; every other name is cut after its first character."""


def surname(name: str) -> str:
    """``张示例`` → ``张某``; a name that is only a compound surname long is not one."""
    head = name[:2] if name[:2] in COMPOUND and len(name) > len("欧阳") else name[:1]
    return f"{head}某"


def published(cadre: Cadre | None) -> str:
    """The name as the cadre lets it be published; nothing is published of an unknown cadre."""
    if cadre is None or cadre.publish == "hidden":
        return HIDDEN
    return surname(cadre.name) if cadre.publish == "surname" else cadre.name
