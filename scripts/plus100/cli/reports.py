"""Findings as text, as a good compiler would print them, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rich.text import Text

from plus100.cli.cells import clean, wrap
from plus100.cli.excerpt import excerpt, lines_of
from plus100.cli.options import Options
from plus100.cli.terminal import columns
from plus100.core.findings import Finding, Location, Severity
from plus100.intake.source import Source
from plus100.ledger.world import Withheld

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}
KINDS = {
    "unit": "单位",
    "cadre": "团干部",
    "partners": "青年文件",
    "log": "日志文件",
    "partner": "联系青年",
    "entry": "日志条目",
    "policy": "规则版本",
}
LISTED = 10
"""Files named in the summary, further places named of a finding."""


def report(findings: Sequence[Finding], options: Options, source: Source) -> Iterator[Text]:
    """One block a finding, in the given order. A finding without a line may be about what cannot be
    read: a pipe waits for ever, a submodule has no content here. Nothing is opened for it.
    """

    @cache
    def lines(path: str) -> list[str]:
        try:
            return lines_of(source.read(path))
        except (OSError, LookupError):
            return []

    for finding in findings:
        where = finding.where
        yield block(finding, options, lines(where.path) if where.line is not None else [])


def block(finding: Finding, options: Options, lines: list[str]) -> Text:
    """``path:line:column: 错误 R301 …``, the line with a caret, the fix, further places."""
    text = Text()
    text.append(place(finding.where, options), "bold")
    text.append(": ")
    text.append(SEVERITIES[finding.severity], COLOURS[finding.severity])
    text.append(f" {finding.code} ", "dim")
    text.append(clean(finding.message), "bold")
    shown = excerpt(finding.where, lines, columns() - 10)
    if shown:
        number, line, carets = shown
        text.append(f"\n {number:>5} │ ", "dim").append(line)
        if carets:
            text.append(f"\n {'':>5} │ ", "dim").append(carets, COLOURS[finding.severity])
    text.append("\n").append_text(labelled("改法", finding.fix))
    if finding.snippet:
        text.append_text(snippet(finding.snippet))
    for other in finding.others[:LISTED]:
        text.append("\n").append_text(labelled("另见", place(other, options)))
    if len(finding.others) > LISTED:
        text.append("\n").append_text(labelled("另见", f"……还有 {len(finding.others) - LISTED:,} 处"))
    text.append("\n")
    return text


def labelled(label: str, words: str) -> Text:
    """An indented line after a label, wrapped under itself."""
    first, *more = wrap(clean(words), columns() - 9) or [""]
    text = Text(f"   {label}：", "dim")
    text.append("".join([first, *(f"\n         {line}" for line in more)]), "not dim")
    return text


def snippet(corrected: str) -> Text:
    """A corrected excerpt, set off from the text."""
    return Text("".join(f"\n       + {clean(line)}" for line in corrected.splitlines()), "green")


def place(where: Location, options: Options) -> str:
    """``path:line:column`` with the path as one would open it from here."""
    numbers = (str(number) for number in (where.line, where.column) if number is not None)
    return ":".join([options.shown(where.path), *numbers])


def summary(findings: Sequence[Finding], withheld: Sequence[Withheld], options: Options) -> str:
    """How many of what, in which files, and what was withheld for it."""
    if not findings:
        return "没有发现问题。"
    weights = Counter(finding.severity for finding in findings)
    parts = "、".join(f"{SEVERITIES[weight]} {weights[weight]}" for weight in Severity if weights[weight])
    files = Counter(finding.where.path for finding in findings)
    lines = [f"{len(findings)} 处问题（{parts}），在 {len(files)} 个文件里："]
    lines += [f"  {options.shown(path)}  {count} 处" for path, count in files.most_common(LISTED)]
    if len(files) > LISTED:
        lines.append(f"  ……还有 {len(files) - LISTED} 个文件")
    return "\n".join([*lines, kept_out(withheld)]).rstrip()


def kept_out(withheld: Sequence[Withheld]) -> str:
    """What does not count until it is mended; "" where nothing is withheld."""
    kinds = Counter(item.kind for item in withheld)
    if not kinds:
        return ""
    counted = "、".join(f"{KINDS[kind]} {kinds[kind]}" for kind in KINDS if kinds[kind])
    return f"已暂扣：{counted}。改好之前不计入任何数字，其余照算。"


# -- JSON ----------------------------------------------------------------------------------------


def as_json(findings: Sequence[Finding], withheld: Sequence[Withheld], options: Options) -> str:
    """The published form, ``schemas/findings.schema.json``."""
    weights = Counter(finding.severity for finding in findings)
    document = {
        "findings": [finding_json(finding, options) for finding in findings],
        "withheld": [withheld_json(item, options) for item in withheld],
        "counts": {str(weight): weights[weight] for weight in Severity},
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def finding_json(finding: Finding, options: Options) -> dict[str, Any]:
    """One finding."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "fix": finding.fix,
        "snippet": finding.snippet or None,
        **location_json(finding.where, options),
        "others": [location_json(other, options) for other in finding.others],
    }


def location_json(where: Location, options: Options) -> dict[str, Any]:
    """A place; ``line`` and ``column`` are null for a whole file."""
    return {"path": options.shown(where.path), "line": where.line, "column": where.column}


def withheld_json(item: Withheld, options: Options) -> dict[str, Any]:
    """A record that is kept out of every figure."""
    return {
        "kind": item.kind,
        "path": options.shown(item.path),
        "unit": item.unit or None,
        "cadre": item.cadre or None,
        "record": item.record or None,
        "codes": list(item.codes),
    }
