"""Answers of the handbook that say or point to what is not there (H6xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="H601",
        title="问答没有抬头",
        why="抬头写明编号、篇、要点和依据；没有它，不知道这一页回答的是哪一问，页面不会生成。",
        fix="在第一行写“---”，写完各个字段，再用一行“---”结束。",
        bad="看职务类别。{#q41.1}",
        good="---\nid: q41\n…\n---\n\n看职务类别。{#q41.1}",
    ),
    Entry(
        code="H602",
        title="问答放错了地方",
        why="问答按篇放在文件夹里，文件名就是编号；别的页面按编号找到它。",
        fix="把文件移到所属的篇，或者改正 id 和 chapter。",
        bad="# docs/qa/fuwu/q41.md\nid: q41\nchapter: 联系篇",
        good="# docs/qa/lianxi/q41.md\nid: q41\nchapter: 联系篇",
    ),
    Entry(
        code="H603",
        title="引用的数不存在",
        why="问答里的数从规则里取，规则改了，问答跟着改。引用落空，说明规则已经不是这样说的了。",
        fix="核对版本、规则和参数的名字，再看看这一句还对不对。",
        bad='至少{{ rule("national-2016", "partners.full_time", "atleast") }}名',
        good='至少{{ rule("national-2016", "partners.full_time", "at_least") }}名',
    ),
    Entry(
        code="H604",
        title="链接指向不存在的内容",
        why="读者点了会找不到。问答里的链接都指向站内：别的问答、解读、规则或页面。",
        fix="核对编号或地址。",
        bad="见[第 50 问](qa:q500)",
        good="见[第 50 问](qa:q50)",
    ),
    Entry(
        code="H605",
        title="要点没有标出，或者标得不对",
        why="每个要点都要落到说它的那一句话上，才能核对问答有没有漏讲、讲错。",
        fix="在说到这个要点的句子后面标一次，并写进抬头的 facts。",
        bad="facts: [q41.1, q41.2]\n…\n至少一百名。{#q41.1}",
        good="facts: [q41.1, q41.2]\n…\n至少一百名。{#q41.1}各领域都有。{#q41.2}",
    ),
    Entry(
        code="H606",
        title="问答里不能用的写法",
        why="网页会把 HTML 当成代码来执行；问答只用文字、列表、粗体、代码和站内链接，才看得清、审得住。",
        fix="改成普通文字或列表；链接用 qa:、reading:、rule:、page:。",
        bad="<b>至少一百名</b>",
        good="**至少一百名**",
    ),
    Entry(
        code="H607",
        title="问答引用的文件没有登记",
        why="每一答都要能查到原文。没有登记的文件，读者不知道是哪一份。",
        fix="核对文件代号，或者在规则版本的 documents 里登记。",
        bad="sources:\n  - {document: qa, clause: 第41问}",
        good="sources:\n  - {document: central-qa, clause: 第41问}",
    ),
    Entry(
        code="H608",
        title="两篇问答编号相同",
        why="链接按编号找，不知道该去哪一篇。",
        fix="并成一篇，或者换一个编号。",
        bad="# docs/qa/lianxi/q41.md\nid: q41\n# docs/qa/fuwu/q41.md\nid: q41",
        good="# docs/qa/lianxi/q41.md\nid: q41\n# docs/qa/fuwu/q59.md\nid: q59",
    ),
)
