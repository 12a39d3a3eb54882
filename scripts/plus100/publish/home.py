"""The first page: what this is, the season at a glance, where to go."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from plus100.publish.atlas import Atlas
from plus100.publish.boards import card, class_title
from plus100.publish.charts import GOOD, SERIES, SHORT, Look, bars
from plus100.publish.labels import recorded, word
from plus100.publish.page import Page
from plus100.publish.render import template
from plus100.publish.views import ScopeView, UnitView

TOP = 5
MONTHS = range(1, 13)


def levels(a: Atlas) -> Markup:
    """How many have reached which number of diamonds, by class."""
    rows = []
    for board in a.season.boards:
        counts = Counter(row.diamonds for row in board.rows if row.diamonds is not None)
        most = max((one for b in a.season.boards for row in b.rows if (one := row.diamonds)), default=0)
        name = class_title(a, board)
        rows += [(f"{number} 钻", name, counts[number]) for number in range(most + 1)]
    return bars("星级分布", rows, Look()) if rows else Markup()


def months(a: Atlas) -> Markup:
    """Entries a month in the year of as-of."""
    counts = Counter(day.month for one in a.figures.values() for day, n in one.calendar for _ in range(n))
    rows = [(f"{month}", "记录", counts[month]) for month in MONTHS if month <= int(a.season.as_of[5:7])]
    return bars("每月记录", rows, Look(axis="月份", unit="条数"))


SHORT_NAMES = {"leading_organ_part_time": "领导机关兼职", "large_unit_part_time": "较多单位兼职"}
"""Category labels that are too long for an axis."""

INKS = {"met": GOOD, "short": SHORT, "over": SERIES[0], "open": SERIES[3]}


def quota_bars(a: Atlas) -> Markup:
    """How many demands are met, not met, or still open, by category of cadre."""
    words = {status: word("quota", status) for status in ("met", "short", "over", "open")}
    counts = Counter(
        (view.category, words[one.status])
        for view in a.cadres.values()
        for one in view.quotas
        if one.status in words
    )
    found = [code for code in recorded("category") if any(code == category for category, _ in counts)]
    rows = [
        (SHORT_NAMES.get(code, word("category", code)), label, counts[code, label])
        for code in found
        for label in (one for one in words.values() if any(one == said for _, said in counts))
    ]
    if not rows:
        return Markup()
    colours = tuple(
        INKS[status] for status, label in words.items() if any(label == said for _, said, _ in rows)
    )
    return bars("各类团干部要求达标情况", rows, Look(unit="项数", colours=colours, flat=True))


def whole(a: Atlas) -> ScopeView | None:
    """The figures of the unit at the top with all below it."""
    top: UnitView | None = a.units.get(a.frame.settings.root)
    return top.subtree if top else None


def page(a: Atlas, withheld: int) -> Page:
    """Home. Its words are found by search, unlike those of the pages of figures."""
    drawn = (("星级分布", levels(a)), ("每月记录", months(a)), ("各类团干部要求达标情况", quota_bars(a)))
    counts = Counter(view.status for view in a.cadres.values())
    body = template("home")(
        a=a,
        root="",
        silent=sum(not one.subtree.reported for one in a.units.values()),
        counts={name: counts[name] for name in ("assessed", "exempt", "left")},
        partners=sum(view.tallies.get("partners", 0) for view in a.cadres.values()),
        entries=sum(count for one in a.figures.values() for _, count in one.calendar),
        whole=whole(a),
        withheld=withheld,
        charts=[(title, chart) for title, chart in drawn if chart],
        cards=[card(a, board, TOP) for board in a.season.boards],
    )
    return Page(path="index.md", title=a.frame.settings.title, body=body, search=True, nav="首页")
