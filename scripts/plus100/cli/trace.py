"""A figure in words: result, rule, clause, and each record with its line, worth and reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.text import Text

from plus100.cli.grid import Column, grid
from plus100.cli.options import Options
from plus100.cli.places import Key, Spot, key
from plus100.cli.reports import KINDS
from plus100.cli.rules import cited, headline, indented, readings
from plus100.cli.terminal import columns
from plus100.cli.verdict import Figure, result, verdict
from plus100.core.ids import split_cadre_id
from plus100.core.points import text as exact
from plus100.ledger.world import Frame, Withheld
from plus100.measure.figures import Grounds, ItemFigure, Line, QuotaFigure
from plus100.publish.labels import word

RECORD = (
    Column(title="日期"),
    Column(title="内容", yields=True, least=8),
    Column(title="记录", yields=True, least=14),
    Column(title="位置", ink="dim"),
)
COUNTED = (*RECORD, Column(title="计入", right=True, ink="bold"))
"""What a demand or a share counts: nothing is capped there."""

SCORED = (*RECORD, Column(title="封顶前", right=True), COUNTED[-1])


def lines_in(figure: Figure) -> Iterator[Line]:
    """All lines of a figure's trace."""
    if isinstance(figure, ItemFigure):
        for part in figure.parts:
            yield from part.lines
    else:
        yield from figure.lines


def gist(figure: Figure, frame: Frame, *, read: bool = False) -> Text:
    """The result and what it rests on; ``read``: also how the documents are read."""
    text = headline(name(figure), figure.id)
    text.append_text(indented(result(figure, frame)))
    text.append_text(indented(grounds(figure.grounds, frame)))
    if read and figure.grounds.readings:
        text.append_text(indented("解读：" + readings(figure.grounds.readings, frame.readings)))
    return text.append("\n")


def name(figure: Figure) -> str:
    """A points item's name, else the rule's title."""
    return word("item", figure.id) if isinstance(figure, ItemFigure) else figure.grounds.title


def grounds(found: Grounds, frame: Frame) -> str:
    """Documents and clauses, edition and rule."""
    edition = frame.editions.get(found.edition)
    clauses = [cited(source, edition) if edition else source.clause for source in found.sources]
    return f"依据：{'；'.join(clauses)}（规则 {found.edition} {found.rule}）"


def figure_block(figure: Figure, frame: Frame, at: Mapping[Key, Spot], options: Options) -> Text:
    """The gist, then every line: part by part for points."""
    text = gist(figure, frame, read=True)
    if not isinstance(figure, ItemFigure):
        if isinstance(figure, QuotaFigure):
            text.append_text(windows(figure))
        return text.append("\n").append_text(tables(figure.lines, at, options, COUNTED))
    for part in figure.parts:
        cap = f"，上限 {exact(part.cap)}" if part.cap is not None else ""
        text.append(f"\n{word('part', part.id)}", "bold").append(f"  {part.id}", "dim")
        text.append(f"：封顶前 {exact(part.raw)}{cap}，计入 {exact(part.counted)}\n")
        text.append_text(tables(part.lines, at, options, SCORED))
    return text


def windows(figure: QuotaFigure) -> Text:
    """How each window of the year went, for demands that come again."""
    text = Text()
    for one in figure.windows:
        status = verdict("quota", one.status, one.note, one.days)
        count = f"{exact(one.have)}/{exact(one.need)}" if one.need else exact(one.have)
        text.append(f"    {one.first} 至 {one.last}  {status}  {count}\n")
    return text


def tables(
    lines: Sequence[Line], at: Mapping[Key, Spot], options: Options, heads: Sequence[Column]
) -> Text:
    """One table for each engagement, since places are given from its folder on."""
    if not lines:
        return Text("    没有记录。\n", "dim")
    text = Text()
    for cadre in dict.fromkeys(line.cadre for line in lines):
        own = [line for line in lines if line.cadre == cadre]
        text.append_text(table(own, folder(cadre, options), at, options, heads))
    return text


def folder(cadre: str, options: Options) -> str:
    """The folder of an engagement, as one would open it from here."""
    unit, name = split_cadre_id(cadre)
    return options.shown(f"{options.records.name}/units/{unit}/cadres/{name}/")


def table(
    lines: Sequence[Line],
    base: str,
    at: Mapping[Key, Spot],
    options: Options,
    heads: Sequence[Column],
) -> Text:
    """The lines by reason (what counts whole comes first) and within that by day."""
    text = Text(f"    位置从 {base}/ 算起\n", "dim")
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.why != "", line.day or date.min, line.record)):
        groups[line.why].append(line)
    for why, members in groups.items():
        text.append(f"  {word('reason', why) or '计入'}", "yellow" if why else "green")
        text.append(f"（{sum(line.count for line in members)}）\n", "dim")
        spots = [at.get(key(line)) for line in members]
        rows = [
            cells(line, spot, place(spot, base, options), heads)
            for line, spot in zip(members, spots, strict=True)
        ]
        text.append_text(grid(heads, rows, columns())).append("\n")
    return text


def place(spot: Spot | None, base: str, options: Options) -> str:
    """``log/2018-q1.yml:12``, from the engagement's folder on."""
    if spot is None:
        return "—"
    return f"{options.shown(spot.where.path).removeprefix(base + '/')}:{spot.where.line}"


def cells(line: Line, spot: Spot | None, where: str, heads: Sequence[Column]) -> tuple[str, ...]:
    """One record under these heads."""
    count = f" × {line.count}" if line.count > 1 else ""
    raw = (exact(line.raw),) if heads is SCORED else ()
    return (
        line.day.isoformat() if line.day else "—",
        spot.title if spot else word("kind", line.kind),
        f"{line.record}{count}",
        where,
        *raw,
        exact(line.counted),
    )


def withheld_block(withheld: Sequence[Withheld], options: Options) -> Text:
    """Records of this person that are at fault and so in no figure."""
    text = Text("记录有误，未计入任何数字：", "bold yellow")
    for item in withheld:
        path = options.shown(item.path)
        text.append(f"\n  {path}  {KINDS.get(item.kind, item.kind)} {item.record} {'、'.join(item.codes)}")
    return text.append("\n")
