"""Units (R320 to R329)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="R320",
        title="最上级单位不存在",
        why="单位树从 settings.yml 的 root 开始，汇总到它为止。",
        fix="root 写 units 下一个单位的代号。",
        bad="root: shili-shengg",
        good="root: shili-sheng",
    ),
    Entry(
        code="R321",
        title="最上级单位写了上级",
        why="最上级单位之上没有单位，写了上级，就不知道汇总到哪里为止。",
        fix="删去它的 parent，或在 settings.yml 中改写 root。",
        bad="id: shili-sheng   # settings.yml 的 root\nparent: shili-shi",
        good="id: shili-sheng   # settings.yml 的 root",
    ),
    Entry(
        code="R322",
        title="单位没有写上级",
        why="没有上级的单位不在单位树里，各级汇总都会漏掉它。",
        fix="补写 parent。",
        bad="id: shili-xian\nlevel: county",
        good="id: shili-xian\nlevel: county\nparent: shili-shi",
    ),
    Entry(
        code="R323",
        title="上级单位不存在",
        why="指向不存在的单位，各级汇总都会漏掉这个单位。",
        fix="parent 写 units 下一个单位的代号。",
        bad="parent: shili-shii",
        good="parent: shili-shi",
    ),
    Entry(
        code="R324",
        title="上下级关系成了一个圈",
        why="单位不能直接或间接以自己为上级，否则无法汇总。",
        fix="改正其中写错的一个 parent。",
        bad="# a/unit.yml\nparent: b\n# b/unit.yml\nparent: a",
        good="# a/unit.yml\nparent: shili-sheng\n# b/unit.yml\nparent: a",
    ),
    Entry(
        code="R325",
        title="单位的层级与上级不符",
        why="全国、省、市、县、乡镇街道逐级向上；层级写错，团干部的类别和指标也会错。",
        fix="改正 parent，或改正其中一个单位的 level。",
        bad="level: city\nparent: shili-xian   # level: county",
        good="level: county\nparent: shili-shi   # level: city",
    ),
    Entry(
        code="R326",
        title="执行的规则版本不存在",
        why="没有规则就没有指标和积分。",
        fix="policy 写 policies 下一个文件的名称，不带 .yml。",
        bad="policy: shandong-2071",
        good="policy: shandong-2017",
    ),
    Entry(
        code="R327",
        title="规则没有让单位自定人数",
        why="规则已经规定了人数的，单位不能另定（X05；“不得层层加码”）。",
        fix="删去 own_quota。",
        bad="policy: xjyyxy-2019\nown_quota:\n  - {partners: 50, source: 校团委通知, from: 2019-01-01}",
        good="policy: xjyyxy-2019",
    ),
    Entry(
        code="R328",
        title="审核人不是记录中的团干部",
        why="审核人按 person 核对身份，写了没有的人，修改就没有人能批准。",
        fix="person 写某位团干部 cadre.yml 中的 person。",
        bad="reviewers:\n  - {person: wang-wuu, from: 2017-01-01}",
        good="reviewers:\n  - {person: wang-wu, from: 2017-01-01}",
    ),
    Entry(
        code="R329",
        title="增加的主题已经有了",
        why="同一个代号有两种含义，统计时分不清。",
        fix="直接使用已有的主题；确实不同的，换一个代号。",
        bad="themes:\n  - {id: lecture, title: 团课}",
        good="themes:\n  - {id: reading, title: 读书会}",
    ),
)
