"""Boards in the terminal: place, name, unit, total, level, demands met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from rich.text import Text

from plus100.cli.cells import clean
from plus100.cli.grid import Column, grid
from plus100.cli.standing import level, quotas
from plus100.cli.terminal import columns
from plus100.core.points import Ratio
from plus100.publish.atlas import Atlas
from plus100.publish.labels import word
from plus100.publish.views import BoardView, CadreView, ScopeView

BOARD = (
    Column(title="名次", right=True),
    Column(title="姓名", yields=True),
    Column(title="单位", yields=True, least=12),
    Column(title="积分", right=True, ink="bold"),
    Column(title="达标", right=True),
    Column(title="代号", ink="dim"),
    Column(title="星级", ink="yellow"),  # last: some terminals show a star two columns wide
)
PLAIN = (
    Column(title="姓名", yields=True),
    Column(title="单位", yields=True, least=12),
    Column(title="状态", yields=True, least=12),
    Column(title="达标", right=True),
    Column(title="代号", ink="dim"),
)

INDICATORS = (
    Column(title="指标", yields=True, least=20),
    Column(title="本单位", right=True),
    Column(title="含下级", right=True),
)


def boards(a: Atlas, top: int | None) -> Iterator[Text]:
    """This year's boards, those that have rows."""
    return (one_board(board, a, top) for board in a.season.boards if board.rows)


def one_board(board: BoardView, a: Atlas, top: int | None) -> Text:
    """One board with its title, and how many are not shown."""
    text = Text(f"{board.year} 年排行榜：{word('class', board.class_)}", "bold")
    text.append(f"（{clean(a.edition_title(board.edition))}）\n", "dim")
    rows = [
        (
            str(row.place),
            row.name,
            a.unit_name(row.unit),
            row.total,
            quotas(a.cadres[row.cadre]),
            row.cadre,
            level(row.diamonds, row.stars),
        )
        for row in board.rows[:top]
    ]
    return text.append_text(grid(BOARD, rows, columns())).append_text(rest(len(board.rows) - len(rows)))


def unscored(a: Atlas, top: int | None) -> Iterator[Text]:
    """Cadres on no board, by edition: those whose documents have no points, then those not assessed."""
    ranked = {row.cadre for board in a.season.boards for row in board.rows}
    groups: dict[tuple[bool, str, str], list[CadreView]] = defaultdict(list)
    for one in a.cadres.values():
        if one.id not in ranked:
            assessed = one.status == "assessed"
            groups[not assessed, one.policy or "", one.points_reason if assessed else ""].append(one)
    for (_, edition, reason), found in sorted(groups.items()):
        text = Text(word("reason", reason) or "不参加考核", "bold")
        withheld = all(one.status == "withheld" for one in found)
        why = "记录有误，改好后再计算" if withheld else clean(a.edition_title(edition))
        text.append(f"（{why}）\n", "dim")
        rows = [(one.name, a.unit_name(one.unit), status(one), quotas(one), one.id) for one in found[:top]]
        yield text.append_text(grid(PLAIN, rows, columns())).append_text(rest(len(found) - len(rows)))


def indicators(a: Atlas, unit: str) -> Text:
    """The indicators of a unit (问答第 16 问), alone and with all below it: numerator, denominator."""
    view = a.units[unit]
    text = Text("指标", "bold").append(f"（{clean(view.name)}）\n", "dim")
    if not view.subtree.reported:
        return text.append(f"{word('reason', view.reason) or '尚未报送'}。\n")
    rows = [
        (
            word("indicator", code),
            "—" if view.reason else share(view.own, code),
            share(view.subtree, code),
        )
        for code in view.subtree.indicators
    ]
    return text.append_text(grid(INDICATORS, rows, columns())).append("\n")


def share(scope: ScopeView, code: str) -> str:
    """``0.86（12/14）``, or that nothing has been reported."""
    if not scope.reported or code not in scope.indicators:
        return "尚未报送"
    found = scope.indicators[code]
    ratio = Ratio(Decimal(found.part), found.whole)
    if not found.whole:
        return "—"
    return f"{ratio.percent() if code == 'doing' else ratio.mean()}（{found.part}/{found.whole}）"


def status(cadre: CadreView) -> str:
    """Assessed or not, and why not."""
    reason = word("reason", cadre.reason)
    return f"{word('status', cadre.status)}：{reason}" if reason else word("status", cadre.status)


def rest(count: int) -> Text:
    """``……还有 12 人`` and a blank line."""
    return Text(f"\n……还有 {count} 人\n" if count > 0 else "\n", "dim")
