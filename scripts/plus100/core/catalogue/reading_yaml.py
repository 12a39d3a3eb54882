"""What YAML offers and the records do without (Y120 to Y128)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="Y120",
        title="同一个字段写了两次",
        why="不同软件有的取第一个，有的取最后一个，结果会不一样。",
        fix="保留正确的一个，删去另一个；两处都要保留的，写成列表或分成两条。",
        bad="title: 植树\ntitle: 义诊",
        good="title: 植树",
    ),
    Entry(
        code="Y121",
        title="冒号前面没有字段名",
        why="没有名称的内容不知道属于哪个字段。",
        fix="在冒号前写上字段名，或删去多余的冒号。",
        bad=": 植树",
        good="title: 植树",
    ),
    Entry(
        code="Y122",
        title="字段名不是文字",
        why="字段名只能是一个词；列表或一组内容不能当名称。",
        fix="把字段名写成一个词。",
        bad="[wechat, qq]: true",
        good="channels: [wechat, qq]",
    ),
    Entry(
        code="Y123",
        title="用了锚点",
        why="锚点让一处内容在别处重复出现，修改一处会悄悄改变另一处。",
        fix="删去“&”和后面的名称；文字以“&”开头时加英文引号。",
        bad="title: &t 植树",
        good="title: 植树",
    ),
    Entry(
        code="Y124",
        title="用了引用",
        why="引用的内容不在这里，审核时看不到；层层引用还会撑爆内存。",
        fix="把被引用的内容直接写在这里；文字以“*”开头时加英文引号。",
        bad="title: *t",
        good="title: 植树",
    ),
    Entry(
        code="Y125",
        title="用了类型标签",
        why="记录里每个字段的类型由数据格式规定，标签会让不同软件读出不同的内容。",
        fix="删去“!”和紧跟的词；文字以“!”开头时加英文引号。",
        bad="headcount: !!int 12",
        good="headcount: 12",
    ),
    Entry(
        code="Y126",
        title="用了合并键",
        why="合并键把别处的字段搬到这里，审核时看不到，YAML 1.2 也已不再支持。",
        fix="把要合并的字段逐个写在这里。",
        bad="<<: {form: offline}\ntitle: 植树",
        good="form: offline\ntitle: 植树",
    ),
    Entry(
        code="Y127",
        title="用了 YAML 指令",
        why="指令会改变整个文件的读法。",
        fix="删去以“%”开头的这一行；文字以“%”开头时加英文引号。",
        bad="%YAML 1.1\n---\ntitle: 植树",
        good="title: 植树",
    ),
    Entry(
        code="Y128",
        title="一个文件里有两个文档",
        why="多数软件只读第一个文档，后面的内容会悄悄丢失。",
        fix="删去中间的“---”，或把后面的内容放进另一个文件。",
        bad="title: 植树\n---\ntitle: 义诊",
        good="- title: 植树\n- title: 义诊",
    ),
)
