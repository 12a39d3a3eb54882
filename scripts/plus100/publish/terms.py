"""Words that the cutter of Chinese text should not take apart: the programme's own, and names."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.publish.atlas import Atlas

TERMS = """
团干部 团委 团支部 团中央 团组织 团员青年 共青团 直接联系 联系青年 青年之声 青年之家 英雄帖 心愿池 微心愿
谈心谈话 文体活动 志愿服务 结对帮扶 五个一 五个有 十个一 一学一做 走转改 机关开放日 专职团干部 挂职团干部
兼职团干部 免予开展 调岗 转岗 借调 产假 公务员 社会组织 自组织 新媒体 微信群 手机端 实名注册 星级 积分
排行榜 点赞留言 文章分享 面对面 线上活动 线下活动 领导机关 合并请求 解读
"""


def vocabulary(a: Atlas) -> Iterator[str]:
    """The programme's words, then units' and cadres' names as they are published."""
    yield from TERMS.split()
    yield from (one.name for one in a.units.values())
    yield from (one.name for one in a.cadres.values())
