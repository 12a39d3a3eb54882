"""What a cadre reads on the own page: first what to do, and every figure with its clause."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import msgspec
import pytest

from plus100.ledger.policy.rules import Document
from plus100.publish.cadres import chip, trail
from plus100.publish.entries import Told
from plus100.publish.labels import COMPUTED
from plus100.publish.logbook import headline, rest
from plus100.publish.pages import pages, survey
from plus100.publish.progress import limit, missing
from plus100.publish.spans import span_name
from plus100.publish.traces import TraceCount, TraceView
from plus100.publish.views import WindowView
from publish.league import League, Measured, edition, league, quota, share

PAGE = "units/east/a/index.md"
COUNTED = ((95, ""), (2, "no_occupation"))
"""How many young people, and why they do not count."""

NOTICE = Document(
    id="shandong-notice",
    title="通知",
    number="鲁青办〔2017〕18号",
    issuer="团省委",
    issued=date(2017, 5, 3),
)


def with_a(**changes: object) -> League:
    """The league with other figures for its first cadre, under an edition that names its document."""
    made = league()
    season, frame = made.outcome.season, made.outcome.frame
    assert season is not None
    assert frame is not None
    first = msgspec.structs.replace(season.cadres[0], **changes)
    named = msgspec.structs.replace(season, cadres=(first, *season.cadres[1:]))
    known = replace(edition(), documents={NOTICE.id: NOTICE})
    held = replace(frame, editions={"shandong-2017": known})
    return League(Measured(named, held), made.told)


def page(**changes: object) -> str:
    """That cadre's page."""
    made = with_a(**changes)
    return pages(made.outcome, made.told)[PAGE]


def part(text: str, name: str) -> str:
    """A section of the page, from its heading to the next."""
    return text.split(f'<h2 id="{name}">')[1].split("<h2 ", maxsplit=1)[0]


def cells(text: str) -> list[list[str]]:
    """The words in each row of a section's table."""
    rows = re.findall(
        r"<tr>(.*?)</tr>", text.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0], re.DOTALL
    )
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows
    ]


def test_what_to_do_comes_before_the_figures() -> None:
    """On a phone nobody scrolls past ten tiles to see what is asked."""
    text = page()
    assert text.index('<h2 id="todo">') < text.index('class="p-facts"') < text.index('<h2 id="points">')


def test_it_says_how_many_points_the_next_star_takes() -> None:
    """Exactly what is left to it, in the words of the terminal too."""
    made = with_a()
    found = survey(made.outcome, made.told)
    assert found is not None
    view = found.cadres["east/a"]
    assert view.points is not None
    assert view.level is not None
    left = Decimal(str(view.level.next_at)) - Decimal(view.points.total)
    assert f"再得 <strong>{left}\N{NO-BREAK SPACE}分</strong>升一星" in part(page(), "todo")


def test_the_todo_list_has_status_rest_and_day_of_each_demand() -> None:
    """Open ones by their day, then what holds on any day (尽快), then shares out of bounds."""
    undated = msgspec.structs.replace(
        quota(3, 5), id="x", status="short", due=None, window=None, windows=(), missing=()
    )
    met = msgspec.structs.replace(quota(5, 5), id="y")
    outside = msgspec.structs.replace(share(20, 47), status="over")
    shown = part(page(quotas=(undated, met, quota(2, 5)), ratios=(outside, share(6, 47))), "todo")
    assert cells(shown) == [
        ["活动开展这一期还没有的主题：talk", "进行中", "3\N{NO-BREAK SPACE}次", "2018-12-31"],
        ["活动开展", "未达标", "2\N{NO-BREAK SPACE}次", "尽快"],
        ["活动开展", "超出", "不超过 20%", "尽快"],
    ]
    assert shown.count('<a href="../../../policies/shandong-2017/#points-activities">') == 3
    assert '<a href="../../../guide/">照这里记下来</a>' in shown


def test_an_open_window_is_in_no_count_of_unmet_demands() -> None:
    """Neither on the unit's page nor in the tables to download: it is counted as open."""
    made = with_a(quotas=(quota(2, 5), msgspec.structs.replace(quota(5, 5), id="y")))
    text = pages(made.outcome, made.told)
    row = next(line for line in text["data/cadres.csv"].splitlines() if line.startswith("east/a,"))
    assert row.endswith(",1,1,1")
    assert 'data-l="达标">1／1<' in text["units/east/index.md"]


