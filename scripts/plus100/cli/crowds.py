"""Of a fault that fills a file the first findings are shown, and the rest are counted.

JSON keeps all of them: programs read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plus100.core.findings import Finding

SHOWN = 100
"""Findings of one code in one file that are shown one by one."""


def thinned(findings: Iterable[Finding]) -> tuple[list[Finding], list[tuple[str, str, int]]]:
    """The findings to show, in the given order, and path, code and number of those left out."""
    counts: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in findings:
        crowd = (finding.where.path, finding.code)
        counts[crowd] += 1
        if counts[crowd] <= SHOWN:
            kept.append(finding)
    return kept, [(*crowd, count - SHOWN) for crowd, count in counts.items() if count > SHOWN]


def told(path: str, code: str, count: int) -> str:
    """The line that stands for those left out."""
    more = f"还有 {count:,} 处同样的问题，没有逐处列出"
    return f"{path}: {code} {more}；改好前面的再检查，或用 --format json 看全部。"
