"""A small hand-made league for page tests: figures made by hand, no records, no measuring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plus100.core.findings import Finding
from plus100.core.points import Ratio
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.rules import Source
from plus100.ledger.records import Basis, Cadre, Post, Settings, Unit
from plus100.ledger.world import Commit, Frame, Withheld
from plus100.measure.figures import (
    Board,
    CadreFigures,
    Grounds,
    ItemFigure,
    Level,
    Line,
    PartFigure,
    PointsFigure,
    QuotaFigure,
    RatioFigure,
    Season,
    Standing,
    UnitFigures,
    WindowFigure,
)
from plus100.publish.entries import Told

DAY = date(2018, 11, 30)
REVISION = "0123456789abcdef0123456789abcdef01234567"
GROUNDS = Grounds(
    edition="shandong-2017",
    rule="points.activities",
    title="活动开展",
    force="must",
    sources=(Source(document="shandong-notice", clause="附件2"),),
)


@dataclass(frozen=True)
class Measured:
    """What ``measure_season`` would hand on."""

    season: Season | None
    frame: Frame | None
    findings: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def unit(name: str, title: str, parent: str | None) -> Unit:
    """One unit under Shandong's edition."""
    return Unit(id=name, name=title, level="city", policy="shandong-2017", parent=parent)


def cadre(name: str, publish: str = "full", title: str = "") -> Cadre:
    """One full-time cadre."""
    post = Post(category="full_time", basis=Basis(kind="formal_staff"), from_=date(2017, 1, 1))
    return Cadre(
        id=title or "x",
        person=f"p-{name}",
        name=name,
        since=date(2017, 1, 1),
        posts=(post,),
        publish=publish,
    )


def entry_lines(cadre_id: str, count: int) -> tuple[Line, ...]:
    """Activity entries on rising days, one point each."""
    days = [date(2018, 1 + n % 11, 1 + n % 28) for n in range(count)]
    return tuple(
        Line(cadre_id, "entry", f"{day:%Y%m%d}-a{n}", day, Decimal(1), Decimal(1) if n < 35 else Decimal(0))
        for n, day in enumerate(days)
    )


def item(cadre_id: str, entries: int) -> ItemFigure:
    """An activities item of so many entries, capped at 35."""
    lines = entry_lines(cadre_id, entries)
    counted = min(Decimal(entries), Decimal(35))
    part = PartFigure(id="activities", raw=Decimal(entries), cap=None, counted=counted, lines=lines)
    return ItemFigure(
        id="activities",
        raw=Decimal(entries),
        cap=Decimal(35),
        counted=counted,
        to_gain=Decimal(35) - counted,
        parts=(part,),
        grounds=GROUNDS,
    )


def partners_item(cadre_id: str, partners: int) -> ItemFigure:
    """A partners item: 0.1 each; each line names a partner, which must never be published."""
    tenth = Decimal("0.1")
    lines = tuple(
        Line(cadre_id, "partner", f"secret-partner-{n}", None, tenth, tenth) for n in range(partners)
    )
    total = tenth * partners
    part = PartFigure(id="partners", raw=total, cap=None, counted=total, lines=lines)
    return ItemFigure(
        id="partners",
        raw=total,
        cap=Decimal(10),
        counted=total,
        to_gain=Decimal(10) - total,
        parts=(part,),
        grounds=GROUNDS,
    )


def quota(have: int, need: int) -> QuotaFigure:
    """Five activities in a window."""
    status = "met" if have >= need else "open"
    window = WindowFigure(
        first=date(2018, 9, 1),
        last=date(2018, 10, 31),
        status="met",
        have=Decimal(5),
        need=Decimal(5),
        note="",
        days="",
    )
    return QuotaFigure(
        id="five_ones.full_time",
        status=status,
        have=Decimal(have),
        need=Decimal(need),
        short=Decimal(max(need - have, 0)),
        unit="activities",
        due=date(2018, 12, 31),
        window=(date(2018, 11, 1), date(2018, 12, 31)),
        note="",
        days="",
        missing=("talk",) if have < need else (),
        windows=(window, window),
        lines=(),
        grounds=GROUNDS,
    )


def share(part: int, whole: int) -> RatioFigure:
    """A share of partners who are not local."""
    return RatioFigure(
        id="partners.non_local",
        status="within",
        ratio=Ratio.of(part, whole),
        limit="1/5",
        bound="at_most",
        unrecorded=0,
        note="",
        lines=(),
        grounds=GROUNDS,
    )