def test_a_window_shows_its_name_count_and_mark() -> None:
    """Colour is not the only sign, and the legend says what the marks mean."""
    shown = part(page(quotas=(quota(2, 5),)), "quotas")
    assert '<span aria-hidden="true">9–10月 5✓</span>' in shown
    assert "✓ 达标，✗ 未达标，… 进行中" in shown
    window = {"first": "2018-11-01", "last": "2018-12-31", "have": "2", "need": "5", "note": "", "days": ""}
    said = {status: chip(WindowView(status=status, **window)) for status in COMPUTED["quota"]}
    assert said["open"] == "11–12月 2…"
    assert said["short"] == "11–12月 2✗"
    assert said["not_set"] == said["not_applicable"] == "11–12月 2"


@pytest.mark.parametrize("section", ["points", "quotas", "ratios"])
def test_every_figure_names_its_clause_and_links_the_rule(section: str) -> None:
    """Document and clause, leading to the rule's text."""
    cited = (
        '依据：<a href="../../../policies/shandong-2017/#points-activities">鲁青办〔2017〕18号 附件2</a>'
    )
    shown = part(page(), section)
    assert shown.count(cited) == shown.count('<th scope="row">') - (section == "points")


def test_an_item_says_of_how_many_records_it_is_made() -> None:
    """The entries and the partners behind it, and how many of them do not count whole."""
    assert "47\N{NO-BREAK SPACE}名青年。" in part(page(), "points")
    assert "40\N{NO-BREAK SPACE}条记录。" in part(page(), "points")


def test_young_people_are_counted_as_people() -> None:
    """Apart from entries, each kind with how many of it do not count whole."""
    made = with_a()
    found = survey(made.outcome, made.told)
    assert found is not None
    dossier = found.dossier("east/a")
    lines = dossier.points["activities/activities"].lines[:4]
    late = [msgspec.structs.replace(one, why="over_cap") for one in lines[:1]]
    people = (
        TraceCount(kind="partner", count=count, raw="0", counted="0", why=why) for count, why in COUNTED
    )
    mixed = TraceView(lines=(*late, *lines[1:]), counts=tuple(people))
    trace = msgspec.structs.replace(dossier, points={"interaction/bound": mixed})
    assert trail(trace, "interaction") == "97 名青年（2 名没有全部计入）、4 条记录（1 条没有全部计入）"
    assert trail(trace, "points") == "还没有记录"


@pytest.mark.parametrize(
    ("told", "title", "left"),
    [
        (Told("activity", "2018-01-02", "", "offline", "talk"), "talk", "活动 · 线下"),
        (Told("activity", "2018-01-02", "", "online", "other"), "其他", "活动 · 线上"),
        (Told("activity", "2018-01-02", "", "online"), "线上活动", "活动 · 线上"),
        (Told("reply", "2018-01-02", "", "own"), "回复自己联系青年的提问", ""),
        (Told("reply", "2018-01-02", "", "hero"), "回复英雄帖", ""),
        (Told("reaction", "2018-01-02", "", "received"), "获得的点赞留言", ""),
        (Told("statement", "2018-01-02", "", "monthly_topic"), "每月有话题", "自述"),
        (Told("share", "2018-01-02", ""), "文章分享", ""),
        (Told("activity", "2018-01-02", "茶话会", "online", "talk"), "茶话会", "活动 · 线上"),
    ],
)
def test_an_entry_without_a_title_has_a_readable_one(told: Told, title: str, left: str) -> None:
    """Its theme, or what was done; and nothing is said twice."""
    found = survey(league().outcome)
    assert found is not None
    assert headline(told, partial(found.theme_title, unit="east")) == title
    assert rest(told) == left


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2018-01-01", "2018-01-31", "1月"),
        ("2018-02-01", "2018-02-28", "2月"),
        ("2018-11-01", "2018-12-31", "11–12月"),
        ("2018-04-01", "2018-06-30", "二季度"),
        ("2018-07-01", "2018-12-31", "下半年"),
        ("2018-01-01", "2018-12-31", "全年"),
        ("2018-02-01", "2018-04-30", "2–4月"),
        ("2018-01-16", "2018-03-15", "1月16日–3月15日"),
        ("2018-01-01", "2018-01-30", "1月1日–1月30日"),
        ("2017-12-01", "2018-01-31", "12月1日–1月31日"),
    ],
)
def test_a_window_is_named_as_people_do(first: str, last: str, name: str) -> None:
    """Months, quarters, halves; days where it is none of these."""
    assert span_name(date.fromisoformat(first), date.fromisoformat(last)) == name


