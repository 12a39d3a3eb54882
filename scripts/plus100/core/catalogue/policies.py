"""Policy editions and readings that cannot be applied (P4xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry
from plus100.core.findings import Severity

_LINEAGE = (
    Entry(
        code="P401",
        title="版本的 id 和文件名不同",
        why="单位按文件名选用版本，页面和出处按 id 引用；两个名字不同，读者就找不到对应的规则。",
        fix="把 id 改成文件名（不带 .yml），或者给文件改名。",
        bad="# records/policies/shandong-2017.yml\nid: shandong",
        good="# records/policies/shandong-2017.yml\nid: shandong-2017",
    ),
    Entry(
        code="P402",
        title="上级版本不存在",
        why="本版没有写的规则都来自上级版本。上级版本找不到，本版和依据它的版本都不能用。",
        fix="核对 extends 的拼写；没有上级版本就删去这一行。",
        bad="extends: national-2015",
        good="extends: national-2016",
    ),
    Entry(
        code="P403",
        title="版本互为上级",
        why="几个版本绕成一圈，谁都没有起点，圈里的版本都不能用。",
        fix="找出真正的源头，删去它的 extends。",
        bad="# city-2018.yml\nextends: county-2018\n# county-2018.yml\nextends: city-2018",
        good="# city-2018.yml\nextends: shandong-2017\n# county-2018.yml\nextends: city-2018",
    ),
)

_CHANGES = (
    Entry(
        code="P404",
        title="新增的规则上级已经有了",
        why="“新增”和“替换”意思不同：写成新增，读者会以为上级没有这条要求。这一条先不采用，仍按上级的。",
        fix="要改上级的规则，写 change: replace；要另立一条，换一个规则名。",
        bad="- id: lecture.year\n  change: add",
        good="- id: lecture.year\n  change: replace",
    ),
    Entry(
        code="P405",
        title="替换或取消的规则上级没有",
        why="多半是规则名写错了：要改的没有改到，还多出一条。",
        fix="核对规则名；确实是新立的，写 change: add。",
        bad="- id: lectures.year\n  change: replace",
        good="- id: lecture.year\n  change: replace",
    ),
    Entry(
        code="P406",
        title="同一规则有两个版本从同一天起",
        why="同一天只能有一个版本有效。后写的一个先不采用。",
        fix="删去一个，或者改正它的起始日期。",
        bad="- {id: lecture.year, from: 2018-01-01, …}\n- {id: lecture.year, from: 2018-01-01, …}",
        good="- {id: lecture.year, from: 2018-01-01, …}\n- {id: lecture.year, from: 2019-01-01, …}",
    ),
)

_SOURCES = (
    Entry(
        code="P408",
        title="引用的文件没有登记",
        why="每个数字都要能查到原文。没有登记的文件，读者不知道是哪一份。规则仍照用。",
        fix="核对文件代号，或者在 documents 里登记。每条规则至少写一处出处。",
        bad="sources:\n  - {document: notice, clause: 第1项}",
        good="sources:\n  - {document: central-notice, clause: 第1项}",
    ),
    Entry(
        code="P410",
        title="出处支持的参数不存在",
        why="supports 说的是这处原文管哪几个参数；参数名写错，页面上就少了一处出处。规则仍照用。",
        fix="照着规则里的参数名写；列表里的一项用它的 id，例如 parts.bound.cap。",
        bad="does: {measure: partner_quota, at_least: 100}\nsources: [{…, supports: [atleast]}]",
        good="does: {measure: partner_quota, at_least: 100}\nsources: [{…, supports: [at_least]}]",
    ),
    Entry(
        code="P411",
        title="引用的解读不存在",
        why="规则说它依据某条解读，读者却查不到。规则仍照用。",
        fix="核对编号，或者在 readings.yml 里写下这条解读。",
        bad="readings: [X400]",
        good="readings: [X40]",
    ),
    Entry(
        code="P412",
        title="文件代号重复",
        why="同一个代号指两份文件，引用它的人不知道是哪一份。",
        fix="上级版本登记过的文件直接引用，不再登记；另一份文件换一个代号。",
        bad="documents:\n  - {id: central-notice, title: 市里的通知}",
        good="documents:\n  - {id: city-notice, title: 市里的通知}",
    ),
)

_CONTENT = (
    Entry(
        code="P413",
        title="活动主题不在主题表里",
        why="没有这个主题，就没有活动能算进这条规则。",
        fix="核对主题，或者补进主题表（measure: themes）。",
        bad="themes: [deed, lessons]",
        good="themes: [deed, lecture]",
    ),
    Entry(
        code="P414",
        title="分值和积分类别对不上",
        why="多出的类别没有人用，缺少的类别算不出分。这一条先不采用。",
        fix="points_classes 里有几个类别，rates 就写几个分值。",
        bad='rates: {class_1: "1"}',
        good='rates: {class_1: "1", class_2: "1.5"}',
    ),
    Entry(
        code="P416",
        title="超过上级规定的上限",
        why="鲁青办〔2017〕18号第六部分不许下级对联系人数和活动频次层层加码。频次换算成每年的次数比较。"
        "这一条先不采用，仍按上级的。",
        fix="把 at_least 降下来，或者把周期放长。",
        bad="does: {measure: activity_count, at_least: 6, window: two_months}",
        good="does: {measure: activity_count, at_least: 5, window: two_months}",
    ),
    Entry(
        code="P417",
        title="参数说不通",
        why="每个参数单看都合格式，合起来却没有意义，例如末日在首日之前、一个类别用两张积分表。这一条先不采用。",
        fix="对照原文改正；各种规则的参数见数据格式页。",
        bad="does: {measure: campaign, first: 2017-11-30, last: 2017-07-01}",
        good="does: {measure: campaign, first: 2017-07-01, last: 2017-11-30}",
    ),
    Entry(
        code="P418",
        title="同一积分项由两条规则计分",
        why="同一件事会得两份分。后写的一条先不采用。",
        fix="并成一条；要改上级的计分，用同一个规则名替换。",
        bad="- id: points.articles_2\n  does: {measure: points_item, item: articles, …}",
        good="- id: points.articles\n  change: replace\n  does: {measure: points_item, item: articles, …}",
    ),
)

_READINGS = (
    Entry(
        code="P421",
        title="解读编号重复",
        why="规则按编号引用解读；两条同号，不知道是哪一条。",
        fix="并成一条，或者换一个编号。",
        bad="- id: X40\n…\n- id: X40",
        good="- id: X40\n…\n- id: X41",
    ),
    Entry(
        code="P422",
        title="承载解读的参数不存在",
        why="解读说由某个参数体现，却没有这个参数，那么这条解读没有人执行。",
        fix="核对 edition、rule、parameter。规则要写在那个版本自己的文件里。",
        bad="- {edition: shandong-2017, rule: levels, parameter: round, …}",
        good="- {edition: shandong-2017, rule: levels, parameter: rounding, …}",
    ),
    Entry(
        code="P423",
        title="解读的取值和规则不一致",
        why="解读写给人看，规则用来计算；两处不同，页面上说的就不是实际用的。",
        fix="决定用哪一个，两处改成一样。",
        bad="value: half_up   # 规则里是 rounding: floor",
        good="value: floor     # 规则里是 rounding: floor",
    ),
    Entry(
        code="P424",
        title="另一取值用不了",
        why="另一取值表示还可以怎样理解；它要能代进规则，并且和采用的取值不同，读者才能比较。",
        fix="写这个参数能取的其他值，至少一个。",
        bad="value: floor\nothers: [floor, down]",
        good="value: floor\nothers: [half_up, ceil]",
    ),
    Entry(
        code="P426",
        title="解读引用的文件没有登记",
        why="读者要能从解读翻到原文。",
        fix="核对文件代号，或者在 readings.yml 的 documents 里登记。",
        bad="sources:\n  - {document: qa, clause: 第43问}",
        good="sources:\n  - {document: central-qa, clause: 第43问}",
    ),
    Entry(
        code="P427",
        title="规则没有注明它依据的解读",
        why="解读说由这条规则体现，规则却没有提到它；从规则看的人不知道这里有过疑问。",
        fix="在规则的 readings 里加上解读的编号。",
        bad="- id: levels\n  readings: []",
        good="- id: levels\n  readings: [X46]",
        severity=Severity.WARNING,
    ),
    Entry(
        code="P428",
        title="没有解读文件",
        why="规则引用了解读，读者却无处可查某一条为什么这样理解。",
        fix="补上 records/policies/readings.yml。",
        bad="policies/\n  national-2016.yml",
        good="policies/\n  national-2016.yml\n  readings.yml",
    ),
)

ENTRIES: tuple[Entry, ...] = (*_LINEAGE, *_CHANGES, *_SOURCES, *_CONTENT, *_READINGS)
