"""The findings catalogue: a page a code, from ``core.catalogue``."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.catalogue import CATALOGUE
from plus100.publish.page import Page, root
from plus100.publish.render import template

SEVERITY = {"error": "错误", "warning": "警告", "hint": "提示"}

FAMILIES = {
    "Y": "文件写法",
    "S": "字段",
    "R": "记录",
    "L": "隐私",
    "C": "专栏文章",
    "G": "提交和审核",
    "P": "规则和解读",
    "H": "问答",
}
"""What a code's letter stands for, in the order of who meets them: cadres first, editors of rules last."""

LOW = 0.001
"""Whoever searches for a rule's words wants the rule, not what is found against it."""


def _place(code: str) -> tuple[int, str]:
    """Where a code stands: its family's place, then itself."""
    return [*FAMILIES].index(code[0]), code


def pages(*, waivers: bool = False) -> Iterator[Page]:
    """The index and every code's page, by family, then by code. ``waivers``: whether these have a page."""
    entries = [CATALOGUE[code] for code in sorted(CATALOGUE, key=_place)]
    path = "findings/index.md"
    body = template("findings")(
        root=root(path), entries=entries, severity=SEVERITY, waivers=waivers, families=FAMILIES
    )
    yield Page(path=path, title="检查项目", body=body, search=True, nav="检查项目")
    render = template("finding")
    for entry in entries:
        path = f"findings/{entry.code.lower()}/index.md"
        body = render(root=root(path), entry=entry, severity=SEVERITY)
        yield Page(path=path, title=f"{entry.code} {entry.title}", body=body, search=True, boost=LOW)