def figures(name: str, unit_id: str, entries: int, partners: int = 47) -> CadreFigures:
    """One assessed cadre."""
    items = (partners_item(name, partners), item(name, entries))
    total = sum((one.counted for one in items), Decimal(0))
    counts: dict[date, int] = {}
    for line in items[1].parts[0].lines:
        if line.day:
            counts[line.day] = counts.get(line.day, 0) + 1
    stars = int(total // 5)
    return CadreFigures(
        id=name,
        person=f"p-{name.replace('/', '-')}",
        unit=unit_id,
        category="full_time",
        points_class="class_1",
        edition="shandong-2017",
        points_edition="shandong-2017",
        status="assessed",
        reason="",
        points=PointsFigure(total=total, cap=Decimal(100), items=items, year=2018),
        level=Level(diamonds=stars // 4, stars=stars % 4, next_at=Decimal(5 * stars + 5), grounds=GROUNDS),
        points_reason="",
        quotas=(quota(entries % 7, 5),),
        ratios=(share(entries % 9, partners),),
        tallies={"partners": partners, "activities_offline": entries},
        calendar=tuple(sorted(counts.items())),
        engagements=(name,),
    )


def board(cadres: list[CadreFigures], year: int, day: date) -> Board:
    """Everybody on one board, ties sharing a place."""
    scored = sorted((-one.points.total, one.id, one) for one in cadres if one.points)
    totals = [-minus for minus, _, _ in scored]
    rows = tuple(
        Standing(
            cadre=one.id,
            unit=one.unit,
            total=-minus,
            diamonds=one.level.diamonds if one.level else None,
            stars=one.level.stars if one.level else None,
            place=totals.index(-minus) + 1,
        )
        for minus, _, one in scored
    )
    return Board(edition="shandong-2017", points_class="class_1", year=year, as_of=day, rows=rows)


def unit_figures(name: str, scope: str, cadres: list[CadreFigures]) -> UnitFigures:
    """Counts and indicators of some cadres."""
    number = len(cadres)
    partners = sum(one.tallies["partners"] for one in cadres)
    return UnitFigures(
        id=name,
        scope=scope,
        reported=bool(cadres),
        cadres={"assessed": number},
        indicators={"doing": Ratio.of(number, number), "mean_partners": Ratio.of(partners, number)},
        quotas={"five_ones.full_time": {"met": number}} if cadres else {},
        withheld=0,
    )


@dataclass(frozen=True)
class League:
    """Names by id, and the words of the entries."""

    outcome: Measured
    told: Mapping[str, Mapping[str, Told]]


def league(
    names: Mapping[str, str] | None = None, *, titles: str = "谈心谈话", entries: int = 40
) -> League:
    """A root, two units (one silent) and a cadre for each ``local id → name`` in the first."""
    people = names or {"a": "张示例", "b": "欧阳示例", "c": "李示例"}
    units = {
        "root": unit("root", "示例省团委", None),
        "east": unit("east", "示例市团委", "root"),
        "silent": unit("silent", "示例县团委", "root"),
    }
    cadres = {f"east/{local}": cadre(name, title=local) for local, name in people.items()}
    measured = [figures(name, "east", (entries + 7 * n) % 60) for n, name in enumerate(cadres)]
    frame = Frame(
        settings=Settings(namespace="sample", title="示例“1+100”", timezone="Asia/Shanghai", root="root"),
        editions={"shandong-2017": edition()},
        readings={},
        units=units,
        cadres=cadres,
        persons={},
        files={},
        commit=Commit(revision=REVISION, day=DAY),
        as_of=DAY,
        children={"root": ("east", "silent")},
    )
    members = {"root": [], "east": measured, "silent": []}
    below = {"root": measured, "east": measured, "silent": []}
    season = Season(
        as_of=DAY,
        revision=REVISION,
        records_digest="ab" * 32,
        policy_digest="cd" * 32,
        cadres=tuple(measured),
        boards=(board(measured, 2018, DAY),),
        units=tuple(unit_figures(name, "own", found) for name, found in members.items()),
        subtrees=tuple(unit_figures(name, "subtree", found) for name, found in below.items()),
        history=(board(measured[:2], 2017, date(2017, 12, 31)),),
    )
    told = {
        one.id: {
            line.record: Told("activity", line.day.isoformat(), titles, "offline", "talk")
            for line in one.points.items[1].parts[0].lines
            if line.day
        }
        for one in measured
        if one.points
    }
    return League(Measured(season, frame), told)


def edition() -> Edition:
    """An edition that has a title and nothing else."""
    return Edition(
        id="shandong-2017",
        title="山东省（2017）",
        description="",
        lineage=("shandong-2017",),
        documents={},
        rules={},
    )
