"""The sample contributions to the columns: obviously invented, two or three in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from samples.drawings import drawing

NOTE = "# 示例：虚构内容，与真实的单位、人员和活动无关"


class Sample(NamedTuple):
    """A text: where it stands, the lines of its front matter, its body."""

    path: str
    head: str
    body: str


TEXTS = (
    Sample(
        "notices/20181102-d7q2.md",
        """title: 关于报送第四季度“五个一”进展的通知（示例）
unit: jia
date: 2018-11-02
until: 2018-12-20
tags: [五个一, 报送]
summary: 各市、省直各单位请在十二月二十日前把第四季度的活动记录补齐。""",
        """示例甲省各市团委、省直各单位团组织：

第四季度的活动记录请在 **12 月 20 日**前补齐。需要做三件事：

1. 每名团干部打开自己的页面，看“还要做什么”；
2. 已经做过、还没有记的活动，按实际日期补记；
3. 单位审核人在月底前看完本单位的合并请求。

不清楚怎么记的，先看“怎么提交”，再问本单位管理员。
""",
    ),
    Sample(
        "notices/20180912-m4x8.md",
        """title: 秋季志愿服务集中开展的公告（示例）
unit: fengling
date: 2018-09-12
until: 2018-10-31
tags: [志愿服务]""",
        """示例枫岭市各级团组织九月中旬到十月底集中开展志愿服务，主题由各单位自定。

| 时间 | 内容 | 谁来组织 |
|---|---|---|
| 九月下旬 | 社区清洁 | 各县团委 |
| 十月上旬 | 看望老人 | 各乡镇团委 |
| 十月下旬 | 图书整理 | 各学校团委 |

参加的青年自愿报名，活动后由联系的团干部记一条“活动”。
""",
    ),
    Sample(
        "practices/20181018-r5t9.md",
        """title: 赶集日的“流动谈心桌”（示例）
unit: baishi
date: 2018-10-18
tags: [谈心谈话, 农村青年]
pictures:
  - {file: 20181018-r5t9-1.jpg, alt: 示例插画：集市边的山坡上站着五个人, agreed: true}""",
        """示例白石乡的青年白天在地里、在店里，难得坐下来。乡团委把一张桌子搬到集市上，每逢赶集日摆两个小时。

## 怎么做

- 桌上只放一块牌子：“坐一会儿，聊什么都行”；
- 两名团干部轮流坐，听得多，说得少；
- 当场能办的当场办，办不了的记下来，七天内回话。

## 有什么用

三个月里来坐的青年从每次两三个到十来个。**愿意来第二次**的，就成了长期联系的对象。

## 要注意

不登记姓名，不拍正脸；谈了什么不写进记录，只记“谈心谈话一次”。
""",
    ),
    Sample(
        "practices/20180706-b3n6.md",
        """title: 一张表看清“还没有联系到谁”（示例）
unit: yunhai-gangtie
date: 2018-07-06
tags: [企业青年, 工作方法]""",
        """示例云海钢铁团委按班组列一张表，只写**人数**，不写姓名：班组有多少青年、已经联系多少、还差多少。

每月月底看一次，差得多的班组，下个月先去。半年下来，夜班班组的联系人数赶上了白班。

> 表里没有一个名字，也够用了。
""",
    ),
    Sample(
        "moments/20181104-w8k3.md",
        """title: 河边的清洁日（示例）
unit: qinghe
date: 2018-11-04
tags: [志愿服务]
pictures:
  - {file: 20181104-w8k3-1.jpg, alt: 示例插画：六个人站在河边的草坡上, agreed: true}
  - {file: 20181104-w8k3-2.webp, alt: 示例插画：山脚下的四个人, agreed: true}""",
        """示例青禾县团委和青年一起清理河岸，一个上午装了四十袋。图片是画出来的，不是照片。
""",
    ),
    Sample(
        "moments/20180922-h6p4.md",
        """title: 新生第一次团课（示例）
