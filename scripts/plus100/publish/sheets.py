"""CSV for spreadsheets: a byte-order mark for Excel, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plus100.publish.atlas import Atlas
from plus100.publish.labels import word
from plus100.publish.progress import tally

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Sheet(NamedTuple):
    """One CSV file: ``columns`` are names with their meanings."""

    id: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Iterable[Sequence[object]]


def safe(cell: object) -> str:
    """A cell's text; an apostrophe goes before what a spreadsheet might take for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(DANGEROUS) else text


def to_csv(sheet: Sheet) -> str:
    """CSV with CRLF, as Excel writes it, beginning with U+FEFF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for name, _ in sheet.columns])
    writer.writerows([safe(cell) for cell in row] for row in sheet.rows)
    return "\ufeff" + out.getvalue()


CADRE_COLUMNS = (
    ("cadre", "团干部代号（单位/团干部）"),
    ("name", "公布的姓名"),
    ("unit", "单位代号"),
    ("unit_name", "单位名称"),
    ("category", "干部类别"),
    ("class", "积分类别"),
    ("policy", "规则版本"),
    ("status", "状态"),
    ("reason", "状态或没有积分的原因"),
    ("points", "积分，没有积分规则时为空"),
    ("diamonds", "钻数"),
    ("stars", "星数"),
    ("place", "名次"),
    ("of", "参加排名的人数"),
    ("partners", "在联系的青年人数"),
    ("quotas_met", "达标的要求项数"),
    ("quotas_judged", "能判定是否达标的要求项数（期限未到的不算）"),
    ("quotas_open", "进行中的要求项数：还差，期限未到"),
)

UNIT_COLUMNS = (
    ("unit", "单位代号"),
    ("name", "单位名称"),
    ("parent", "上级单位代号"),
    ("scope", "范围：own 本单位，subtree 本单位及下级"),
    ("reported", "是否已有报送"),
    ("indicator", "指标代码"),
    ("indicator_name", "指标名称"),
    ("numerator", "分子"),
    ("denominator", "分母"),
    ("withheld", "暂不计入的记录数"),
)

BOARD_COLUMNS = (
    ("year", "年度"),
    ("as_of", "截至日期"),
    ("edition", "规则版本"),
    ("class", "积分类别"),
    ("place", "名次"),
    ("cadre", "团干部代号（单位/团干部）"),
    ("name", "公布的姓名"),
    ("unit", "单位代号"),
    ("points", "积分"),
    ("diamonds", "钻数"),
    ("stars", "星数"),
)


def _cadres(a: Atlas) -> Iterator[Sequence[object]]:
    for one in a.cadres.values():
        found = tally(one.quotas)
        yield (
            one.id,
            one.name,
            one.unit,
            a.unit_name(one.unit),
            word("category", one.category),
            one.class_,
            one.policy,
            word("status", one.status),
            word("reason", one.reason or one.points_reason),
            one.points.total if one.points else None,
            one.level.diamonds if one.level else None,
            one.level.stars if one.level else None,
            one.ranks.overall.place if one.ranks else None,
            one.ranks.overall.of if one.ranks else None,
            one.tallies.get("partners", 0),
            found.met,
            found.judged,
            found.open,
        )


def _units(a: Atlas) -> Iterator[Sequence[object]]:
    for one in a.units.values():
        for name, scope in (("own", one.own), ("subtree", one.subtree)):
            head = (one.id, one.name, one.parent, name, "是" if scope.reported else "否")
            for code, view in scope.indicators.items():
                part = view.part if scope.reported else None
                yield (*head, code, word("indicator", code), part, view.whole, scope.withheld)


def _boards(a: Atlas) -> Iterator[Sequence[object]]:
    for board in a.boards():
        for row in board.rows:
            yield (
                board.year,
                board.as_of,
                board.edition,
                board.class_,
                row.place,
                row.cadre,
                row.name,
                row.unit,
                row.total,
                row.diamonds,
                row.stars,
            )


def sheets(a: Atlas) -> tuple[Sheet, ...]:
    """Every CSV of the site."""
    return (
        Sheet("cadres", "团干部", CADRE_COLUMNS, _cadres(a)),
        Sheet("units", "单位指标", UNIT_COLUMNS, _units(a)),
        Sheet("boards", "排行榜与历史殿堂", BOARD_COLUMNS, _boards(a)),
    )
