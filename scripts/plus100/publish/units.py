"""A page for each unit, and the tree that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from plus100.publish.atlas import Atlas
from plus100.publish.boards import board_href, board_title
from plus100.publish.columns.kinds import FOLDER
from plus100.publish.columns.rows import Shelves
from plus100.publish.labels import word
from plus100.publish.page import Page, root
from plus100.publish.progress import JUDGED, met
from plus100.publish.render import template
from plus100.publish.shares import mean, ratio
from plus100.publish.views import CadreView, RowView, ScopeView, UnitView

NEWEST = 5
"""Contributions on a unit's page; the columns list all."""

NONE: Shelves = {}
STATUSES = ("assessed", "exempt", "left", "not_covered", "withheld")


def indicator(scope: ScopeView, name: str, label: str = "") -> Markup:
    """A table cell: the mean or share, and what it is made of; the label is for phones."""
    view = scope.indicators.get(name)
    if view is None or not view.whole:
        return Markup('<td class="p-num" data-v="" data-l="{}">—</td>').format(label)
    figure = ratio(view).percent() if name == "doing" else mean(view)
    return Markup('<td class="p-num" data-v="{}" data-l="{}">{}<small>（{}／{}）</small></td>').format(
        figure.rstrip("%"), label, figure, view.part, view.whole
    )


class UnitBoard(NamedTuple):
    """The part of a board that lies below one unit, with places of its own."""

    title: str
    href: str
    note: str
    rows: list[tuple[int, RowView]]


def boards(a: Atlas, unit: str) -> Iterator[UnitBoard]:
    """This year's boards among the unit and all below it."""
    for board in a.season.boards:
        rows = [
            (ranks.subtrees[unit].place, row)
            for row in board.rows
            if (ranks := a.cadres[row.cadre].ranks) and unit in ranks.subtrees
        ]
        if rows:
            note = f"{len(rows)} 人，依据{a.edition_title(board.edition)}，截至 {board.as_of}"
            yield UnitBoard(board_title(a, board), board_href(a, board), note, rows)


def quotas(a: Atlas, view: UnitView) -> list[dict[str, Any]]:
    """How many cadres meet each demand and how many not; ``open`` are those with time left, ``rest``
    those whom it doesn't judge, ``whole`` all but these; ``who`` are the unit's own who do not meet it.
    """
    found = []
    who = lacking(a, view.id) if view.own.reported else {}
    for rule, counts in view.subtree.quotas.items():
        number = {status: counts.get(status, 0) for status in (*JUDGED, "open")}
        whole = sum(number.values())
        rest = sum(counts.values()) - whole
        title = a.rule_title(rule, view.policy)
        found.append({"title": title, **number, "rest": rest, "whole": whole, "who": who.get(rule, ())})
    return found


def lacking(a: Atlas, unit: str) -> dict[str, list[CadreView]]:
    """Rule → the unit's own cadres who do not meet it: whom its administrator has to remind."""
    found: dict[str, list[CadreView]] = {}
    for cadre in (a.cadres[name] for name in a.members.get(unit, ())):
        for quota in cadre.quotas:
            if quota.status == "short" and cadre.status == "assessed":
                found.setdefault(quota.id, []).append(cadre)
    return found


def scored(scope: ScopeView) -> bool:
    """Whether anybody there has points; under an edition without any, columns of them would be empty."""
    view = scope.indicators.get("mean_points")
    return view is not None and view.whole > 0


def depths(a: Atlas) -> Iterator[tuple[int, UnitView]]:
    """The whole forest in tree order, each unit with its depth."""
    roots = [name for name in a.units if len(a.lineage[name]) == 1]
    for top in roots:
        for name in a.below(top):
            yield len(a.lineage[name]) - 1, a.units[name]


def index(a: Atlas) -> Page:
    """The tree of all units."""
    path = "units/index.md"
    body = template("units")(a=a, root=root(path), rows=list(depths(a)), indicator=indicator)
    return Page(path=path, title="单位", body=body, nav="单位")


def pages(a: Atlas, shelves: Shelves = NONE) -> Iterator[Page]:
    """The tree and every unit's page, with the unit's contributions."""
    yield index(a)
    render = template("unit")
    for view in a.units.values():
        path = f"units/{view.id}/index.md"
        body = render(
            a=a,
            view=view,
            root=root(path),
            line=list(reversed(a.lineage[view.id])),
            children=[a.units[name] for name in a.children.get(view.id, ())],
            cadres=(cadres := [a.cadres[name] for name in a.members.get(view.id, ())]),
            scored=scored(view.subtree),
            pointed=any(one.points for one in cadres),
            boards=list(boards(a, view.id)) if view.subtree.reported else [],
            quotas=quotas(a, view) if view.subtree.reported else [],
            statuses=[(status, word("status", status)) for status in STATUSES],
            indicator=indicator,
            met=met,
            pieces=shelves.get(view.id, ())[:NEWEST],
            more=len(shelves.get(view.id, ())) - NEWEST,
            columns=FOLDER,
        )
        yield Page(path=path, title=view.name, body=body, boost=8)