unit: yunhai-daxue
date: 2018-09-22
tags: [团课, 校园]
pictures:
  - {file: 20180922-h6p4-1.png, alt: 示例插画：夕阳下的操场边站着七个人, agreed: true}""",
        """示例云海大学把新生的第一次团课放在操场边上，讲完一起走了一圈。图片是画出来的，不是照片。
""",
    ),
    Sample(
        "boosts/20181010-c2v7.md",
        """title: 怎样听别人把话说完（示例文章）
unit: fengling
date: 2018-10-10
kind: article
link: https://example.org/ting
purpose: 第一次谈心以前自己先读；也可以转给刚当班组长的青年
maker: 示例作者
tags: [谈心谈话]""",
        """讲的是谈话时先听、少打断、不急着出主意。读完大约十分钟。
""",
    ),
    Sample(
        "boosts/20180815-y9s5.md",
        """title: 田野上的课（示例课程）
unit: songxi
date: 2018-08-15
kind: course
link: https://example.org/tianye
purpose: 转给想回乡办合作社的青年，看完第三讲再约时间聊
tags: [农村青年, 创业]""",
        "",
    ),
    Sample(
        "boosts/20180608-f4j2.md",
        """title: 长桥（示例影片）
unit: yi
date: 2018-06-08
kind: film
link: https://example.org/changqiao
purpose: 适合支部一起看，看完请每人说一句
maker: 示例制片厂""",
        """一座桥修了二十年的故事。片长九十分钟，可以分两次看。
""",
    ),
    Sample(
        "stories/20181025-g7z3.md",
        """title: 小示和她的果园课堂（示例）
unit: songxi
date: 2018-10-25
person: 小示（化名，虚构人物）
agreed: true
tags: [农村青年, 创业]
recommended:
  - {level: county, unit: songxi, by: committee, date: 2018-10-28}
  - {level: city, unit: fengling, by: department_head, date: 2018-11-08}
  - {level: province, unit: jia, by: deputy_secretary, date: 2018-11-22}""",
        """小示是虚构的人物，住在虚构的示例松溪县。

回乡第一年，她的果树遭了霜。联系她的团干部没有讲道理，先陪她把枯枝剪完，又帮她找到了愿意上门的技术员。第二年，园子里的树活了下来。

第三年，小示把园子的一角收拾出来，每个周末教附近的孩子认树。**“有人陪我站过一次霜地，我也想陪别人站一站。”**她说。
""",
    ),
    Sample(
        "stories/20180920-t8w6.md",
        """title: 夜班之后的篮球（示例）
unit: yunhai-gangtie
date: 2018-09-20
person: 阿例（化名，虚构人物）
agreed: true
tags: [企业青年]""",
        """阿例是虚构的人物，在虚构的示例云海钢铁上夜班。

下夜班的人睡不着，也找不到人说话。团干部在厂门口的球场放了一个球，每周三早上七点半到。起初只有阿例一个人投篮，后来有了两队。

球打完了，大家坐在场边吃早饭，说什么都行。阿例说，这是他一周里话最多的半小时。
""",
    ),
)

PICTURES = (
    ("practices/20181018-r5t9-1.jpg", 5, "JPEG"),
    ("moments/20181104-w8k3-1.jpg", 6, "JPEG"),
    ("moments/20181104-w8k3-2.webp", 4, "WEBP"),
    ("moments/20180922-h6p4-1.png", 7, "PNG"),
)
"""Path, number of figures, kind."""


def texts() -> Iterator[tuple[str, str]]:
    """Path below ``docs/columns`` → text."""
    for path, head, body in TEXTS:
        yield path, f"---\n{NOTE}\n{head}\n---\n{body and chr(10)}{body}"


def pictures() -> Iterator[tuple[str, bytes]]:
    """Path below ``docs/columns`` → picture."""
    for path, figures, kind in PICTURES:
        yield path, drawing(path, figures, kind)
