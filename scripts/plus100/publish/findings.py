"""The findings catalogue: a page a code, from ``core.catalogue``."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.catalogue import CATALOGUE
from plus100.publish.page import Page, root
from plus100.publish.render import template

SEVERITY = {"error": "错误", "warning": "警告", "hint": "提示"}

LOW = 0.001
"""Whoever searches for a rule's words wants the rule, not what is found against it."""


def pages(*, waivers: bool = False) -> Iterator[Page]:
    """The index and every code's page, in the order of codes. ``waivers``: whether these have a page."""
    entries = [CATALOGUE[code] for code in sorted(CATALOGUE)]
    path = "findings/index.md"
    body = template("findings")(root=root(path), entries=entries, severity=SEVERITY, waivers=waivers)
    yield Page(path=path, title="检查项目", body=body, search=True, nav="检查项目")
    render = template("finding")
    for entry in entries:
        path = f"findings/{entry.code.lower()}/index.md"
        body = render(root=root(path), entry=entry, severity=SEVERITY)
        yield Page(path=path, title=f"{entry.code} {entry.title}", body=body, search=True, boost=LOW)
