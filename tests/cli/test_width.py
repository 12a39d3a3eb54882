"""What is printed fits a terminal of 80 columns, and says in words what it says."""

from __future__ import annotations

import pytest
from running import Plus100

from plus100.cli.cells import width

EDITIONS = ("national-2016", "shandong-2017", "meizhou-2016", "xjyyxy-2019")
COMMANDS = (
    "score",
    "score --unit shi",
    "score --cadre sheng/wang-yi",
    "score --cadre lin-shi/feng-jiu",
    "score --as-of 2017-12-31",
    "explain sheng/wang-yi",
    "explain sheng/wang-yi activities",
    "explain sheng/wang-yi partners",
    "explain sheng/wang-yi five_ones.full_time",
    "explain sheng/wang-yi partners.non_local",
    "explain xueyuan/zheng-ba",
    "explain --help",
    "score --help",
    "policy list",
    "policy show --help",
    "policy diff --help",
    *(f"policy show {edition}" for edition in EDITIONS),
    *(f"policy diff national-2016 {edition}" for edition in EDITIONS[1:]),
    "policy diff national-2016@2016-06-01 shandong-2017@2017-12-31",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_fits_80_columns(command: str, plus100: Plus100) -> None:
    """Titles, tables, traces and heads alike; a Chinese character takes two columns."""
    ran = plus100(command)
    assert ran.out.strip()
    assert [line for line in ran.out.splitlines() if width(line) > 80] == []


def test_a_rule_is_read_by_the_titles_of_its_readings(plus100: Plus100) -> None:
    """Nobody has to know what X16 is: the question that the reading answers stands there."""
    for command in (
        "policy show shandong-2017 partners.full_time",
        "explain sheng/wang-yi partners.full_time",
    ):
        shown = "".join(line.strip() for line in plus100(command).out.splitlines())
        assert "解读：搬走了还在联系的青年算不算人数" in shown
        assert "X16" not in shown
