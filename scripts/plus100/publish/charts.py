"""A few charts of the whole league: Vega-Lite specifications turned into inline SVG.

Colours are placeholders in the specification and CSS variables in the page, so that one drawing
serves the light and the dark scheme. Charts hold fixed words and numbers only, never a name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert
from markupsafe import Markup, escape

INK = "#010101"
SOFT = "#020202"
RULE = "#030303"
SERIES = ("#040404", "#050505", "#060606", "#070707")

VARIABLES = {
    INK: "currentColor",
    SOFT: "var(--p-soft)",
    RULE: "var(--p-rule)",
    SERIES[0]: "var(--p-series-1)",
    SERIES[1]: "var(--p-series-2)",
    SERIES[2]: "var(--p-series-3)",
    SERIES[3]: "var(--p-series-4)",
}

LABEL = 17
"""Size of labels in a drawing as wide as a phone; a style sheet makes them smaller on wider screens."""

WIDTH = 290
"""Of the plot, without its labels."""

CONFIG = {
    "background": None,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": SOFT,
        "titleColor": SOFT,
        "gridColor": RULE,
        "domainColor": RULE,
        "tickColor": RULE,
        "labelFontSize": LABEL,
        "titleFontSize": LABEL,
        "titleFontWeight": "normal",
    },
    "legend": {
        "labelColor": SOFT,
        "titleColor": SOFT,
        "labelFontSize": LABEL,
        "orient": "top",
        "title": None,
    },
    "range": {"category": list(SERIES)},
}


@cache
def _svg(specification: str) -> str:
    return str(vl_convert.vegalite_to_svg(json.loads(specification), allowed_base_urls=[]))


def draw(specification: dict[str, Any], title: str, description: str) -> Markup:
    """Inline SVG with title and description; equal specifications are drawn once a process."""
    full = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": CONFIG,
        "width": WIDTH,
        "height": 190,
        **specification,
    }
    svg = _svg(json.dumps(full, ensure_ascii=False, sort_keys=True))
    for colour, variable in VARIABLES.items():
        svg = svg.replace(f'"{colour}"', f'"{variable}"')
    svg = re.sub(r' aria-(label|roledescription)="[^"]*"| role="graphics-[a-z]*"', "", svg)
    svg = re.sub(r'(<svg[^>]*?) width="\d+" height="\d+"', r'\1 role="img"', svg, count=1)
    words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return Markup(svg.replace(">", f">{words}", 1))  # noqa: S704 (drawn from numbers and our own words)


GOOD, SHORT = SERIES[1], SERIES[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How bars are drawn: titles of both axes, colours by series, lying down (``flat``) or upright."""

    axis: str = ""
    unit: str = "人数"
    colours: tuple[str, ...] = SERIES
    flat: bool = False


def bars(title: str, rows: Sequence[tuple[str, str, int]], look: Look) -> Markup:
    """Stacked bars of ``(place, series, count)`` rows, in the given order."""
    values = [{"x": place, "s": name, "n": count, "k": k} for k, (place, name, count) in enumerate(rows)]
    series = list(dict.fromkeys(name for _, name, _ in rows))
    places = {
        "field": "x",
        "type": "nominal",
        "sort": list(dict.fromkeys(place for place, _, _ in rows)),
        "title": look.axis or None,
        "axis": {"labelAngle": 0},
        "scale": {"padding": 0.25},
    }
    counts = {"field": "n", "type": "quantitative", "title": look.unit, "axis": {"tickMinStep": 1}}
    colour: dict[str, Any] = {"field": "s", "type": "nominal", "sort": series}
    colour["scale"] = {"range": list(look.colours)}
    if len(series) == 1:
        colour["legend"] = None
    encoding = {"color": colour, "order": {"field": "k", "type": "quantitative"}}
    encoding |= {"x": counts, "y": places} if look.flat else {"x": places, "y": counts}
    many = len(series) > 1
    words = "；".join(f"{place}{f' {name}' if many else ''} {count}" for place, name, count in rows)
    mark = {"type": "bar", "cornerRadiusEnd": 0 if many else 2}
    shown: dict[str, Any] = {"data": {"values": values}, "mark": mark, "encoding": encoding}
    if look.flat:  # labels stand beside the plot
        shown["width"] = WIDTH - LABEL * max((len(place) for place, _, _ in rows), default=0)
    return draw(shown, title, words)


def histogram(title: str, totals: Sequence[str], cap: str) -> Markup:
    """How many people have how many points, in steps of ten up to the cap."""
    width = 10
    top = max(int(float(cap)), width)
    bins = [0] * (top // width + (top % width > 0))
    for total in totals:
        bins[min(int(float(total)) // width, len(bins) - 1)] += 1
    rows = [(f"{index * width}", "人数", count) for index, count in enumerate(bins)]
    return bars(title, rows, Look(axis="积分（每 10 分一档，标的是起点）"))
