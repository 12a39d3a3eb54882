"""The year's days: those of the rules, in a form that calendars read, the same whenever they are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from plus100.publish.almanac.days import events, undated
from plus100.publish.almanac.pages import files, pages
from publish.handbook.test_values import of_children
from publish.handbook.the_book import frame


def days(edition: str, rule: str, year: int) -> list[str]:
    """The days of one rule in a year, ``first/last`` for what lasts."""
    return [
        f"{one.first}/{one.last}" if one.runs else str(one.last)
        for one in events(frame().editions[edition], year)
        if one.held.rule.id == rule
    ]


QUARTERS = ["2018-03-31", "2018-06-30", "2018-09-30", "2018-12-31"]
TWO_MONTHS = ["2018-02-28", "2018-04-30", "2018-06-30", "2018-08-31", "2018-10-31", "2018-12-31"]


@pytest.mark.parametrize(
    ("edition", "rule", "year", "expected"),
    [
        ("national-2016", "five_ones.full_time", 2018, QUARTERS),
        ("shandong-2017", "five_ones.full_time", 2018, TWO_MONTHS),
        ("national-2016", "lecture.year", 2018, ["2018-12-31"]),
        ("national-2016", "deadlines.partners", 2016, ["2016-08-31"]),
        ("national-2016", "deadlines.partners", 2017, []),
        ("shandong-2017", "deadlines.five_ones_report", 2017, ["2017-06-20", "2017-09-20", "2017-12-20"]),
        ("national-2016", "campaigns.go_among_youth", 2018, ["2018-07-01/2018-08-31"]),
        ("shandong-2017", "campaigns.study", 2017, ["2017-05-01/2017-09-30"]),
        ("shandong-2017", "campaigns.study", 2018, []),
        ("shandong-2017", "points.classes", 2018, ["2018-12-31"]),
        ("xjyyxy-2019", "group.year", 2019, ["2019-12-31"]),
    ],
)
def test_a_rule_has_its_days(edition: str, rule: str, year: int, expected: list[str]) -> None:
    """Windows end, deadlines fall and campaigns run when the documents say."""
    assert days(edition, rule, year) == expected


def test_a_window_counts_only_under_one_version_of_a_rule() -> None:
    """Shandong's two months begin with the window after 3 May 2017; the national quarter ended before."""
    assert days("shandong-2017", "five_ones.full_time", 2017) == [
        "2017-03-31",
        "2017-08-31",
        "2017-10-31",
        "2017-12-31",
    ]


def test_months_of_a_campaign_may_end_the_year() -> None:
    """December is followed by January of the next year."""
    edition = of_children(
        frame().editions["national-2016"], "campaigns.go_among_youth", "months", [1, 11, 12]
    )
    found = [one for one in events(edition, 2018) if one.held.rule.id == "campaigns.go_among_youth"]
    assert [(one.first, one.last) for one in found] == [
        (date(2018, 1, 1), date(2018, 1, 31)),
        (date(2018, 11, 1), date(2018, 12, 31)),
    ]


def test_campaigns_without_days_are_named() -> None:
    """What the document leaves open is said, not made up."""
    names = [held.rule.id for held in undated(frame().editions["shandong-2017"], 2018)]
    assert names == ["campaigns.congress_preaching", "campaigns.service_month"]


CALENDARS = dict(files(frame()))


def entries(text: str) -> list[Any]:
    """The entries of a calendar, read back."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("name", CALENDARS)
def test_a_calendar_can_be_read_back(name: str) -> None:
    """It holds every day of both years once, with ids that no other calendar has."""
    text = CALENDARS[name]
    edition = frame().editions[name.removeprefix("calendar/").removesuffix(".ics")]
    found = entries(text)
    wanted = {one.last for year in (2018, 2019) for one in events(edition, year)}
    assert {one["dtend"].dt - timedelta(days=1) for one in found} == wanted
    ids = [str(one["uid"]) for one in found]
    assert len(set(ids)) == len(ids)
    assert all(one.endswith(f"@{edition.id}.{frame().settings.namespace}.plus100") for one in ids)
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert all(one.get("dtstamp") and one.get("summary") and one.get("description") for one in found)
    assert Calendar.from_ical(text).errors == []


def test_what_falls_due_on_one_day_reminds_once() -> None:
    """A quarter's end is one entry that lists its demands, with one alarm three days before."""
    found = [one for one in entries(CALENDARS["calendar/shandong-2017.ics"]) if "20180331" in one["uid"]]
    assert len(found) == 1
    assert str(found[0]["summary"]) == "第一季度最后一天：3项要求"
    assert str(found[0]["description"]).count("\n") == 2
    assert [alarm["trigger"].dt.days for alarm in found[0].walk("VALARM")] == [-3]


def test_nothing_of_a_clock_is_in_a_calendar() -> None:
    """A later day of the same year gives the same bytes; a later year only moves the two years shown,
    and an entry of both keeps its id.
    """
    assert dict(files(replace(frame(), as_of=date(2018, 1, 1)))) == CALENDARS
    later = dict(files(replace(frame(), as_of=date(2019, 6, 1))))
    for name, text in CALENDARS.items():
        before = {str(one["uid"]): one.to_ical() for one in entries(text)}
        after = {str(one["uid"]): one.to_ical() for one in entries(later[name])}
        shared = before.keys() & after.keys()
        assert shared
        assert {uid: before[uid] for uid in shared} == {uid: after[uid] for uid in shared}


def test_a_changed_rule_changes_its_days() -> None:
    """The calendar is made from the policies and from nothing else."""
    edition = of_children(frame().editions["national-2016"], "five_ones.full_time", "window", "half_year")
    found = [one.last for one in events(edition, 2018) if one.held.rule.id == "five_ones.full_time"]
    assert found == [date(2018, 6, 30), date(2018, 12, 31)]


def test_pages_lead_to_the_files_and_to_the_rules() -> None:
    """The index names every file; a rule's row links to the version in force."""
    made = {page.path: page.markdown for page in pages(frame())}
    assert all(f"]({name.removeprefix('calendar/')})" in made["calendar/index.md"] for name in CALENDARS)
    page = made["calendar/shandong-2017/index.md"]
    assert "policies/shandong-2017/index.md#five_ones-full_time-2)" in page
    assert "| 2月28日、4月30日、6月30日、8月31日、10月31日、12月31日 |" in page
    assert "| 每月最后一天 |" in made["calendar/xjyyxy-2019/index.md"]
    assert "没有写日子的：党的十九大精神宣讲、集中服务青年月。" in page
    early = replace(frame(), as_of=date(2010, 1, 1))
    assert (
        "这一年没有定了日子的事。"
        in {one.path: one.markdown for one in pages(early)}["calendar/national-2016/index.md"]
    )
