"""The five columns, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from plus100.intake.schema import Kind

FOLDER = "columns"
"""Where they stand, below the folder of documents and in the site."""


@dataclass(frozen=True, slots=True)
class Column:
    """``kind`` names its schema, ``folder`` its place below ``columns``; ``about`` says what it is for."""

    kind: Kind
    folder: str
    title: str
    about: str


COLUMNS = (
    Column("notice", "notices", "通知公告", "各级团组织发布的通知和公告。"),
    Column("practice", "practices", "基层好做法", "基层怎样联系青年、服务青年，哪些办法管用。"),
    Column("moment", "moments", "精彩时刻", "活动中的画面。画面里的人都同意公开。"),
    Column("boost", "boosts", "青春加油站", "值得转给青年的文章、图书、影片和课程，说明适合什么时候用。"),
    Column("story", "stories", "最美青春故事", "团干部和青年的故事，从县级到市级、省级逐级推荐。"),
)

BY_FOLDER = {column.folder: column for column in COLUMNS}
