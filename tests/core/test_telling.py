"""Findings from tables of words."""

from __future__ import annotations

import pytest

from plus100.core.findings import Finding, Location
from plus100.core.telling import tell

TABLE = {"Y999": ("这里写的是“{shown}”。", "请写成 {mended} 的样子，用花括号“{{}}”。")}
HERE, THERE = Location(path="a.yml", line=1), Location(path="b.yml")


def test_gaps_are_filled_and_the_corrected_excerpt_is_kept() -> None:
    """Words go into message and fix; further places belong to the same finding."""
    assert tell(TABLE, "Y999", HERE, THERE, shown="x", mended="y") == Finding(
        code="Y999",
        message="这里写的是“x”。",
        fix="请写成 y 的样子，用花括号“{}”。",
        where=HERE,
        others=(THERE,),
        snippet="y",
    )


@pytest.mark.parametrize(("code", "words"), [("Y998", {}), ("Y999", {"shown": "x"})])
def test_a_gap_without_words_is_our_own_fault(code: str, words: dict[str, str]) -> None:
    """Half a sentence would reach the people who read it."""
    with pytest.raises(KeyError):
        tell(TABLE, code, HERE, **words)
