"""``plus100 explain``: one cadre's figures, traced to the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click
from rich.text import Text

from plus100.cli.options import Options, common, frame_of, source_of
from plus100.cli.parameters import Name, cadres, nearest
from plus100.cli.person import standing
from plus100.cli.places import places
from plus100.cli.terminal import complain, write
from plus100.cli.trace import figure_block, gist, lines_in, withheld_block
from plus100.cli.verdict import Figure
from plus100.cli.words import Command, UnknownError
from plus100.intake.source import Source
from plus100.ledger.assemble import read_book
from plus100.ledger.world import Book, Frame, Withheld
from plus100.measure.figures import CadreFigures
from plus100.measure.people import measure_person
from plus100.measure.reasons import AT_FAULT
from plus100.publish.labels import word
from plus100.publish.names import published


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A person's figures with every record behind them."""

    figures: CadreFigures
    frame: Frame
    books: Mapping[str, Book]
    withheld: tuple[Withheld, ...]
    source: Source


@click.command(
    "explain",
    cls=Command,
    short_help="一个数字的来历：哪条记录、哪条规则、哪份文件",
    help="说明一名团干部的数字从哪里来。不写项目，就列出每一项的结果和依据；写了，就逐条列出那一项的记录："
    "在哪个文件哪一行，封顶前多少分，计入多少分，没有计入的是为什么。\n"
    "团干部写成 单位/团干部；项目写积分项（如 activities）、要求或比例的代号。",
    examples=("plus100 explain fengling/li-beihe", "plus100 explain fengling/li-beihe activities"),
)
@click.argument("cadre", type=Name(cadres), metavar="单位/团干部")
@click.argument("item", required=False, metavar="[项目]")
@common
def explain(options: Options, cadre: str, item: str | None) -> int:
    """Print the overview or one figure's trace; 1 where the records are too faulty to have any."""
    source = source_of(options)
    frame, _ = frame_of(options, source)
    if frame is None:
        complain("记录有误，算不出结果；请先用 plus100 check 查看。")
        return 1
    if cadre not in frame.cadres and (kept_out := withheld_of(frame, cadre)):
        write(Text(cadre, "bold").append(f"\n{word('reason', AT_FAULT)}。\n", "not bold"))
        write(withheld_block(kept_out, options))
        return 1
    subject = subject_of(frame, source, cadre)
    figures = figures_of(subject.figures)
    blocks = overview(subject, figures) if item is None else [one(subject, figures, item, options)]
    write(title(subject))
    for text in blocks:
        write(text)
    if subject.withheld:
        write(withheld_block(subject.withheld, options))
    return 0


def subject_of(frame: Frame, source: Source, cadre: str) -> Subject:
    """Measure the person of an engagement from all the person's books."""
    if cadre not in frame.cadres:
        raise UnknownError(f"没有 {cadre} 这名团干部{nearest(cadre, sorted(frame.cadres))}")
    person = frame.cadres[cadre].person
    books: dict[str, Book] = {}
    withheld: list[Withheld] = []
    for engagement in frame.persons[person]:
        books[engagement], kept_out, _ = read_book(frame, engagement, source)
        withheld.extend(kept_out)
    for engagement in frame.missing.get(person, ()):
        withheld.extend(withheld_of(frame, engagement))
    figures = measure_person(frame, person, books, frame.as_of)
    return Subject(figures=figures, frame=frame, books=books, withheld=tuple(withheld), source=source)


def withheld_of(frame: Frame, cadre: str) -> tuple[Withheld, ...]:
    """The record of an engagement and that of its unit, as far as they are at fault."""
    unit = cadre.partition("/")[0]
    places = {("cadre", cadre), ("unit", unit)}
    return tuple(one for one in frame.withheld if (one.kind, one.record) in places)


def figures_of(figures: CadreFigures) -> dict[str, Figure]:
    """Every figure by the id that one may ask for: points items, demands, shares."""
    found: list[Figure] = [
        *(figures.points.items if figures.points else ()),
        *figures.quotas,
        *figures.ratios,
    ]
    return {one.id: one for one in found}


def title(subject: Subject) -> Text:
    """Name, engagement, status."""
    figures, frame = subject.figures, subject.frame
    text = Text(published(frame.cadres.get(figures.id)), "bold")
    text.append(f"  {figures.id}  截至 {frame.as_of}\n", "dim")
    status = [word("category", figures.category), word("status", figures.status)]
    said = " · ".join(part for part in status if part)
    text.append(standing(said, figures.reason, "" if figures.points else figures.points_reason))
    return text.append("\n")


def overview(subject: Subject, figures: Mapping[str, Figure]) -> Iterator[Text]:
    """Each figure in one or two lines, with what it rests on."""
    for found in figures.values():
        yield gist(found, subject.frame)
    if figures:
        yield Text(f"逐条来历：plus100 explain {subject.figures.id} 项目\n", "dim")


def one(subject: Subject, figures: Mapping[str, Figure], item: str, options: Options) -> Text:
    """One figure with every line."""
    if item not in figures:
        raise UnknownError(f"没有 {item} 这一项{nearest(item, list(figures))}")
    found = figures[item]
    at = places(subject.frame, subject.books, subject.source, lines_in(found))
    return figure_block(found, subject.frame, at, options)
