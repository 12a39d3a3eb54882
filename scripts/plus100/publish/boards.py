"""Boards by points edition and class, by year; and lists for editions that have no points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from typing import NamedTuple

from markupsafe import Markup

from plus100.publish.atlas import Atlas
from plus100.publish.charts import histogram
from plus100.publish.labels import word
from plus100.publish.page import Page, root
from plus100.publish.progress import met
from plus100.publish.render import template
from plus100.publish.views import BoardView, CadreView, RowView

TOP = 5
EDITION_DEPTH = 2
"""Slashes in ``boards/shandong-2017/``."""


class Card(NamedTuple):
    """A board on the index: what it is and who leads it."""

    title: str
    href: str
    note: str
    top: tuple[RowView, ...] = ()


def class_title(a: Atlas, board: BoardView) -> str:
    """The class as its edition calls it (points classes are data), else the general word."""
    edition = a.frame.editions.get(board.edition)
    for held in (one for row in edition.rules.values() for one in row) if edition else ():
        for one in getattr(held.rule.does, "classes", ()):
            if getattr(one, "id", None) == board.class_:
                return str(one.title)
    return word("class", board.class_)


def is_past(a: Atlas, board: BoardView) -> bool:
    """Whether the board belongs to the hall of history."""
    return board.year != int(a.season.as_of[:4])


def board_title(a: Atlas, board: BoardView) -> str:
    """``2018 年排行榜：专职、挂职团干部``."""
    return f"{board.year} 年排行榜：{class_title(a, board)}"


def board_href(a: Atlas, board: BoardView) -> str:
    """The board's address below the site's root; this year's has no year, so links to it last."""
    year = f"{board.year}/" if is_past(a, board) else ""
    return f"boards/{board.edition}/{board.class_.replace('_', '-')}/{year}"


def card(a: Atlas, board: BoardView, top: int = TOP) -> Card:
    """What an index says of a board."""
    note = f"{a.edition_title(board.edition)}，{len(board.rows)} 人，截至 {board.as_of}"
    return Card(board_title(a, board), board_href(a, board), note, board.rows[:top])


def cap(a: Atlas, board: BoardView) -> str:
    """The most points that anyone on the board could have."""
    caps = [view.points.cap for row in board.rows if (view := a.cadres.get(row.cadre)) and view.points]
    return str(max(map(Decimal, caps), default=Decimal(100)))


def _board(a: Atlas, board: BoardView, withheld: int) -> Page:
    path = f"{board_href(a, board)}index.md"
    title = board_title(a, board)
    totals = [row.total for row in board.rows]
    kin = (one for one in a.boards() if (one.edition, one.class_) == (board.edition, board.class_))
    body = template("board")(
        a=a,
        root=root(path),
        board=board,
        withheld=withheld,
        past=is_past(a, board),
        chart=histogram(title, totals, cap(a, board)) if totals else Markup(),
        others=[(board_title(a, one), board_href(a, one)) for one in kin if one is not board],
    )
    return Page(path=path, title=title, body=body)


def pointless(a: Atlas) -> dict[str, list[CadreView]]:
    """Edition → assessed cadres under it who have no points, by unit and id."""
    found: dict[str, list[CadreView]] = defaultdict(list)
    for view in a.cadres.values():
        if view.status == "assessed" and view.points is None and view.policy:
            found[view.policy].append(view)
    return dict(sorted(found.items()))


def _pointless(a: Atlas, edition: str, cadres: list[CadreView]) -> Page:
    path = f"boards/{edition}/index.md"
    body = template("pointless")(a=a, root=root(path), edition=edition, cadres=cadres, met=met)
    return Page(path=path, title=f"达标情况：{a.edition_title(edition)}", body=body)


def index(a: Atlas) -> Page:
    """All boards, the hall of history, and the editions without points."""
    path = "boards/index.md"
    lists = [
        Card(a.edition_title(edition), f"boards/{edition}/", f"{len(cadres)} 人，看要求是否达标")
        for edition, cadres in pointless(a).items()
    ]
    past = [card(a, one, 0) for one in a.boards() if is_past(a, one)]
    cards = [card(a, one) for one in a.season.boards]
    body = template("boards")(a=a, root=root(path), cards=cards, pointless=lists, past=past)
    return Page(path=path, title="排行榜", body=body, nav="排行榜")


def _folders(a: Atlas) -> Iterator[Page]:
    """What lies below an edition, or below a class that has past boards alone, for whoever comes by a
    shortened address.
    """
    kin: dict[str, list[BoardView]] = defaultdict(list)
    for board in a.boards():
        for above in PurePosixPath(board_href(a, board)).parents[:-2]:
            kin[f"{above}/"].append(board)
    there = {board_href(a, one) for one in a.boards()} | {f"boards/{one}/" for one in pointless(a)}
    for folder, found in sorted(kin.items()):
        if folder not in there:
            yield _folder(a, folder, found)


def _folder(a: Atlas, folder: str, found: list[BoardView]) -> Page:
    path, edition = f"{folder}index.md", a.edition_title(found[0].edition)
    of = edition if folder.count("/") == EDITION_DEPTH else f"{edition}，{class_title(a, found[0])}"
    cards = [card(a, one) for one in found if not is_past(a, one)]
    past = [card(a, one, 0) for one in found if is_past(a, one)]
    body = template("boards")(a=a, root=root(path), cards=cards, pointless=[], past=past)
    return Page(path=path, title=f"排行榜：{of}", body=body)


def pages(a: Atlas, withheld: int = 0) -> Iterator[Page]:
    """The index, every board of every year, a list for each edition without points, and what lies in each
    folder of boards; a board says how many records are withheld from it.
    """
    yield index(a)
    for board in a.boards():
        yield _board(a, board, withheld)
    for edition, cadres in pointless(a).items():
        yield _pointless(a, edition, cadres)
    yield from _folders(a)
