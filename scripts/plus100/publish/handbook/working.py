"""Examples worked out: each row's figure computed from the example's records, compared with what its
author says, and told in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.locate import place_of
from plus100.intake.reading.careful import examine
from plus100.ledger.world import Frame
from plus100.measure.figures import CadreFigures
from plus100.measure.people import measure_person
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.filling import CITE
from plus100.publish.handbook.results import Result, result
from plus100.publish.handbook.staging import PERSON, Staged, stage
from plus100.publish.handbook.targets import World
from plus100.publish.handbook.values import cited, lacking
from plus100.publish.handbook.worked import Example, Row, Worked
from plus100.publish.policies.text import safe
from plus100.publish.policies.words import day as said

TITLE = "举个例子"
_CITE = re.compile(CITE, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault at a place in a file of examples."""

    code: str
    at: Pointer
    shown: dict[str, str]


def work(worked: Worked, frame: Frame, world: World) -> tuple[str, tuple[Finding, ...]]:
    """The examples of a file as Markdown for its page, and what is wrong with them, located."""
    lines = [f"## {TITLE}", ""]
    faults: list[_Fault] = []
    for place, example in enumerate(worked.examples):
        at: Pointer = ("examples", place)
        staged = stage(example, frame)
        faults += (
            _Fault("H611", (*at, *where), {"fault": one.code, "said": one.message})
            for one, where in staged.faults
        )
        lines += [f"**{safe(example.title)}**", "", _ground(example, world, worked.page), "", *_HEAD]
        figures = _Measured(staged, {})
        for number, row in enumerate(example.rows):
            found = None if staged.faults else figures.result(row.figure, row.as_of or example.as_of)
            told, wrong = _how(row, world)
            faults += (_Fault(*one) for one in _wrong(row, found, wrong, (*at, "rows", number), staged))
            lines.append(f"| {safe(row.record)} | {told} | {safe(found.words) if found else '—'} |")
        lines.append("")
    return "\n".join(lines), tuple(_located(worked, faults))


_HEAD = ("| 记录 | 怎么算 | 结果 |", "| --- | --- | --- |")


def _ground(example: Example, world: World, page: str) -> str:
    """As of which day and under which rules."""
    edition = world.editions.get(example.edition)
    words = safe(example.edition)
    if edition is not None:
        root = "../" * page.count("/")
        words = f"[{safe(edition.title)}]({root}policies/{edition.id}/index.md)"
    return f"算到{said(example.as_of)}，按{words}。"


@dataclass(frozen=True, slots=True)
class _Measured:
    """The example's person, measured once a day."""

    staged: Staged
    known: dict[date, CadreFigures]

    def result(self, name: str, day: date) -> Result | None:
        """One figure on a day; ``None`` where there is none."""
        if self.staged.frame is None:
            return None
        if day not in self.known:
            self.known[day] = measure_person(self.staged.frame, PERSON, self.staged.books, day)
        return result(self.known[day], name)


def _how(row: Row, world: World) -> tuple[str, dict[str, str]]:
    """How the figure comes about, with values cited; and the first citation that does not hold."""
    missing: dict[str, str] = {}
    parts, end = [], 0
    for match in _CITE.finditer(row.how):
        names = (match["edition"], match["rule"], match["path"])
        lacks = lacking(world.editions, *names, world.on)
        if lacks:
            missing = missing or {"shown": "/".join(names), "missing": lacks}
        value = "" if lacks else cited(world.editions, *names, world.on)
        parts += [safe(row.how[end : match.start()]), safe(value)]
        end = match.end()
    return "".join([*parts, safe(row.how[end:])]), missing


def _wrong(
    row: Row, found: Result | None, missing: dict[str, str], at: Pointer, staged: Staged
) -> Iterator[tuple[str, Pointer, dict[str, str]]]:
    """What a row says that is not so."""
    if missing:
        yield "H603", (*at, "how"), missing
    if staged.faults:
        return
    if found is None:
        yield "H610", (*at, "figure"), {"shown": row.figure}
        return
    for name, value in row.expect.items():
        if name not in found.values:
            known = "、".join(found.values)
            yield "H612", (*at, "expect", name), {"shown": name, "known": known}
        elif str(value) != found.values[name]:
            shown = {"name": name, "said": str(value), "found": found.values[name] or "空"}
            yield "H609", (*at, "expect", name), {**shown, "figure": row.figure}


def _located(worked: Worked, faults: list[_Fault]) -> Iterator[Finding]:
    reading = examine(worked.text, worked.path) if faults else None
    for one in faults:
        line, column = (reading and place_of(reading, one.at)) or (None, None)
        where = Location(path=worked.path, line=line, column=column, pointer=one.at)
        yield finding(one.code, where, **one.shown)
