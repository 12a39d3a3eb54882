"""Waivers: faults that somebody has agreed to leave for a while.

A waiver lets a change through; the record at fault stays out of every figure. Privacy, rights and files
that cannot be read are never waived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import msgspec

from plus100.core.catalogue import CATALOGUE
from plus100.core.findings import Finding, Severity
from plus100.intake.reading import strict_yaml
from plus100.intake.source import Source
from plus100.ledger.assembly.read import Read, is_error
from plus100.ledger.checks.say import say
from plus100.ledger.records import Waiver
from plus100.ledger.world import Frame

EXPIRED, NEVER, REVERSED = "R380", "R381", "R382"

WAIVABLE = frozenset({"R", "P"})
"""First letters of the codes that may be waived; the codes of waivers themselves may not."""

_OWN = frozenset({EXPIRED, NEVER, REVERSED})


class Placed(NamedTuple):
    """A waiver with its position in the file."""

    waiver: Waiver
    position: int


def read_waivers(read: Read, path: str | None) -> tuple[Placed, ...]:
    """The waivers of the right shape."""
    raw = read.raw.get(path) if path is not None else None
    if not isinstance(raw, list):
        return ()
    spoilt = {
        finding.where.pointer[0]
        for finding in read.findings
        if finding.where.path == path and finding.where.pointer
    }
    whole = (i for i in range(len(raw)) if i not in spoilt)
    return tuple(Placed(msgspec.convert(raw[i], Waiver), i) for i in whole)


def check(path: str, placed: Sequence[Placed], today: date) -> Iterator[Finding]:
    """What is wrong with waivers, as of the day of the commit."""
    for waiver, i in placed:
        if not _waivable(waiver.code):
            message = f"{waiver.code} 类的问题不能豁免。"
            yield say(NEVER, (path, (i, "code")), message, "删去这条豁免，把问题改好。")
        elif waiver.until < waiver.approved_on:
            message = f"期限 {waiver.until} 早于批准日期 {waiver.approved_on}。"
            yield say(REVERSED, (path, (i, "until")), message, "查对 approved_on 和 until。")
        elif waiver.until < today:
            message = f"{waiver.path} 的 {waiver.code} 豁免已在 {waiver.until} 到期。"
            fix = "改好原来的问题，再删去这条豁免；还要时间的，重新批准。"
            yield say(EXPIRED, (path, (i, "until")), message, fix)


def in_force(frame: Frame, day: date | None = None) -> tuple[Waiver, ...]:
    """The waivers that hold on a day: that of the commit, else that of the figures, if none is named."""
    today = day or frame.commit.day or frame.as_of
    return tuple(
        one for one in frame.waivers if _waivable(one.code) and one.approved_on <= today <= one.until
    )


def part(
    findings: Iterable[Finding], waivers: Sequence[Waiver], source: Source, within: str = ""
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those that are waived: the same, as hints that say by whom. Paths of
    findings begin with the records folder's name, or with ``within`` where that is given.
    """
    if not waivers:
        return tuple(findings), ()
    prefix = within or source.prefix
    left: list[Finding] = []
    waived: list[Finding] = []
    for finding in findings:
        waiver = next((one for one in waivers if _meant(one, finding, prefix, source)), None)
        if waiver is None:
            left.append(finding)
        else:
            note = f"{finding.message}（{waiver.approver} 已批准豁免到 {waiver.until}：{waiver.reason}）"
            waived.append(replace(finding, message=note, severity=Severity.HINT))
    return tuple(left), tuple(waived)


def _waivable(code: str) -> bool:
    return code in CATALOGUE and code[0] in WAIVABLE and code not in _OWN


def _meant(waiver: Waiver, finding: Finding, prefix: str, source: Source) -> bool:
    """Whether a waiver is about a finding."""
    if not is_error(finding) or (waiver.code, f"{prefix}/{waiver.path}") != (
        finding.code,
        finding.where.path,
    ):
        return False
    return waiver.record is None or waiver.record == _record(
        f"{source.prefix}/{waiver.path}", finding, source
    )


def _record(path: str, finding: Finding, source: Source) -> str | None:
    """The id of the list item that a finding is about."""
    match finding.where.pointer:
        case (int(position), *_):
            value, _ = strict_yaml.read(source.read(path), path)
            item = value[position] if isinstance(value, list) else None
            return item.get("id") if isinstance(item, dict) else None
        case _:
            return None
