"""A cadre's log as the page lists it: every entry of the year in words, with what it counts for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from plus100.publish.atlas import Atlas
from plus100.publish.entries import Told
from plus100.publish.labels import recorded, word
from plus100.publish.traces import DossierView
from plus100.publish.views import CadreView

FORMS = MappingProxyType(
    {"activity": "form", "reply": "area", "reaction": "direction", "statement": "statement_kind"}
)
"""Type of entry → the vocabulary that says what it was exactly."""


class EntryRow(NamedTuple):
    """One log entry as the page lists it, in words."""

    id: str
    day: str
    title: str
    kind: str
    item: str
    counted: str
    why: str


def headline(told: Told, theme: Callable[[str], str]) -> str:
    """An entry's title; where it has none, its theme (``theme`` says codes in words) or what it was."""
    if told.title:
        return told.title
    if told.theme:
        return theme(told.theme)
    form = recorded(FORMS[told.type]).get(told.form, "") if told.type in FORMS else ""
    return {
        "reply": f"回复{form}",
        "reaction": f"{form}点赞留言",
        "statement": form,
        "activity": f"{form}活动",
    }.get(told.type, "") or word("entry_type", told.type)


def kind(told: Told, a: Atlas, unit: str) -> str:
    """An entry's type, form and theme in words."""
    parts = [word("entry_type", told.type)]
    if told.form and told.type in FORMS:
        parts.append(recorded(FORMS[told.type]).get(told.form, told.form))
    if told.theme:
        parts.append(a.theme_title(told.theme, unit))
    return " · ".join(part for part in parts if part)


def rest(told: Told) -> str:
    """What an entry's headline leaves unsaid where it has no title of its own."""
    if told.type == "activity":
        return " · ".join(one for one in (word("entry_type", told.type), word("form", told.form)) if one)
    return word("entry_type", told.type) if told.type == "statement" else ""


def rows(a: Atlas, view: CadreView, dossier: DossierView) -> Iterator[EntryRow]:
    """Every entry of the year by day: those in a points item, then those that none of them names."""
    scored = {
        line.entry: (name.split("/")[0], line)
        for name, trace in dossier.points.items()
        for line in trace.lines
        if line.counted != "0" or line.why
    }
    told = {
        name: one
        for name, one in a.words(view.id).items()
        if one.day[:4] == a.season.as_of[:4] and one.day <= a.season.as_of
    }
    for name in sorted(told, key=lambda name: (told[name].day, name)):
        one = told[name]
        words = kind(one, a, view.unit) if one.title else rest(one)
        item, line = scored.get(name, ("", None))
        title = headline(one, partial(a.theme_title, unit=view.unit))
        counted, why = (line.counted, word("reason", line.why)) if line else ("—", "")
        yield EntryRow(name, one.day, title, words, word("item", item) or "—", counted, why)
