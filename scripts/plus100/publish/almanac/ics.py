"""An edition's days as an iCalendar file (RFC 5545). The same rules give the same bytes: ids are made of
rule and day, and the time stamp is that of the rule's first day, not of a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from plus100.core.periods import DAY
from plus100.ledger.policy.edition import Edition
from plus100.publish.almanac.days import Event

REMIND = timedelta(days=-3)
PRODUCT = "-//plus100//calendar//ZH"


def calendar_text(edition: Edition, found: Iterable[Event], namespace: str, address: str = "") -> str:
    """The file's text, with CRLF as the format demands. ``address`` is that of the edition's page."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", edition.title)
    made.add("refresh-interval", timedelta(days=7), parameters={"value": "DURATION"})
    for group in _grouped(found):
        made.add_component(_entry(edition, group, namespace, address))
    text: str = made.to_ical().decode()
    return text


def _grouped(found: Iterable[Event]) -> Iterator[tuple[Event, ...]]:
    """What falls due on one day is one entry, so that a phone reminds once; a campaign is its own."""
    for _, group in groupby(sorted(found, key=_place), key=_place):
        yield tuple(group)


def _place(event: Event) -> tuple[date, str]:
    return event.last, event.held.rule.id if event.runs else ""


def uid(edition: Edition, group: Sequence[Event], namespace: str) -> str:
    """Stable: made of the day, and of a campaign's rule."""
    name = group[0].held.rule.id if group[0].runs else "due"
    return f"{name}.{group[0].last:%Y%m%d}@{edition.id}.{namespace}.plus100"


def summary(group: Sequence[Event]) -> str:
    """``第一季度最后一天：四项要求``; alone, what it is."""
    if len(group) == 1:
        one = group[0]
        return f"{one.occasion}：{one.title}" if one.occasion else one.title
    occasions = "、".join(dict.fromkeys(one.occasion for one in group))
    return f"{occasions}：{len(group)}项要求"


def _entry(edition: Edition, group: Sequence[Event], namespace: str, address: str) -> Entry:
    entry, title = Entry(), summary(group)
    entry.add("uid", uid(edition, group, namespace))
    entry.add("dtstamp", max(_midnight(one.held.rule.from_) for one in group))
    entry.add("dtstart", group[0].first)
    entry.add("dtend", group[0].last + DAY)
    entry.add("summary", title)
    entry.add("description", "\n".join(f"{one.title}（{one.whom}）" for one in group))
    entry.add("transp", "TRANSPARENT")
    if address:
        entry.add("url", address)
    if not group[0].runs:
        entry.add_component(_alarm(title))
    return entry


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMIND)
    return alarm


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
