"""The words of every fault in a contribution (C701 to C712): what is wrong and how to mend it."""

from __future__ import annotations

from plus100.core.findings import Finding, Location
from plus100.core.telling import tell

TEXTS: dict[str, tuple[str, str]] = {
    "C701": (
        "这篇文章没有抬头。",
        "请在第一行写“---”，接着写标题、单位、日期等，再用一行“---”结束；plus100 new 会写好一份样子。",
    ),
    "C702": (
        "这个文件不能放在这里：{why}。",
        "请放到 docs/columns/ 下面五个栏目的文件夹里，文章用 .md，图片用 .jpg、.png 或 .webp。",
    ),
    "C703": ("单位 {shown} 不存在。", "请写单位代号（units 里的文件夹名）{nearest}"),
    "C704": ("正文里不能用“{shown}”。", "{fix}"),
    "C705": ("链接“{shown}”不能用。", "请写以 https:// 或 http:// 开头的完整网址。"),
    "C706": (
        "正文里不能插入图片。",
        "请写进抬头的 pictures：文件名、画面说明、画面里的人是否同意公开；图片会显示在正文后面。",
    ),
    "C707": ("推荐不对：{why}。", "从县级到市级、省级依次写，每一级写本级的单位和推荐的那一天。"),
    "C708": ("{whose}还没有同意公开。", "请先征得本人同意，再把 agreed 改成 true；不同意的，不能发表。"),
    "C709": ("{what}。", "请改正日期。"),
    "C710": ("正文{how}。", "{fix}"),
    "C711": (
        "这张图片没有一篇文章用到。",
        "请在文章抬头的 pictures 里写上它，或者把它删去。",
    ),
    "C712": ("文件夹里没有图片 {shown}。", "请把图片放到这篇文章所在的文件夹里，文件名大小写也要一致。"),
}


def finding(code: str, where: Location, **shown: str) -> Finding:
    """A finding with its words filled in."""
    return tell(TEXTS, code, where, **shown)
