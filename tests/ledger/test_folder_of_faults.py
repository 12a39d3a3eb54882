"""Many faults at once: each is said at its place, and nothing that only follows from another."""

from __future__ import annotations

from plus100.core.findings import Finding
from plus100.ledger.assemble import check, read_book, read_frame
from support import faults, mini


def _said(findings: tuple[Finding, ...]) -> dict[str, list[str]]:
    """``code line:column`` by file, in the order in which they are told."""
    said: dict[str, list[str]] = {}
    for finding in findings:
        where = finding.where
        at = f"{where.line}:{where.column}" if where.line is not None else "-"
        said.setdefault(where.path, []).append(f"{finding.code} {at}")
    return said


def test_every_fault_is_said_at_its_line_in_one_run() -> None:
    """The findings are exactly those listed: all of them, in order, none besides."""
    assert _said(check(faults.source())) == faults.described()["findings"]


def test_there_are_many_different_faults_and_many_in_one_file() -> None:
    """The folder would show little with few codes: at least 40, ten of them in one file."""
    findings = faults.described()["findings"]
    codes = {path: {line.split()[0] for line in lines} for path, lines in findings.items()}
    assert len(set().union(*codes.values())) >= 40
    assert max(len(found) for found in codes.values()) >= 10


def test_what_is_sound_is_still_there() -> None:
    """All cadres of the miniature repository stand, and of a file with nineteen faults the one sound
    entry is kept at its place.
    """
    frame, _ = read_frame(faults.source())
    assert frame is not None
    sound, _ = read_frame(mini.source())
    assert sound is not None
    assert sound.cadres.keys() <= frame.cadres.keys()
    book, _, _ = read_book(frame, "sheng/wang-yi", faults.source())
    sheet = next(sheet for sheet in book.log if sheet.path.endswith("2018-02.yml"))
    assert [(entry.id, place) for entry, place in zip(sheet.items, sheet.positions, strict=True)] == [
        ("20180204-cd", 4)
    ]
