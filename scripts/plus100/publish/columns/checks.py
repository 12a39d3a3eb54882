"""What a piece says that cannot be so: its unit, dates, pictures, who agreed, who recommended it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from plus100.core.findings import Finding
from plus100.intake.schema import codes
from plus100.ledger.world import Frame
from plus100.publish.columns.faults import finding, within
from plus100.publish.columns.pieces import Piece

_RISING = ("county", "city", "province")


def check(piece: Piece, frame: Frame, names: Collection[str]) -> Iterator[Finding]:
    """All of it. ``names`` are the files beside the piece. Findings are not located."""
    yield from _units(piece, frame)
    yield from _dates(piece, frame)
    yield from _consent(piece)
    yield from _recommendations(piece, frame)
    for place, shown in enumerate(piece.front.pictures):
        if shown.file not in names:
            yield finding("C712", within(piece.path, "pictures", place, "file"), shown=shown.file)


def _units(piece: Piece, frame: Frame) -> Iterator[Finding]:
    """Every unit is one of the records; one that is withheld for a fault of its own is not held against
    the piece.
    """
    known = {*frame.units, *(one.unit for one in frame.withheld)}
    named = [(piece.front.unit, ("unit",))]
    named += [(one.unit, ("recommended", n, "unit")) for n, one in enumerate(piece.front.recommended)]  # type: ignore[misc] # pointers of any length
    for unit, pointer in named:
        if unit not in known:
            yield finding("C703", within(piece.path, *pointer), shown=unit, nearest=_nearest(unit, known))


def _nearest(unit: str, known: Collection[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a slip needs it

    best = process.extractOne(unit, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"，是不是想写 {best[0]}？" if best else "。"


def _dates(piece: Piece, frame: Frame) -> Iterator[Finding]:
    front, latest = piece.front, frame.commit.day
    if latest and front.day > latest:
        what = f"发布日期 {front.day} 晚于提交日期 {latest}"
        yield finding("C709", within(piece.path, "date"), what=what)
    if front.until and front.until < front.day:
        what = f"有效期到 {front.until}，早于发布日期 {front.day}"
        yield finding("C709", within(piece.path, "until"), what=what)


def _consent(piece: Piece) -> Iterator[Finding]:
    if not piece.front.agreed:
        yield finding("C708", within(piece.path, "agreed"), whose="故事里的人")
    for place, shown in enumerate(piece.front.pictures):
        if not shown.agreed:
            where = within(piece.path, "pictures", place, "agreed")
            yield finding("C708", where, whose=f"图片 {shown.file} 里的人")


def _recommendations(piece: Piece, frame: Frame) -> Iterator[Finding]:
    """From county to province, each level once, by a unit of that level, none before the one below."""
    every = piece.front.recommended
    for place, one in enumerate(every):
        unit = frame.units.get(one.unit)
        if unit and unit.level != one.level:
            level, own = codes("level")[one.level], codes("level")[unit.level]
            why = f"{one.unit} 的层级是{own}，不是{level}"
            yield finding("C707", within(piece.path, "recommended", place, "unit"), why=why)
    for place, (before, one) in enumerate(pairwise(every), 1):
        if _RISING.index(one.level) <= _RISING.index(before.level):
            why = "要从低到高，每一级只写一次"
            yield finding("C707", within(piece.path, "recommended", place, "level"), why=why)
        elif one.day < before.day:
            why = f"{one.day} 早于下一级推荐的日期 {before.day}"
            yield finding("C707", within(piece.path, "recommended", place, "date"), why=why)
