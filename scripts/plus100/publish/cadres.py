"""A page for each cadre: points with what they rest on, quotas, level, calendar, what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plus100.publish.atlas import Atlas
from plus100.publish.calendar import calendar
from plus100.publish.entries import Told
from plus100.publish.labels import recorded, word
from plus100.publish.page import Page, root
from plus100.publish.policy_pages import anchor
from plus100.publish.render import template
from plus100.publish.shares import exact_percent
from plus100.publish.traces import DossierView, TraceCount
from plus100.publish.views import Basis, CadreView, QuotaView, RatioView


class EntryRow(NamedTuple):
    """One log entry as the page lists it, in words."""

    id: str
    day: str
    title: str
    kind: str
    item: str
    counted: str
    why: str


def todo(view: CadreView) -> list[QuotaView]:
    """What is short, the nearest date first; what has no date comes last."""
    short = [one for one in view.quotas if one.status in {"short", "open"} and one.short != "0"]
    return sorted(short, key=lambda one: (one.due is None, one.due or "", one.id))


def met(view: CadreView) -> str:
    """``7／9``: demands met among those with a number; — where there is none."""
    judged = [one for one in view.quotas if one.status in {"met", "short", "over"}]
    return f"{sum(one.status == 'met' for one in judged)}／{len(judged)}" if judged else "—"


def limit(view: RatioView) -> str:
    """``不超过 20%``; a limit of nobody and one of not everybody in words."""
    if not view.limit:
        return "未规定"
    part, whole = view.limit.split("/")
    if view.bound == "at_most" and part in {"0", whole}:
        return "不能有" if part == "0" else "不能是全部"
    words = {"at_most": "不超过", "more_than": "超过"}
    return f"{words.get(view.bound, '')} {exact_percent(part, whole)}".strip()


def rule(basis: Basis) -> str:
    """Where the rule's text stands, below the site's root."""
    return f"policies/{basis.edition}/#{anchor(basis.rule)}"


def kind(told: Told, a: Atlas, unit: str) -> str:
    """An entry's type, form and theme in words."""
    forms = {"activity": "form", "reply": "area", "reaction": "direction", "statement": "statement_kind"}
    parts = [word("entry_type", told.type)]
    if told.form and told.type in forms:
        parts.append(recorded(forms[told.type]).get(told.form, told.form))
    if told.theme:
        parts.append(a.theme_title(told.theme, unit))
    return " · ".join(part for part in parts if part)


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
        words = kind(one, a, view.unit)
        item, line = scored.get(name, ("", None))
        title = one.title or word("entry_type", one.type)
        counted, why = (line.counted, word("reason", line.why)) if line else ("—", "")
        yield EntryRow(name, one.day, title, words, word("item", item) or "—", counted, why)


def counts(dossier: DossierView) -> list[tuple[str, TraceCount]]:
    """What is published as a count only, by part."""
    found = ((name.split("/")[1], trace) for name, trace in dossier.points.items())
    return [(part, one) for part, trace in found for one in trace.counts]


def missing(a: Atlas, unit: str) -> object:
    """The words for what a quota says is missing: themes, else fields, platforms, ways of meeting."""

    def words(quota: QuotaView) -> str:
        return "、".join(_missing_word(a, unit, code) for code in quota.missing)

    return words


def _missing_word(a: Atlas, unit: str, code: str) -> str:
    if code in a.themes:
        return a.theme_title(code, unit)
    vocabularies = ("field", "platform", "statement_kind", "link_kind", "met")
    return next((recorded(one)[code] for one in vocabularies if code in recorded(one)), code)


def _year(dossier: DossierView) -> dict[date, int]:
    return {date.fromisoformat(day): count for day, count in dossier.calendar.items()}


def pages(a: Atlas, only: Iterable[str] | None = None) -> Iterator[Page]:
    """All cadres' pages, in the season's order."""
    render = template("cadre")
    for view in (a.cadres[name] for name in only or a.cadres):
        path = f"units/{view.id}/index.md"
        dossier = a.dossier(view.id)
        body = render(
            a=a,
            view=view,
            root=root(path),
            line=list(reversed(a.lineage.get(view.unit, ()))),
            class_title=word("class", view.class_),
            todo=todo(view),
            counts=counts(dossier),
            entries=list(rows(a, view, dossier)),
            calendar=calendar(int(a.season.as_of[:4]), _year(dossier)),
            missing=missing(a, view.unit),
            limit=limit,
            rule=rule,
        )
        yield Page(path=path, title=f"{view.name} · {a.unit_name(view.unit)}", body=body)
