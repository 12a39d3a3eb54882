"""A figure in words: result, rule, clause, and each record with its line, worth and reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.text import Text

from plus100.cli.grid import Column, grid
from plus100.cli.options import Options
from plus100.cli.places import Key, key
from plus100.cli.reports import KINDS
from plus100.cli.rules import cited, indented
from plus100.cli.terminal import columns
from plus100.core.findings import Location
from plus100.core.ids import split_cadre_id
from plus100.core.points import text as exact
from plus100.ledger.world import Frame, Withheld
from plus100.measure.figures import Grounds, ItemFigure, Line, QuotaFigure, RatioFigure
from plus100.publish.labels import recorded, word
from plus100.publish.policy_text import names

Figure = ItemFigure | QuotaFigure | RatioFigure

LINES = (
    Column(title="日期"),
    Column(title="种类"),
    Column(title="记录", yields=True, least=14),
    Column(title="位置", ink="dim"),
    Column(title="封顶前", right=True),
    Column(title="计入", right=True, ink="bold"),
)

MISSING = ("field", "platform", "statement_kind", "link_kind", "met")
"""Vocabularies that something missing may come from, besides the edition's themes."""


def lines_in(figure: Figure) -> Iterator[Line]:
    """All lines of a figure's trace."""
    if isinstance(figure, ItemFigure):
        for part in figure.parts:
            yield from part.lines
    else:
        yield from figure.lines


def gist(figure: Figure, frame: Frame) -> Text:
    """The result and what it rests on."""
    text = Text(name(figure), "bold").append(f"  {figure.id}", "dim")
    text.append_text(indented(result(figure, frame)))
    text.append_text(indented(grounds(figure.grounds, frame)))
    return text.append("\n")


def name(figure: Figure) -> str:
    """A points item's name, else the rule's title."""
    return word("item", figure.id) if isinstance(figure, ItemFigure) else figure.grounds.title


def result(figure: Figure, frame: Frame) -> str:
    """The figure itself, in one line."""
    if isinstance(figure, ItemFigure):
        return (
            f"封顶前 {exact(figure.raw)}，上限 {exact(figure.cap)}，"
            f"计入 {exact(figure.counted)}，还可得 {exact(figure.to_gain)}"
        )
    return quota_result(figure, frame) if isinstance(figure, QuotaFigure) else ratio_result(figure)


def quota_result(figure: QuotaFigure, frame: Frame) -> str:
    """Status, have and need, due day, reason, what is missing."""
    unit = word("unit", figure.unit)
    parts = [word("quota", figure.status), f"已有 {exact(figure.have)} {unit}"]
    parts += [f"需要 {exact(figure.need)} {unit}"] if figure.need is not None else []
    parts += [f"还差 {exact(figure.short)} {unit}"] if figure.short else []
    parts += [f"期限 {figure.due}"] if figure.due else []
    parts += [f"期间 {figure.window[0]} 至 {figure.window[1]}"] if figure.window else []
    parts += (
        [word("reason", figure.note) + (f"（{figure.days} 天）" if figure.days else "")]
        if figure.note
        else []
    )
    parts += (
        ["还没有：" + "、".join(missing(figure, frame))]
        if figure.missing and figure.status != "met"
        else []
    )
    return "，".join(parts)


def missing(figure: QuotaFigure, frame: Frame) -> Iterator[str]:
    """What is not there yet, in words: themes, fields, platforms, statements, ways of meeting."""
    edition = frame.editions.get(figure.grounds.edition)
    words = {code: label for name in MISSING for code, label in recorded(name).items()}
    words |= names(edition) if edition else {}
    return (words.get(code, code) for code in figure.missing)


def ratio_result(figure: RatioFigure) -> str:
    """Status, numerator and denominator, limit."""
    ratio = figure.ratio
    parts = [word("ratio", figure.status), f"{exact(ratio.part)}/{ratio.whole}（{ratio.percent()}）"]
    bound = {"at_most": "不超过", "more_than": "要多于"}.get(figure.bound)
    parts += [f"{bound} {figure.limit}"] if bound else []
    parts += [f"{figure.unrecorded} 人没有登记"] if figure.unrecorded else []
    parts += [word("reason", figure.note)] if figure.note else []
    return "，".join(parts)


