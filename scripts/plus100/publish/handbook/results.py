"""What measuring an example yields, by the names that its rows ask for: values, and words for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plus100.core.points import text
from plus100.measure.figures import CadreFigures, ItemFigure, QuotaFigure, RatioFigure
from plus100.publish.labels import word
from plus100.publish.policies.words import day


@dataclass(frozen=True, slots=True)
class Result:
    """``values``: what a row may expect, as text; ``words``: the figure as the page tells it."""

    values: Mapping[str, str]
    words: str


def result(figures: CadreFigures, name: str) -> Result | None:
    """The figure of that name, ``None`` where this person has none on this day."""
    if name == "status":
        return _status(figures)
    return next((made for found, made in _results(figures) if found == name), None)


def _results(figures: CadreFigures) -> Iterator[tuple[str, Result]]:
    """Every figure under its name, the status apart."""
    yield from ((f"quota/{one.id}", _quota(one)) for one in figures.quotas)
    yield from ((f"ratio/{one.id}", _ratio(one)) for one in figures.ratios)
    for name, number in figures.tallies.items():
        yield f"tally/{name}", Result({"number": str(number)}, f"{word('tally', name)}：{number}")
    if figures.points is not None:
        yield from ((f"points/{one.id}", _item(one)) for one in figures.points.items)
        total, cap = text(figures.points.total), text(figures.points.cap)
        yield "points", Result({"total": total, "cap": cap}, f"共 {total} 分")
    if figures.level is not None:
        diamonds, stars = str(figures.level.diamonds), str(figures.level.stars)
        yield "level", Result({"diamonds": diamonds, "stars": stars}, f"{diamonds} 钻 {stars} 星")


def _quota(one: QuotaFigure) -> Result:
    need = "" if one.need is None else text(one.need)
    values = {
        "status": one.status,
        "have": text(one.have),
        "need": need,
        "short": text(one.short),
        "due": one.due.isoformat() if one.due else "",
    }
    unit = word("unit", one.unit)
    so_far = f"{text(one.have)} / {need} {unit}" if need else f"{text(one.have)} {unit}"
    short = f"，还差 {text(one.short)} {unit}" if one.short else ""
    until = f"，到{day(one.due)}" if one.status == "open" and one.due else ""
    why = f"（{word('reason', one.note)}）" if one.note else ""
    return Result(values, f"{so_far}，{word('quota', one.status)}{short}{until}{why}")


def _ratio(one: RatioFigure) -> Result:
    percent = one.ratio.percent()
    values = {
        "status": one.status,
        "part": text(one.ratio.part),
        "whole": str(one.ratio.whole),
        "percent": percent,
        "unrecorded": str(one.unrecorded),
    }
    return Result(
        values, f"{text(one.ratio.part)} ÷ {one.ratio.whole} = {percent}，{word('ratio', one.status)}"
    )


def _item(one: ItemFigure) -> Result:
    values = {"raw": text(one.raw), "cap": text(one.cap), "counted": text(one.counted)}
    before = f"{text(one.raw)} 分，封顶后" if one.raw > one.counted else ""
    return Result(values, f"{before}计 {text(one.counted)} 分")


def _status(figures: CadreFigures) -> Result:
    why = f"（{word('reason', figures.reason)}）" if figures.reason else ""
    values = {"status": figures.status, "reason": figures.reason, "category": figures.category or ""}
    return Result(values, f"{word('status', figures.status)}{why}")