@pytest.mark.parametrize(
    ("value", "bound", "said"),
    [
        ("1/5", "at_most", "不超过 20%"),
        ("1/2", "more_than", "超过一半"),
        ("2/3", "more_than", "超过 66.7%"),
        ("1/1", "at_most", "不能全是"),
        ("0/1", "at_most", "不能有"),
        (None, "none", "没有界限"),
    ],
)
def test_a_limit_is_said_in_words(value: str | None, bound: str, said: str) -> None:
    """Nobody has to read 1/1 or 0/1."""
    assert limit(value, bound) == said


@pytest.mark.parametrize(
    ("unit", "have", "need", "names", "said"),
    [
        ("activities", 2, 5, ["谈心谈话"], "这一期还没有的主题：谈心谈话"),
        ("kinds", 5, 7, ["新媒体", "社会组织"], "还没有：新媒体、社会组织"),
        ("kinds", 0, 1, ["微信", "QQ", "微博"], "可以用：微信、QQ、微博"),
        ("statements", 1, None, ["每天有声音"], "还没有：每天有声音"),
        ("kinds", 1, 1, [], ""),
    ],
)
def test_what_is_missing_says_whether_it_is_needed(
    unit: str, have: int, need: int | None, names: list[str], said: str
) -> None:
    """Themes are only shown (X24); of platforms one will do; of fields all are wanted."""
    assert missing(unit, Decimal(have), None if need is None else Decimal(need), names) == said


def test_every_badge_is_one_of_the_labels() -> None:
    """One set of words for statuses on every page."""
    labels = {label for kind in ("status", "quota", "ratio") for label in COMPUTED[kind].values()}
    for text in pages(league().outcome).values():
        said = re.findall(r'<span class="p-badge p-badge--(?!silent|error|warning)[^"]*">([^<]*)<', text)
        assert set(said) <= labels


def test_whoever_has_met_everything_is_told_so() -> None:
    """An empty list is not left to be guessed at; one who is not assessed has none."""
    assert "有数量的要求都已达标。" in part(page(quotas=(quota(5, 5),)), "todo")
    away: dict[str, object] = {
        "status": "exempt",
        "points": None,
        "level": None,
        "quotas": (),
        "ratios": (),
    }
    assert 'id="todo"' not in page(**away)


def test_a_units_page_counts_open_demands_apart_and_as_not_yet_met() -> None:
    """Two met, three with time left: none is short, and the bar is at two of five, not full."""
    made = league()
    season = made.outcome.season
    assert season is not None
    counts = {"five_ones.full_time": {"met": 2, "open": 3, "not_applicable": 4}}
    units = [msgspec.structs.replace(one, quotas=counts) for one in season.subtrees]
    outcome = Measured(msgspec.structs.replace(season, subtrees=tuple(units)), made.outcome.frame)
    shown = part(pages(outcome, made.told)["units/east/index.md"], "quotas")
    assert cells(shown)[0][1:5] == ["2", "0", "3", "4"]
    assert 'style="width:40%"' in shown
    assert "p-bar--met" not in shown
    assert "超出" not in shown


def test_no_line_is_broken_between_a_number_and_its_unit() -> None:
    """``21 人`` stays together on the pages of figures."""
    found = pages(league().outcome).items()
    texts = [text for path, text in found if path.startswith(("units/", "boards/", "index"))]
    assert not [text for text in texts if re.search(r"[0-9] [人条名个次项种分]", text)]
    assert any("\N{NO-BREAK SPACE}人" in text for text in texts)