def grounds(found: Grounds, frame: Frame) -> str:
    """Edition, rule, documents and clauses, readings."""
    edition = frame.editions.get(found.edition)
    clauses = [cited(source, edition) if edition else source.clause for source in found.sources]
    readings = f"；解读 {'、'.join(found.readings)}" if found.readings else ""
    rule = f"规则 {found.edition} {found.rule}（{word('force', found.force)}）"
    return f"{rule}；依据 {'；'.join(clauses)}{readings}"


def figure_block(figure: Figure, frame: Frame, at: Mapping[Key, Location], options: Options) -> Text:
    """The gist, then every line: part by part for points."""
    text = gist(figure, frame)
    if not isinstance(figure, ItemFigure):
        if isinstance(figure, QuotaFigure):
            text.append_text(windows(figure))
        return text.append("\n").append_text(tables(figure.lines, at, options))
    for part in figure.parts:
        cap = f"，上限 {exact(part.cap)}" if part.cap is not None else ""
        text.append(f"\n{word('part', part.id)}", "bold").append(f"  {part.id}", "dim")
        text.append(f"：封顶前 {exact(part.raw)}{cap}，计入 {exact(part.counted)}\n")
        text.append_text(tables(part.lines, at, options))
    return text


def windows(figure: QuotaFigure) -> Text:
    """How each window of the year went, for demands that come again."""
    text = Text()
    for one in figure.windows:
        note = f"，{word('reason', one.note)}" if one.note else ""
        note += f"（{one.days} 天）" if one.days else ""
        status = f"{word('quota', one.status)} {exact(one.have)}/{exact(one.need)}"
        text.append(f"    {one.first} 至 {one.last}  {status}{note}\n")
    return text


def tables(lines: Sequence[Line], at: Mapping[Key, Location], options: Options) -> Text:
    """One table for each engagement, since places are given from its folder on."""
    if not lines:
        return Text("    没有记录。\n", "dim")
    text = Text()
    for cadre in dict.fromkeys(line.cadre for line in lines):
        own = [line for line in lines if line.cadre == cadre]
        text.append_text(table(own, folder(cadre, options), at, options))
    return text


def folder(cadre: str, options: Options) -> str:
    """The folder of an engagement, as one would open it from here."""
    unit, name = split_cadre_id(cadre)
    return options.shown(f"{options.records.name}/units/{unit}/cadres/{name}/")


def table(lines: Sequence[Line], base: str, at: Mapping[Key, Location], options: Options) -> Text:
    """The lines by reason (what counts whole comes first) and within that by day."""
    text = Text(f"    位置从 {base}/ 算起\n", "dim")
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.why != "", line.day or date.min, line.record)):
        groups[line.why].append(line)
    for why, members in groups.items():
        text.append(f"  {word('reason', why) or '计入'}", "yellow" if why else "green")
        text.append(f"（{sum(line.count for line in members)}）\n", "dim")
        rows = [cells(line, place(at.get(key(line)), base, options)) for line in members]
        text.append_text(grid(LINES, rows, columns())).append("\n")
    return text


def place(where: Location | None, base: str, options: Options) -> str:
    """``log/2018-q1.yml:12``, from the engagement's folder on."""
    if where is None:
        return "—"
    return f"{options.shown(where.path).removeprefix(base + '/')}:{where.line}"


def cells(line: Line, where: str) -> tuple[str, ...]:
    """One record."""
    count = f" × {line.count}" if line.count > 1 else ""
    return (
        line.day.isoformat() if line.day else "—",
        word("kind", line.kind),
        f"{line.record}{count}",
        where,
        exact(line.raw),
        exact(line.counted),
    )


def withheld_block(withheld: Sequence[Withheld], options: Options) -> Text:
    """Records of this person that are at fault and so in no figure."""
    text = Text("记录有误，未计入任何数字：", "bold yellow")
    for item in withheld:
        path = options.shown(item.path)
        text.append(f"\n  {path}  {KINDS.get(item.kind, item.kind)} {item.record} {'、'.join(item.codes)}")
    return text.append("\n")
