"""A short example of each kind of record file, as people would write it. A test reads each one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plus100.intake.schema import Kind

EXAMPLES: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        "settings": (
            "records/settings.yml",
            """namespace: shili
title: 示例团委“1+100”
timezone: Asia/Shanghai
root: shili-shi
""",
        ),
        "waivers": (
            "records/waivers.yml",
            """- code: R363
  path: units/shili-xian/cadres/chen-yi/log/2018.yml
  record: 20180301-k3f9
  reason: 主题名称正在报上级确认，先合并其他记录。
  approver: li-er
  approved_on: 2018-11-20
  until: 2018-12-31
""",
        ),
        "unit": (
            "records/units/shili-xian/unit.yml",
            """id: shili-xian
name: 共青团示例县委
level: county
parent: shili-shi
policy:
  - {value: national-2016, from: 2016-05-12}
  - {value: shandong-2017, from: 2017-05-03}
account_prefix: 共青团示例县委
""",
        ),
        "cadre": (
            "records/units/shili-xian/cadres/chen-yi/cadre.yml",
            """id: chen-yi
person: chen-yi
name: 陈一（示例）
since: 2017-01-01
posts:
  - category: attached
    title: 副书记
    basis: {kind: attachment, term_from: 2017-01-01, term_until: 2018-12-31}
    from: 2017-01-01
accounts:
  - {platform: wechat, name: 共青团示例县委陈一, since: 2017-01-10, real_name: true}
""",
        ),
        "partners": (
            "records/units/shili-xian/cadres/chen-yi/partners/all.yml",
            """- id: p001
  since: 2017-02-01
  field: rural
  industry: A
  occupation: agriculture
  local: true
  age: from_36_to_45
  age_confirmed: 2017-02-01
  age_role: coop_head
  channels: [wechat, phone]
- id: p002
  since: 2017-02-01
  until: 2018-03-31
  ended: unreachable
""",
        ),
        "log": (
            "records/units/shili-xian/cadres/chen-yi/log/2017-05.yml",
            """- type: activity
  id: 20170504-k3f9
  date: 2017-05-04
  form: offline
  theme: volunteer_service
  title: 青年志愿服务
  headcount: 20
  partners: [p001, p002]
- {type: reply, id: 20170508-x7, date: 2017-05-08, area: own, about: q0012}
- {type: reaction, id: 20170509-b2, date: 2017-05-09, count: 5, direction: received}
""",
        ),
        "policy": (
            "records/policies/shili-2017.yml",
            """id: shili-2017
title: 示例实施方案
extends: national-2016
documents:
  - {id: shili, title: 示例实施方案, number: 示例〔2017〕1号, issued: 2017-05-03}
rules:
  - id: activities.offline_quarter
    title: 每季度线下活动
    from: 2017-05-03
    change: replace
    sources: [{document: shili, clause: 第三条}]
    does: {measure: activity_count, at_least: 2, window: quarter, form: offline}
""",
        ),
        "readings": (
            "records/policies/readings.yml",
            """readings:
  - id: X13
    title: 35 岁是否含在内
    unclear: 原文写“35岁以下”，没有说是否含 35 岁。
    sources: [{document: qa, clause: 问答第 43 问}]
    decision: 含 35 岁。
    why: 法规用语中“以下”包括本数。
    fixed: 年龄段按 35 岁及以下登记，不另设参数。
""",
        ),
        "notice": (
            "docs/columns/notices/20181103-k3f9.md",
            """---
title: 志愿服务集中开展的通知（示例）
unit: shili-xian
date: 2018-11-03
until: 2018-11-30
tags: [志愿服务]
---

各级团组织十一月集中开展志愿服务，**自愿报名**。
""",
        ),
        "practice": (
            "docs/columns/practices/20181018-r5t9.md",
            """---
title: 赶集日的谈心桌（示例）
unit: shili-xian
date: 2018-10-18
tags: [谈心谈话, 农村青年]
pictures:
  - {file: 20181018-r5t9-1.jpg, alt: 集市边的一张桌子, agreed: true}
---

每逢赶集日，把一张桌子摆到集市上。

## 怎么做

- 听得多，说得少；
- 当场能办的当场办。
""",
        ),
        "moment": (
            "docs/columns/moments/20181104-w8k3.md",
            """---
title: 河边的清洁日（示例）
unit: shili-xian
date: 2018-11-04
pictures:
  - {file: 20181104-w8k3-1.jpg, alt: 六个人站在河边的草坡上, agreed: true}
---

一个上午装了四十袋。
""",
        ),
        "boost": (
            "docs/columns/boosts/20181010-c2v7.md",
            """---
title: 怎样听别人把话说完（示例）
unit: shili-xian
date: 2018-10-10
kind: article
link: https://example.org/ting
purpose: 第一次谈心以前自己先读
---
""",
        ),
        "story": (
            "docs/columns/stories/20181025-g7z3.md",
            """---
title: 果园课堂（示例）
unit: shili-xian
date: 2018-10-25
person: 小示（化名）
agreed: true
recommended:
  - {level: county, unit: shili-xian, by: committee, date: 2018-10-28}
---

回乡第一年，她的果树遭了霜。
""",
        ),
    }
)
