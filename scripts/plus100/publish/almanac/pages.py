"""The calendars as pages: how to subscribe, and a table of days for each edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.ledger.policy.edition import Edition
from plus100.ledger.world import Frame
from plus100.publish.almanac.days import Event, events, undated
from plus100.publish.almanac.ics import calendar_text
from plus100.publish.page import Page
from plus100.publish.policies.text import anchor, safe

FOLDER = "calendar"
INDEX = f"{FOLDER}/index.md"
TITLE = "日历"
EVERY_MONTH = 12


def years(frame: Frame) -> tuple[int, int]:
    """The year of as-of and the next, so that a calendar is not empty at its end."""
    return frame.as_of.year, frame.as_of.year + 1


def files(frame: Frame) -> Iterator[tuple[str, str]]:
    """Path and text of every edition's calendar."""
    site = frame.settings.site_url or ""
    for edition in frame.editions.values():
        address = f"{site.rstrip('/')}/{FOLDER}/{edition.id}/" if site else ""
        found = [one for year in years(frame) for one in events(edition, year)]
        text = calendar_text(edition, found, frame.settings.namespace, address)
        yield f"{FOLDER}/{edition.id}.ics", text


def pages(frame: Frame) -> Iterator[Page]:
    """The index and a page for each edition."""
    yield Page(path=INDEX, title=TITLE, markdown=_index(frame), search=True, nav=TITLE)
    for edition in frame.editions.values():
        path = f"{FOLDER}/{edition.id}/index.md"
        title = f"{TITLE}：{edition.title}"
        yield Page(path=path, title=title, markdown=_edition(edition, frame), search=True)


def _index(frame: Frame) -> str:
    editions = frame.editions.values()
    rows = [
        f"- [{safe(one.title)}]({one.id}/index.md)，订阅地址：[{one.id}.ics]({one.id}.ics)"
        for one in editions
    ]
    return "\n".join([_OPENING, *rows, "", _HOW_TO, ""])


_OPENING = f"""# {TITLE}

一年里哪天到期、哪几个月有集中活动，都从规则里算出来；规则改了，日历跟着改。
先看[本单位](../units/index.md)采用哪一套规则，再打开那一套的日历。
"""

_HOW_TO = """## 在手机上订阅

订阅以后，到期前三天手机会提醒，规则改了也会自动更新。

1. 长按上面的订阅地址，选“复制链接”。
2. 苹果手机：打开“设置”，依次进“日历”“账户”“添加账户”“其他”“添加已订阅的日历”，粘贴，存储。
3. 安卓手机：系统日历能“添加网址日历”的，粘贴即可；不能的，下载文件导入，规则改了再导一次。
4. 电脑上的 Outlook、雷鸟等：选“从网址添加日历”，粘贴。

日历里只有规则和日子，没有任何人的记录。自己还差什么，看自己那页的“还要做什么”。"""


def _edition(edition: Edition, frame: Frame) -> str:
    lines = [
        f"# {TITLE}：{safe(edition.title)}",
        "",
        f"[全部日历](../index.md) · 订阅地址：[{edition.id}.ics](../{edition.id}.ics)",
    ]
    for year in years(frame):
        lines += ["", f"## {year}年", "", *_year(edition, year)]
    return "\n".join([*lines, ""])


def _year(edition: Edition, year: int) -> Iterator[str]:
    rows: dict[int, list[Event]] = {}
    for one in events(edition, year):
        rows.setdefault(id(one.held), []).append(one)
    if rows:
        yield "| 什么事 | 哪天 | 适用 |"
        yield "| --- | --- | --- |"
        for group in rows.values():
            yield f"| {_link(edition, group[0])} | {_days(group)} | {safe(group[0].whom)} |"
    else:
        yield "这一年没有定了日子的事。"
    without = undated(edition, year)
    if without:
        yield ""
        yield f"文件没有写日子的：{'、'.join(safe(held.rule.title) for held in without)}。"


def _days(group: list[Event]) -> str:
    """``3月31日、6月30日``; what comes every month is said so."""
    if len(group) == EVERY_MONTH:
        return "每月最后一天"
    return "、".join(f"{_day(one.first)}—{_day(one.last)}" if one.runs else _day(one.last) for one in group)


def _day(value: date) -> str:
    return f"{value.month}月{value.day}日"


def _link(edition: Edition, one: Event) -> str:
    place = edition.rules[one.held.rule.id].index(one.held)
    later = f"-{place + 1}" if place else ""
    target = f"../../policies/{edition.id}/index.md#{anchor(one.held.rule.id)}{later}"
    return f"[{safe(one.title)}]({target})"
