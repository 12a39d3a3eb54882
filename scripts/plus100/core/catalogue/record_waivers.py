"""Waivers (R380 to R382)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry
from plus100.core.findings import Severity

ENTRIES = (
    Entry(
        code="R380",
        title="豁免已过期",
        why="豁免只管到写明的那一天；过了期，原来的问题照常挡住合并。",
        fix="改好原来的问题，再删去这条豁免；确实还要时间的，重新批准，写新的批准日期和期限。",
        bad="- {code: R363, …, approved_on: 2018-01-10, until: 2018-06-30}   # 今天是 2018-11-30",
        good="- {code: R363, …, approved_on: 2018-11-20, until: 2018-12-31}",
        severity=Severity.WARNING,
    ),
    Entry(
        code="R381",
        title="这类问题不能豁免",
        why="隐私、权限和读不出来的文件，谁也不能放行；能豁免的只有记录（R）和规则（P）自身的问题。",
        fix="删去这条豁免，把问题改好。",
        bad="- {code: L501, path: units/shili-xian/unit.yml, …}",
        good="- {code: R363, path: units/shili-xian/cadres/chen-yi/log/2018.yml, …}",
    ),
    Entry(
        code="R382",
        title="豁免的期限早于批准日期",
        why="还没有批准就已过期，说明日期写错了。",
        fix="查对 approved_on 和 until。",
        bad="- {…, approved_on: 2018-06-30, until: 2018-01-10}",
        good="- {…, approved_on: 2018-01-10, until: 2018-06-30}",
    ),
)
