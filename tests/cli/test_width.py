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
    "score --cadre xian/qian-si",
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


@pytest.mark.parametrize("edition", EDITIONS[1:])
def test_prose_fits_a_phone(edition: str, plus100: Plus100, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 40 columns breaks no line a second time: rules and what differs are read there too."""
    monkeypatch.setenv("COLUMNS", "40")
    for command in (f"policy show {edition}", f"policy diff national-2016 {edition}"):
        found = plus100(command).out.splitlines()
        assert [line for line in found if width(line) > 40 and " " in line.strip()] == []


@pytest.mark.parametrize("command", ["", "check", "new", "review", "server init"])
def test_help_fits_a_phone(command: str, plus100: Plus100, monkeypatch: pytest.MonkeyPatch) -> None:
    """All but examples, which are typed as they stand."""
    monkeypatch.setenv("COLUMNS", "40")
    shown = plus100(f"{command} --help").out.partition("例如：")[0]
    assert [line for line in shown.splitlines() if width(line) > 40] == []


def test_one_rule_stands_without_the_list_of_documents(plus100: Plus100) -> None:
    """Whoever asks for one reads it at once; its own sources are cited below it."""
    one = plus100("policy show shandong-2017 points.activities").out
    assert "《落实团干部直接联系青年制度参考路径》" not in one
    assert "鲁青办〔2017〕18号" in one
    assert "《落实团干部直接联系青年制度参考路径》" in plus100("policy show shandong-2017").out


def test_nothing_stands_after_the_stars(plus100: Plus100) -> None:
    """Some terminals show a star two columns wide, which would push whatever follows out of line."""
    head = next(line for line in plus100("score").out.splitlines() if "星级" in line)
    assert head.endswith("星级")


def test_a_rule_is_read_by_the_titles_of_its_readings(plus100: Plus100) -> None:
    """Nobody has to know what X16 is: the question that the reading answers stands there."""
    for command in (
        "policy show shandong-2017 partners.full_time",
        "explain sheng/wang-yi partners.full_time",
    ):
        shown = "".join(line.strip() for line in plus100(command).out.splitlines())
        assert "解读：搬走了还在联系的青年算不算人数" in shown
        assert "X16" not in shown


def test_an_exempt_cadre_is_told_so_once(plus100: Plus100) -> None:
    """The reason stands there once, and no trace is offered where there is no figure."""
    shown = plus100("score --cadre xian/qian-si").out
    assert shown.count("在外借调或挂职半年以上，经批准") == 1
    assert "explain" not in shown


@pytest.mark.parametrize(
    ("cadre", "said"),
    [
        ("sheng/wang-yi", "超出：25%（1/4），要求不超过 20%"),
        ("sheng/wang-yi", "不足：50%（2/4），要求超过一半"),
        ("sheng/wang-yi", "符合：0%（0/4），要求不能有"),
        ("sheng/wang-yi", "不作判定（文件没有规定界限）：25%（1/4）"),
        ("sheng/wang-yi", "未达标：已有 4 人，需要 100 人，还差 96 人"),
        ("sheng/wang-yi", "进行中：已有 0 次，需要 1 次，还差 1 次，2018-12-31 截止"),
        ("sheng/wang-yi", "达标：已有 4 种，需要 2 种"),
    ],
)
def test_a_verdict_says_status_numbers_and_day(cadre: str, said: str, plus100: Plus100) -> None:
    """Shares as per cent with the fraction in brackets, limits in words, an open demand with its day."""
    assert said in plus100(f"score --cadre {cadre}").out


def test_a_trace_names_each_record_by_what_it_was(plus100: Plus100) -> None:
    """An entry by its title, or by what stands for it where it has none; a partner never by more."""
    shown = plus100("explain sheng/wang-yi interaction").out
    assert "获得的点赞留言" in shown
    assert {
        line.split()[1]
        for line in plus100("explain sheng/wang-yi partners").out.splitlines()
        if "/a.yml" in line
    } == {"青年"}
