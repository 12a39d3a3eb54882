"""The words of every fault in the handbook (H6xx): what is wrong and how to mend it."""

from __future__ import annotations

from plus100.core.findings import Finding, Location
from plus100.core.telling import tell

TEXTS: dict[str, tuple[str, str]] = {
    "H601": (
        "这篇问答没有抬头。",
        "请在第一行写“---”，接着写编号、篇、问题等，再用一行“---”结束，照着别的问答写。",
    ),
    "H602": (
        "这篇问答应当放在 docs/{wanted}，现在在 docs/{found}。",
        "请把文件移过去，或者改正抬头里的 id 和 chapter。",
    ),
    "H603": (
        "引用的数“{shown}”不存在：{missing}。",
        "请核对版本、规则和参数的名字；规则已经改了的，这一句也要跟着改。",
    ),
    "H604": ("“{shown}”不存在。", "请核对编号或地址；{known}。"),
    "H605": (
        "要点 {fact} {wrong}。",
        "请在说到它的那句话后面标一次，例如 {{#{fact}}}，抬头的 facts 里也要有它。",
    ),
    "H606": ("正文里不能用“{shown}”。", "{fix}"),
    "H607": (
        "文件“{shown}”没有登记。",
        "请核对文件代号，或者在规则版本的 documents 里登记这份文件。",
    ),
    "H608": ("编号 {shown} 已经用在 docs/{other}。", "请把两篇并成一篇，或者换一个编号。"),
    "H609": (
        "例子里说“{figure}”的 {name} 是 {said}，照记录和规则算出来是 {found}。",
        "规则改了的，改例子，也看看这一页的正文还对不对；记录写错了的，改记录。",
    ),
    "H610": (
        "例子里的数“{shown}”不存在：这个人这一天没有这一项。",
        "请核对名字；按类别、单位层级和日期看，这条规则是不是管得到他。",
    ),
    "H611": ("例子里的记录有错（{fault}）：{said}", "请照真的记录改正；字段的写法见字段说明。"),
    "H612": ("“{shown}”不是这个数的一部分。", "可以写的有：{known}。"),
    "H614": (
        "词汇表里“{term}”的名字“{shown}”不存在。",
        "请核对字段、代号或规则的名字；改了名的，词汇表也要改。",
    ),
    "H613": ("这个文件旁边没有 docs/{shown}。", "请改成那一页的名字，结尾写 .example.yml。"),
}


def finding(code: str, where: Location, **shown: str) -> Finding:
    """A finding with its words filled in."""
    return tell(TEXTS, code, where, **shown)
