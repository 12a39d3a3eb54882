"""What a page of figures says first, and that it says nothing that says nothing."""

from __future__ import annotations

import re

from msgspec.structs import replace

from plus100.core.catalogue import CATALOGUE
from plus100.publish.findings import FAMILIES
from plus100.publish.labels import COMPUTED, TALLY_UNITS
from plus100.publish.pages import pages
from publish.league import REVISION, Measured, league, quota

CADRE, UNIT = "units/east/a/index.md", "units/east/index.md"
BOARD = "boards/shandong-2017/class-1/index.md"


def made(**changes: object) -> dict[str, str]:
    """All pages, with other figures for every cadre."""
    outcome = league().outcome
    assert outcome.season is not None
    cadres = tuple(replace(one, **changes) for one in outcome.season.cadres)
    told = replace(outcome.season, cadres=cadres)
    texts = pages(Measured(told, outcome.frame)).items()
    return {path: text for path, text in texts if isinstance(text, str)}


def test_every_tally_is_counted_in_something() -> None:
    """16 次, not 16; and each is shown."""
    assert set(TALLY_UNITS) == set(COMPUTED["tally"])
    shown = made(tallies={"shares": 7, "partners": 0, "replies": 0})[CADRE]
    facts = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)", shown)
    assert facts[-2:] == [("在联系的青年", "0\N{NO-BREAK SPACE}人"), ("分享文章", "7 篇")]


def test_what_one_has_stands_above_what_is_left_to_do() -> None:
    """Points and place in a sentence, before any table."""
    shown = made()[CADRE]
    said = re.search(
        r"现有 <strong>([0-9.]+)\N{NO-BREAK SPACE}分</strong>，在 \d+\N{NO-BREAK SPACE}人中排第 \d", shown
    )
    assert said is not None
    assert said.end() < shown.index("<table")
    assert f"<dd>{said.group(1)}<small>满分" in shown


def test_a_commit_stands_where_one_can_check_it_only() -> None:
    """On the page of data; the day stands on every page of figures."""
    shown = made()
    holding = {
        path
        for path, text in shown.items()
        if path.endswith(".md") and not path.startswith("findings/") and REVISION[:10] in text
    }
    assert holding == {"data/index.md"}
    for path in (CADRE, UNIT, BOARD, "index.md"):
        assert '<time datetime="2018-11-30">' in shown[path]


def test_a_board_shows_its_places_before_their_chart() -> None:
    """On a phone the chart alone would fill the first screen."""
    shown = made()[BOARD]
    assert shown.index("<tbody>") < shown.index('class="p-chart"')


def test_a_unit_without_points_has_no_columns_for_them() -> None:
    """Dashes in three columns say nothing; where one has points, all are shown."""
    with_points, without = made()[UNIT], made(points=None, level=None)[UNIT]
    for head in (">积分</th>", ">星级</th>", ">本单位名次</th>"):
        table = [text.split('id="cadres"')[1].split("</table>")[0] for text in (with_points, without)]
        assert head in table[0]
        assert head not in table[1]


def test_a_units_figures_come_before_the_long_list_of_its_board() -> None:
    """Whoever looks after a province need not pass all its cadres."""
    shown = made()[UNIT]
    order = [shown.index(f'<h2 id="{name}"') for name in ("cadres", "indicators", "board-1")]
    assert order == sorted(order)


def test_each_section_that_a_page_names_at_its_top_is_there() -> None:
    """Links within a page lead somewhere."""
    for path, text in made().items():
        if path.endswith(".md"):
            for name in re.findall(r'href="#([^"]+)"', text):
                assert f'id="{name}"' in text, (path, name)


def test_findings_are_grouped_by_what_their_letter_stands_for() -> None:
    """Every family has a name and a place; those that a cadre meets come before those of rules."""
    assert set(FAMILIES) == {code[0] for code in CATALOGUE}
    letters = re.findall(r'<tr id="([a-z])">', made()["findings/index.md"])
    assert [letter.upper() for letter in letters] == [*FAMILIES]


def test_nobody_of_a_unit_that_has_reported_nothing_is_shown_with_nought_points() -> None:
    """Neither points nor place, on the own page as on the board; and no heading over nothing."""
    outcome = league().outcome
    assert outcome.season is not None
    silent = tuple(replace(one, reported=False) for one in outcome.season.units)
    found = pages(Measured(replace(outcome.season, units=silent), outcome.frame))[CADRE]
    assert "尚未报送，不是零分" in found
    assert "<dt>名次</dt>" not in found
    assert '<h2 id="points">' not in found
    assert "<dt>名次</dt>" in made()[CADRE]


def test_a_unit_names_those_who_do_not_meet_a_demand() -> None:
    """Its administrator knows whom to remind; whoever meets it, or has time left, is not named."""
    outcome = league().outcome
    assert outcome.season is not None
    first, second, third = outcome.season.cadres
    short, late = replace(quota(2, 5), status="short"), replace(quota(2, 5), status="open")
    cadres = (
        replace(first, quotas=(short,)),
        replace(second, quotas=(quota(5, 5),)),
        replace(third, quotas=(late,)),
    )
    of = {"east": {"met": 1, "short": 1, "open": 1}}
    scopes = {
        name: tuple(
            replace(one, quotas={short.id: of[one.id]}) if one.id in of else one
            for one in getattr(outcome.season, name)
        )
        for name in ("units", "subtrees")
    }
    shown = pages(Measured(replace(outcome.season, cadres=cadres, **scopes), outcome.frame))[UNIT]
    row = shown.split('<h2 id="quotas">')[1].split("</tr>")[1]
    assert re.findall(r'<a href="../../units/([^"]*)/">', row) == [first.id]
    assert "<small>未达标：" in row
