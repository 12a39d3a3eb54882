"""Whom a forge asks to look at a change."""

from __future__ import annotations

from plus100.ledger.assemble import read_frame
from plus100.review.codeowners import codeowners
from support.memory import Memory
from support.pulls import base_files

FORGE = b"forge: {kind: github, url: https://github.example/shili/records}\n"


def made(settings: bytes) -> str | None:
    """The file for the miniature repository, with more in its settings."""
    files = dict(base_files())
    files["records/settings.yml"] += settings
    frame = read_frame(Memory(files=files))[0]
    assert frame is not None
    return codeowners(frame, "records")


def test_last_match_counts() -> None:
    """Programs go to the maintainers, records to their unit, a unit's own file to the unit above."""
    text = made(FORGE)
    assert text is not None
    rows = dict(line.split() for line in text.splitlines() if line and not line.startswith("#"))
    assert next(iter(rows)) == "*"
    assert rows["*"] == "@shili/maintainers"
    assert rows["/records/"] == "@shili/unit-sheng"
    assert rows["/records/units/xian/"] == "@shili/unit-xian"
    assert rows["/records/units/xian/unit.yml"] == "@shili/unit-shi"
    assert rows["/records/units/sheng/unit.yml"] == "@shili/unit-sheng"
    assert text.index("/records/ ") < text.index("/records/units/xian/ ") < text.index("/xian/unit.yml")


def test_no_forge() -> None:
    """Without a repository of an organisation there are no teams."""
    assert made(b"") is None
    assert made(b"forge: {kind: github, url: https://github.example/}\n") is None
