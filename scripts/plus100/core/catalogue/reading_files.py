"""What no file may contain, and how large its parts may be (Y101 to Y112)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

_CHARACTERS = (
    Entry(
        code="Y101",
        title="文件开头有字节顺序标记",
        why="有些软件会把这个看不见的标记当成第一个字段名的一部分，字段就“不见了”。",
        fix="用编辑器另存为“UTF-8”；在 Windows 记事本里选“UTF-8”，不要选“带有 BOM 的 UTF-8”。",
        bad="<BOM>title: 植树",
        good="title: 植树",
    ),
    Entry(
        code="Y102",
        title="文件不是 UTF-8 编码",
        why="按其他编码（例如 GBK）保存的中文，换一台电脑就是乱码。",
        fix="用编辑器打开，另存为 UTF-8 编码，再核对文字。",
        bad="title: <D6 B2 CA F7>",
        good="title: 植树",
    ),
    Entry(
        code="Y103",
        title="文件里有空字符",
        why="空字符会让一些软件只读到它之前的内容；出现它多半说明文件已损坏。",
        fix="删去空字符；如果整个文件都是乱码，从 Git 历史恢复。",
        bad="title: 植<NUL>树",
        good="title: 植树",
    ),
    Entry(
        code="Y104",
        title="文件里有控制字符",
        why="它们看不见，也无法在网页上显示，多半是复制时带进来的。",
        fix="删去这个字符，或把这一行重新输入一遍。",
        bad="title: 植<U+0007>树",
        good="title: 植树",
    ),
    Entry(
        code="Y105",
        title="文件里有改变文字方向的控制字符",
        why="它会让审核人看到的文字和实际保存的文字不同。",
        fix="删去这一行，重新手工输入。",
        bad="title: <U+202E>植树",
        good="title: 植树",
    ),
    Entry(
        code="Y106",
        title="文件里有零宽字符",
        why="看起来相同的两个词会因此不相等，编号、主题就对不上。",
        fix="把这个词删去，重新手工输入一遍。",
        bad="theme: volunteer<U+200B>ing",
        good="theme: volunteering",
    ),
    Entry(
        code="Y107",
        title="文件里有特殊的换行符",
        why="不同软件对行数的看法会不同，报告的行号就不准。",
        fix="删去它，改按回车键换行。",
        bad="title: 植树<U+2028>form: offline",
        good="title: 植树\nform: offline",
    ),
)

_LIMITS = (
    Entry(
        code="Y108",
        title="文件超过 1 MiB",
        why="一个人一个月的记录只有几千字节；这么大的文件多半放错了内容，也会拖慢所有人的检查。",
        fix="按月份或类别拆成几个文件；图片等附件不要放进记录。",
        bad="log/all.yml（3.2 MiB）",
        good="log/2017-05.yml（6 KiB）",
    ),
    Entry(
        code="Y109",
        title="嵌套超过 12 层",
        why="记录最多只需要几层；过深的嵌套多半是括号打错，也可能是恶意文件。",
        fix="检查是不是多打了括号或多缩进了几层。",
        bad="channels: [[[[[[[[[[[[[wechat]]]]]]]]]]]]]",
        good="channels: [wechat]",
    ),
    Entry(
        code="Y110",
        title="内容超过 50000 项",
        why="每个字段名和内容各算一项；超过这个数的文件会拖慢所有人的检查。",
        fix="按月份或类别拆成几个文件。",
        bad="一个文件里有几千条记录",
        good="每月一个文件",
    ),
    Entry(
        code="Y111",
        title="整数太大",
        why="超过 9007199254740991 的整数，多数软件会把末几位算错。",
        fix="如果是编号，加英文引号写成文字；如果是数量，核对是否多打了数字。",
        bad="about: 12345678901234567890",
        good='about: "12345678901234567890"',
    ),
    Entry(
        code="Y112",
        title="不是有限的数",
        why="无穷大和“非数”不能参与计算，也不能写进公布的数据文件。",
        fix="写实际的数字；如果是文字，加英文引号。",
        bad="headcount: .nan",
        good="headcount: 12",
    ),
)

ENTRIES = (*_CHARACTERS, *_LIMITS)
