"""A figure's result in one line: status first, then the numbers, then until when and why."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.points import text as exact
from plus100.ledger.world import Frame
from plus100.measure.figures import ItemFigure, QuotaFigure, RatioFigure
from plus100.publish.labels import recorded, word
from plus100.publish.policies.text import names
from plus100.publish.progress import limit
from plus100.publish.progress import missing as missing_words

Figure = ItemFigure | QuotaFigure | RatioFigure

MISSING = ("field", "platform", "statement_kind", "link_kind", "met")
"""Vocabularies that something missing may come from, besides the edition's themes."""


def result(figure: Figure, frame: Frame) -> str:
    """The figure itself, in one line."""
    if isinstance(figure, ItemFigure):
        return (
            f"封顶前 {exact(figure.raw)}，上限 {exact(figure.cap)}，"
            f"计入 {exact(figure.counted)}，还可得 {exact(figure.to_gain)}"
        )
    return quota_result(figure, frame) if isinstance(figure, QuotaFigure) else ratio_result(figure)


def quota_result(figure: QuotaFigure, frame: Frame) -> str:
    """``进行中：已有 2 次，需要 5 次，还差 3 次，2018-12-31 截止``."""
    unit = word("unit", figure.unit)
    parts = [f"已有 {exact(figure.have)} {unit}"]
    parts += [f"需要 {exact(figure.need)} {unit}"] if figure.need is not None else []
    parts += [f"还差 {exact(figure.short)} {unit}"] if figure.short else []
    parts += [when(figure)] if when(figure) else []
    if figure.missing and figure.status != "met":
        parts.append(missing_words(figure.unit, figure.have, figure.need, list(missing(figure, frame))))
    return f"{verdict('quota', figure.status, figure.note, figure.days)}：{'，'.join(parts)}"


def verdict(kind: str, status: str, note: str, days: str = "") -> str:
    """``不适用（任职不满这一期，52/61 天）``."""
    why = [word("reason", note)] if note else []
    why += [f"{days} 天"] if days else []
    return word(kind, status) + (f"（{'，'.join(why)}）" if why else "")


def when(figure: QuotaFigure) -> str:
    """Until when, or in which window; nothing where the demand holds on any day."""
    if figure.status == "open" and figure.due:
        return f"{figure.due} 截止"
    if figure.window:
        return f"这一期从 {figure.window[0]} 到 {figure.window[1]}"
    return f"期限 {figure.due}" if figure.due else ""


def missing(figure: QuotaFigure, frame: Frame) -> Iterator[str]:
    """What is not there yet, in words: themes, fields, platforms, statements, ways of meeting."""
    edition = frame.editions.get(figure.grounds.edition)
    words = {code: label for name in MISSING for code, label in recorded(name).items()}
    words |= names(edition) if edition else {}
    return (words.get(code, code) for code in figure.missing)


def ratio_result(figure: RatioFigure) -> str:
    """``符合：5.2%（5/97），要求不超过 20%``."""
    ratio = figure.ratio
    parts = [f"{ratio.percent()}（{exact(ratio.part)}/{ratio.whole}）"]
    parts += [f"要求{limit(figure.limit, figure.bound)}"] if figure.limit else []
    parts += [f"{figure.unrecorded} 人没有登记"] if figure.unrecorded else []
    return f"{verdict('ratio', figure.status, figure.note)}：{'，'.join(parts)}"
