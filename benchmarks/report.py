"""The results as a table between two marks of ``README.md``, and as ``results.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from timing import Contender, Run, middle, ratio

BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
Runs = Mapping[str, Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio and its limit."""

    title: str
    measured: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the ratio keeps to its limit."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def goals(runs: Runs) -> list[Goal]:
    """Every goal with what was measured; none where a contender is missing."""
    if {"floor", "read", "score-1", "score-2", "hledger"} - runs.keys():
        return []
    one, both = runs["score-1"], runs["score-2"]
    return [
        Goal("our reading ÷ floor, work alone", ratio(runs["read"], runs["floor"], "inner"), 1.5),
        Goal("check + score on one core ÷ floor, whole processes", ratio(one, runs["floor"], "cpu"), 2),
        Goal("check + score ÷ hledger, one core, whole processes", ratio(one, runs["hledger"], "cpu"), 1),
        Goal("speed of check + score on two cores ÷ on one", ratio(one, both, "wall"), 1.7, at_least=True),
    ]


def table(contenders: Sequence[Contender], runs: Runs, items: int) -> str:
    """All contenders and all goals as Markdown."""
    lines = [
        "| what | work alone ÷ floor | whole process ÷ floor | items/s, whole process | peak memory |",
        "|---|---:|---:|---:|---:|",
    ]
    for contender in contenders:
        mine, least = runs[contender.name], runs["floor"]
        inner = f"{ratio(mine, least, 'inner'):.2f}" if mine[0].inner else "—"
        whole = ratio(mine, least, "cpu")
        speed, peak = (
            items / middle(mine, "cpu" if contender.cores == 1 else "wall"),
            middle(mine, "peak_mb"),
        )
        lines.append(f"| {contender.title} | {inner} | {whole:.2f} | {speed:,.0f} | {peak:,.0f} MB |")
    if goals(runs):
        lines += ["", "| goal | measured | limit | |", "|---|---:|---:|---|"]
    for goal in goals(runs):
        limit = f"{'≥' if goal.at_least else '≤'} {goal.limit}"
        lines.append(
            f"| {goal.title} | {goal.measured:.2f} | {limit} | {'met' if goal.met else '**missed**'} |"
        )
    return "\n".join(lines)


def publish(
    folder: Path, contenders: Sequence[Contender], runs: Runs, facts: Mapping[str, Any], command: str
) -> str:
    """Write both files and return the text of the table."""
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    about = (
        f"Made by `{command}`: {facts['cadres']:,} cadres, {facts['items']:,} partners and entries, "
        f"{facts['files']:,} files, {facts['bytes'] / 1e6:.1f} MB; medians of {facts['repeats']} "
        f"interleaved rounds, ratios taken round by round. {versions}."
    )
    text = f"{table(contenders, runs, facts['items'])}\n\n{about}"
    results = {
        **facts,
        "command": command,
        "runs": {name: [asdict(run) for run in found] for name, found in runs.items()},
        "goals": [
            {**asdict(goal), "measured": round(goal.measured, 3), "met": goal.met} for goal in goals(runs)
        ],
    }
    (folder / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    readme = folder / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    return text
