"""A plan → its log entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from samples.emit import Document, Value
from samples.people import Contact
from samples.plan import Counts, Plan, chance
from samples.roster import COLLEGE
from samples.words import (
    ARTICLES,
    COLLEGE_FROM,
    OFFLINE_TITLES,
    ONLINE_TITLES,
    PLACES,
    SHANDONG_FROM,
    TASKS,
    themes,
)

ALPHABET = "abcdefghijkmnpqrstuvwxyz"
LOGIN = tuple(date(2017, 5, day) for day in range(4, 11))
"""The first ten days of May after the notice, by which everybody logs in to the client."""
PRESENCE = ("daily_voice", "weekly_interaction", "monthly_topic")
MONTHS = (4, 3, 8, 9, 11, 10, 8, 8, 9, 9, 8, 6)
"""How busy the months of a year are."""


def entries(plan: Plan, people: tuple[Contact, ...]) -> tuple[Document, ...]:
    """All entries of a plan, by day and id; ids are unique within the engagement."""
    found: list[dict[str, Value]] = []
    for year, counts in plan.years.items():
        first, last = max(plan.since, date(year, 1, 1)), min(plan.log_last, date(year, 12, 31))
        if first <= last:
            draw = plan.draw(f"log {year}")
            found += _year(plan, draw, counts, _Days(plan, draw, first, last), people)
    if plan.group is not None:
        last_days = sorted({plan.last, plan.log_last})
        found += [
            _statement(_late(plan, day), "group", members=plan.group, group="g1", platform="wechat")
            for day in last_days
        ]
    found.sort(key=lambda entry: str(entry["date"]))
    return _numbered(plan, found)


class _Days:
    """Days drawn from a span, busier in busy months."""

    def __init__(self, plan: Plan, draw: Random, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._draw = draw
        days = (first + timedelta(n) for n in range((last - first).days + 1))
        self._days = [day for day in days if not plan.excused(day)]
        self._sums = list(accumulate(MONTHS[day.month - 1] for day in self._days))

    def one(self) -> date:
        """Some day; every call draws anew."""
        return self._draw.choices(self._days, cum_weights=self._sums)[0]


def _year(
    plan: Plan, draw: Random, counts: Counts, days: _Days, people: tuple[Contact, ...]
) -> Iterator[dict[str, Value]]:
    titles: set[str] = set()
    for _ in range(counts.activities):
        yield _activity(plan, draw, days.one(), people, titles)
    if plan.edition == "shandong-2017":
        yield from _tasks(draw, days, counts.tasks)
    replies = (("own", "q", counts.own), ("hero", "h", counts.hero), ("wish", "w", counts.wishes))
    for area, letter, number in replies:
        for n in range(number):
            day = days.one()
            about = f"{letter}{day.year}-{n + 1:02}"
            yield {"type": "reply", "date": str(day), "area": area, "about": about}
    yield from _reactions(draw, days, counts.reactions)
    for article in draw.sample(ARTICLES, counts.shares):
        yield {"type": "share", "date": str(days.one()), "article": article}
    if plan.statements:
        yield from _monthly(plan, draw, days)
    if plan.edition == "shandong-2017" and plan.login and days.first <= LOGIN[0] <= days.last:
        yield _statement(draw.choice(LOGIN), "client_login")


def _activity(
    plan: Plan, draw: Random, day: date, people: tuple[Contact, ...], titles: set[str]
) -> dict[str, Value]:
    online = chance(draw, 0.3)
    theme = draw.choice(themes(plan.edition, day)) if chance(draw, 0.93) else "other"
    table = ONLINE_TITLES if online else OFFLINE_TITLES
    present = [person.id for person in people if person.on(day)] if people else []
    some = sorted(draw.sample(present, min(len(present), draw.randrange(2, 7))))
    entry: dict[str, Value] = {
        "type": "activity",
        "date": str(day),
        "form": "online" if online else "offline",
        "theme": theme,
        "title": _title(draw, table.get(theme, table["other"]), titles),
    }
    if not online and (theme in {"talk", "exchange"} or chance(draw, 0.35)):
        entry["face_to_face"] = True
    entry["headcount"] = len(some) + draw.randrange(1, 40 if theme != "talk" else 4)
    if some:
        entry["partners"] = list(some)
    return entry


def _title(draw: Random, templates: tuple[str, ...], used: set[str]) -> str:
    for _ in range(8):
        title = draw.choice(templates).format(place=draw.choice(PLACES))
        if title not in used:
            break
    used.add(title)
    return title


def _tasks(draw: Random, days: _Days, number: int) -> Iterator[dict[str, Value]]:
    """Items of the task list, which exists from the day of the notice on."""
    for task in tuple(TASKS)[:number]:
        day = days.one()
        for _ in range(50):
            if day >= SHANDONG_FROM:
                break
            day = days.one()
        else:
            return
        yield {
            "type": "activity",
            "date": str(day),
            "form": "online" if task == "online_theme_day" else "offline",
            "theme": "other",
            "title": f"{TASKS[task]}（{draw.choice(PLACES)}团支部）",
            "tasks": [task],
        }


def _reactions(draw: Random, days: _Days, total: int) -> Iterator[dict[str, Value]]:
    """Likes and comments, about three on one day and one entry a day."""
    number = (total + 2) // 3
    different: set[date] = set()
    while len(different) < number:
        different.add(days.one())
    sizes = [1] * number
    for _ in range(total - number):
        sizes[draw.randrange(number)] += 1
    for day, size in zip(sorted(different), sizes, strict=True):
        yield {"type": "reaction", "date": str(day), "count": size, "direction": "received"}


def _monthly(plan: Plan, draw: Random, days: _Days) -> Iterator[dict[str, Value]]:
    """One of the three statements in most months; all of them once the college demands them."""
    months: dict[str, date] = {}
    for _ in range(14):
        day = days.one()
        months.setdefault(f"{day:%Y-%m}", day)
    for day in months.values():
        all_three = plan.edition == COLLEGE and day >= COLLEGE_FROM
        for kind in PRESENCE if all_three else (draw.choice(PRESENCE),):
            yield _statement(day, kind)


def _statement(day: date, kind: str, **more: Value) -> dict[str, Value]:
    return {"type": "statement", "date": str(day), "kind": kind, **more}


def _late(plan: Plan, last: date) -> date:
    return max(plan.since, last - timedelta(20))


def _numbered(plan: Plan, found: list[dict[str, Value]]) -> tuple[Document, ...]:
    draw, used = plan.draw("ids"), set[str]()
    numbered: list[dict[str, Value]] = []
    for entry in found:
        day = str(entry["date"]).replace("-", "")
        while (name := f"{day}-{''.join(draw.choices(ALPHABET, k=4))}") in used:
            pass
        used.add(name)
        numbered.append({"type": entry["type"], "id": name, **entry})
    return tuple(sorted(numbered, key=lambda entry: str(entry["id"])))
