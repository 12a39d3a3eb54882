"""One cadre in the terminal: points by item, demands, shares, places."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from plus100.cli.cells import clean, wrap
from plus100.cli.grid import Column, grid
from plus100.cli.rules import headline, indented
from plus100.cli.standing import level
from plus100.cli.terminal import columns
from plus100.cli.verdict import result
from plus100.ledger.world import Frame
from plus100.measure.figures import QuotaFigure, RatioFigure
from plus100.publish.atlas import Atlas
from plus100.publish.labels import word
from plus100.publish.progress import to_next_star
from plus100.publish.views import CadreView

ITEMS = (
    Column(title="积分项", yields=True),
    Column(title="封顶前", right=True),
    Column(title="上限", right=True),
    Column(title="计入", right=True, ink="bold"),
    Column(title="还可得", right=True),
    Column(title="代号", ink="dim"),
)
MARKS = {
    "met": ("✓", "green"),
    "within": ("✓", "green"),
    "short": ("✗", "red"),
    "under": ("✗", "red"),
    "over": ("!", "yellow"),
    "open": ("…", "cyan"),
}
UNJUDGED = ("·", "dim")


def card(cadre: CadreView, a: Atlas) -> Text:
    """Everything about one cadre, without the trace (that is ``explain``)."""
    text = Text("\n").join(blocks(cadre, a))
    if not (cadre.points or cadre.quotas or cadre.ratios):
        return text
    return text.append(f"\n逐条来历：plus100 explain {cadre.id} 项目\n", "dim")


def blocks(cadre: CadreView, a: Atlas) -> Iterator[Text]:
    """Title, points, demands, shares."""
    yield title(cadre, a)
    if cadre.points:
        yield points(cadre)
    figures = a.figures[cadre.id]
    for heading, found in (("要求", figures.quotas), ("比例", figures.ratios)):
        if found:
            lines = (demand(one, a.frame) for one in found)
            yield Text(f"{heading}\n", "bold").append_text(Text("\n").join(lines)).append("\n")


def title(cadre: CadreView, a: Atlas) -> Text:
    """Name, id, category, edition; status where it is not simply assessed."""
    text = Text(clean(cadre.name), "bold").append(f"  {cadre.id}\n", "dim")
    parts = [
        word("category", cadre.category),
        clean(a.edition_title(cadre.policy)),
        word("status", cadre.status),
    ]
    said = " · ".join(part for part in parts if part)
    text.append(standing(said, cadre.reason, "" if cadre.points else cadre.points_reason))
    return text.append("\n")


def standing(said: str, reason: str, unscored: str) -> str:
    """What somebody is, why not assessed, why without points (unless that is the same), in whole lines."""
    lines = wrap(said + (f"：{word('reason', reason)}" if reason else ""), columns())
    if unscored and unscored != reason:
        lines += wrap(f"没有积分：{word('reason', unscored)}", columns())
    return "\n".join(lines)


def points(cadre: CadreView) -> Text:
    """Total, level, places, and the items."""
    text = Text()
    if cadre.points is None:
        return text
    text.append(f"{cadre.points.year} 年积分 {cadre.points.total}（满分 {cadre.points.cap}）", "bold")
    if cadre.level:
        text.append(f"  {level(cadre.level.diamonds, cadre.level.stars, none='还没有星')}", "yellow")
        if more := to_next_star(cadre):
            text.append(f"  再得 {more} 分升一星", "dim")
    if cadre.ranks:
        ranks = (("全部", cadre.ranks.overall), ("本单位", cadre.ranks.unit))
        text.append(
            "\n" + "，".join(f"{name}第 {rank.place} 名（共 {rank.of} 人）" for name, rank in ranks)
        )
    rows = [
        (word("item", item.id), item.raw, item.cap, item.counted, item.to_gain, item.id)
        for item in cadre.points.items
    ]
    return text.append("\n").append_text(grid(ITEMS, rows, columns())).append("\n")


def demand(figure: QuotaFigure | RatioFigure, frame: Frame) -> Text:
    """A demand or a share: mark, title, and below it the result."""
    mark, ink = MARKS.get(figure.status, UNJUDGED)
    text = Text(f"{mark} ", ink).append_text(headline(figure.grounds.title, figure.id, 2, "none"))
    return text.append_text(indented(result(figure, frame)))
