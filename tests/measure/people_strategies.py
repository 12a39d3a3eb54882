"""Hypothesis strategies: one person's engagement, partners and log, all sound by construction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from hypothesis import strategies as st

from measure.scenario import World, editions, world
from plus100.ledger.records import Activity, Basis, Entry, Partner, Post, Reaction, Reply, Share, Statement
from plus100.ledger.world import Book, Sheet

CADRE = "home/one"
CATEGORIES = (
    "full_time",
    "attached",
    "leading_organ_part_time",
    "large_unit_part_time",
    "other_part_time",
)
TASKS = ("study_speeches", "repeat_oath", "theme_lecture", "volunteering")
THEMES = ("deed", "lecture", "talk", "volunteering", "culture_sports", "other")

days = st.dates(date(2017, 1, 1), date(2018, 12, 31))
maybe = st.none() | days


@st.composite
def partners(draw: st.DrawFn, number: int) -> Partner:
    """A partner with some facts recorded and others not."""
    return Partner(
        id=f"p{number:03}",
        since=draw(days),
        until=draw(st.none() | st.none() | days),
        moved_away=draw(st.none() | st.none() | days),
        occupation=draw(st.sampled_from([None, "service", "student"])),
        field=draw(st.sampled_from([None, "school", "rural"])),
        local=draw(st.sampled_from([None, True, False])),
        age=draw(st.sampled_from([None, "to_35", "from_36_to_45", "over_45"])),
        age_role=draw(st.sampled_from([None, "coop_head"])),
        met=draw(st.sampled_from([None, "visit", "linked_programmes"])),
        bound_on=draw(maybe),
        unbound_on=draw(st.none() | st.none() | days),
    )


@st.composite
def entries(draw: st.DrawFn, number: int) -> Entry:
    """An entry of any type."""
    day = draw(days)
    name = f"{day:%Y%m%d}-{number:03}"
    about = draw(st.sampled_from("abc"))
    tasks = draw(st.lists(st.sampled_from(TASKS), max_size=2, unique=True))
    kinds: dict[str, Entry] = {
        "activity": Activity(
            id=name,
            date=day,
            form=draw(st.sampled_from(["online", "offline"])),
            theme=draw(st.sampled_from(THEMES)),
            face_to_face=draw(st.booleans()),
            tasks=tuple(tasks),
            partners=("p000", "p001"),
        ),
        "reply": Reply(id=name, date=day, area=draw(st.sampled_from(["own", "hero", "wish"])), about=about),
        "share": Share(id=name, date=day, article=about),
        "reaction": Reaction(
            id=name,
            date=day,
            count=draw(st.integers(1, 9)),
            direction=draw(st.sampled_from(["received", "given"])),
        ),
        "statement": Statement(id=name, date=day, kind="daily_voice"),
    }
    return kinds[draw(st.sampled_from(["activity", *sorted(kinds)]))]


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Up to 16 partners and 60 entries, in one file each."""
    people = [draw(partners(number)) for number in range(draw(st.integers(0, 16)))]
    log = [draw(entries(number)) for number in range(draw(st.integers(0, 60)))]
    return Book(CADRE, (sheet("partners", people),), (sheet("log", log),))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """One person under Shandong's rules, perhaps with a change of class on the way."""
    first, second = draw(st.sampled_from(CATEGORIES)), draw(st.sampled_from(CATEGORIES))
    base = world({"as_of": draw(days).isoformat(), "cadre": {"since": "2017-01-01"}}, editions())
    basis = Basis(kind="formal_staff")
    posts = (
        Post(category=first, basis=basis, from_=date(2017, 1, 1), until=date(2018, 3, 31)),
        Post(category=second, basis=basis, from_=date(2018, 4, 1)),
    )
    cadre = base.frame.cadres[CADRE]
    frame = replace(base.frame, cadres={CADRE: msgspec.structs.replace(cadre, posts=posts)})
    return World(frame, {CADRE: draw(books())})


def sheet(path: str, items: list[Any]) -> Sheet[Any]:
    """A file with these items."""
    return Sheet(path, tuple(items), tuple(range(len(items))))
