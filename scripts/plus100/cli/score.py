"""``plus100 score``: boards, one unit or one cadre, as a table, JSON or CSV."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container, Iterator

import click
from msgspec.structs import replace
from rich.text import Text

from plus100.cli.board import boards, indicators, unscored
from plus100.cli.cells import clean
from plus100.cli.options import Options, common, in_form, season_of, source_of
from plus100.cli.parameters import Count, Name, nearest
from plus100.cli.parameters import cadres as cadre_ids
from plus100.cli.parameters import units as unit_ids
from plus100.cli.person import card
from plus100.cli.standing import heading, remarks
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, UnknownError
from plus100.publish.atlas import Atlas
from plus100.publish.datafiles import score_json
from plus100.publish.pages import survey
from plus100.publish.sheets import sheets, to_csv
from plus100.publish.views import BoardView, RowView


@click.command(
    "score",
    cls=Command,
    short_help="看积分、星级、名次和各项要求的完成情况",
    help="按积分规则和类别列出排行榜；没有积分规则的，列出各项要求的完成情况。\n"
    "可以只看一个单位（含下级）或一名团干部。“达标”是已达标的和能判定的要求各有几项，还没到期的不算。",
    examples=(
        "plus100 score",
        "plus100 score --unit fengling",
        "plus100 score --cadre fengling/li-beihe",
        "plus100 score --as-of 2017-12-31 --format csv",
    ),
)
@click.option("--unit", type=Name(unit_ids), metavar="单位", help="只看这个单位和它的下级")
@click.option("--cadre", type=Name(cadre_ids), metavar="单位/团干部", help="只看这名团干部")
@click.option("--top", type=Count(), metavar="数量", help="每张榜只列前几名（只用于 table）")
@in_form("table", "json", "csv", told="table 给人看，json、csv 给程序和表格软件用")
@common
def score(options: Options, unit: str | None, cadre: str | None, top: int | None, form: str) -> int:
    """Print the figures asked for; 1 where the records are too faulty to have any."""
    if top is not None and form != "table":
        raise click.UsageError("--top 只用于 table；json 和 csv 总是给出全部。")
    outcome = season_of(options, source_of(options))
    found = survey(outcome)
    if found is None:
        complain("记录有误，算不出结果；请先用 plus100 check 查看。")
        return 1
    kept = only(found, unit, cadre)
    if form == "json":
        write(score_json(kept.season), end="")
    elif form == "csv":
        write(to_csv(sheets(kept)[0]), end="")
    else:
        for text in table(kept, unit or found.frame.settings.root, cadre, top):
            write(text)
    note = remarks(outcome)
    if note:
        complain(note)
    return 0


def table(a: Atlas, unit: str, cadre: str | None, top: int | None) -> Iterator[Text]:
    """The blocks of the table form."""
    yield heading(a)
    if cadre is not None:
        yield card(a.cadres[cadre], a)
        return
    yield from boards(a, top)
    yield from unscored(a, top)
    if unit in a.units:
        yield indicators(a, unit)


def only(a: Atlas, unit: str | None, cadre: str | None) -> Atlas:
    """Cut down to one unit with all below it, or to one cadre. Places stay as they are."""
    if unit is not None and unit not in a.units:
        raise UnknownError(f"没有 {clean(unit)} 这个单位{nearest(unit, sorted(a.units))}")
    if cadre is not None and cadre not in a.cadres:
        now = next((one for one, figures in a.figures.items() if cadre in figures.engagements), None)
        if now is not None:
            raise UnknownError(f"{clean(cadre)} 的任职已经合并到 {now} 一起统计，请看 {now}。")
        raise UnknownError(f"没有 {clean(cadre)} 这名团干部{nearest(cadre, sorted(a.cadres))}")
    if unit is None and cadre is None:
        return a
    units = set(a.units if unit is None else a.below(unit))
    inside = (one for one in a.cadres.values() if unit is None or one.unit in units)
    kept = {one.id for one in inside if cadre in (None, one.id)}
    if cadre is None:
        return cut(a, kept, lambda row: row.unit in units, units)
    if not kept:
        raise UnknownError(f"{clean(cadre)} 不在 {clean(unit or '')} 及其下级。")
    books = {cadre, *a.figures[cadre].engagements}
    return cut(a, kept, lambda row: row.cadre in books, {a.cadres[cadre].unit})


def cut(a: Atlas, cadres: Container[str], rows: Callable[[RowView], bool], units: Container[str]) -> Atlas:
    """Only these cadres, rows and units, in the season's view as well as in the index. A past row is
    filed under the engagement and the unit in which that year ended, which may have been left since.
    """
    season = replace(
        a.season,
        cadres=tuple(one for one in a.season.cadres if one.id in cadres),
        units=tuple(one for one in a.season.units if one.id in units),
        boards=tuple(shortened(board, rows) for board in a.season.boards),
        history=tuple(shortened(board, rows) for board in a.season.history),
    )
    return dataclasses.replace(a, season=season, cadres={one.id: one for one in season.cadres})


def shortened(board: BoardView, rows: Callable[[RowView], bool]) -> BoardView:
    """The rows asked for."""
    return replace(board, rows=tuple(filter(rows, board.rows)))
