"""What a piece says that cannot be so: its unit, dates, pictures, who agreed, who recommended it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise

from plus100.core.findings import Finding
from plus100.intake.front_matter import within
from plus100.intake.schema import codes
from plus100.ledger.checks.parent import parent_on
from plus100.ledger.world import Frame
from plus100.publish.columns.faults import finding
from plus100.publish.columns.pieces import Piece, Recommended

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
    for place, one in enumerate(front.recommended):
        if latest and one.day > latest:
            what = f"推荐日期 {one.day} 晚于提交日期 {latest}"
            yield finding("C709", within(piece.path, "recommended", place, "date"), what=what)


def _consent(piece: Piece) -> Iterator[Finding]:
    if not piece.front.agreed:
        yield finding("C708", within(piece.path, "agreed"), whose="故事里的人")
    for place, shown in enumerate(piece.front.pictures):
        if not shown.agreed:
            where = within(piece.path, "pictures", place, "agreed")
            yield finding("C708", where, whose=f"图片 {shown.file} 里的人")


def _recommendations(piece: Piece, frame: Frame) -> Iterator[Finding]:
    """From county to province, each level once, by a unit of that level above the one before, none left
    out, none before the one below.
    """
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
        elif why := _missed(before.unit, one, frame):
            yield finding("C707", within(piece.path, "recommended", place, "unit"), why=why)
    for one in every[:1]:
        from_above = piece.front.unit in _above(one.unit, one.day, frame)
        if not from_above and (why := _missed(piece.front.unit, one, frame)):
            yield finding("C707", within(piece.path, "recommended", 0, "unit"), why=why)


def _missed(lower: str, one: Recommended, frame: Frame) -> str:
    """Why a recommendation does not go on from a unit: it is not above it, or leaves a level out. Nothing
    where its level is wrong anyway, or a unit on the way cannot be read.
    """
    unit = frame.units.get(one.unit)
    if unit is None or unit.level != one.level or one.unit == lower:
        return ""
    above = _above(lower, one.day, frame)
    if one.unit not in above:
        unread = not {lower, *above[-1:]} <= frame.units.keys()
        return "" if unread else f"{one.unit} 不是 {lower} 的上级单位"
    for between in above[: above.index(one.unit)]:
        if (level := frame.units[between].level) in _RISING:
            return f"跳过了{codes('level')[level]}的 {between}"
    return ""


def _above(unit: str, day: date, frame: Frame) -> tuple[str, ...]:
    """The units over one on a day, nearest first; a ring of parents is a finding of the records."""
    found: list[str] = []
    at = frame.units.get(unit)
    while at and (parent := parent_on(at, day)) and parent not in (unit, *found):
        found.append(parent)
        at = frame.units.get(parent)
    return tuple(found)
