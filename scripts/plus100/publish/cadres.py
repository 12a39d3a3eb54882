"""A page for each cadre: points with what they rest on, quotas, level, calendar, what is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from plus100.ledger.policy.rules import Source
from plus100.publish.atlas import Atlas
from plus100.publish.calendar import calendar
from plus100.publish.drafts.offers import for_cadre
from plus100.publish.labels import TALLY_UNITS, recorded, word
from plus100.publish.logbook import rows
from plus100.publish.page import Page, root
from plus100.publish.policies.text import anchor, cited
from plus100.publish.progress import limit, to_next_star
from plus100.publish.progress import missing as missing_words
from plus100.publish.render import template
from plus100.publish.spans import span_name
from plus100.publish.todo import todo
from plus100.publish.traces import DossierView, TraceCount
from plus100.publish.views import Basis, CadreView, QuotaView, WindowView

MARKS = MappingProxyType({"met": "✓", "short": "✗", "over": "!", "open": "…"})
"""Statuses of a window at a glance; what is not judged has none."""

_PEOPLE, _RECORDS = "名青年", "条记录"
"""What an item is made of; the first character counts it."""


def rule(basis: Basis) -> str:
    """Where the rule's text stands, below the site's root."""
    return f"policies/{basis.edition}/#{anchor(basis.rule)}"


def clauses(a: Atlas, basis: Basis) -> str:
    """Documents and clauses of a rule: ``鲁青办〔2017〕18号 附件2第一部分第2项``."""
    edition = a.frame.editions.get(basis.edition)
    documents = edition.documents if edition else {}
    return "；".join(
        cited(Source(document=one.document, clause=one.clause), documents.get(one.document))
        for one in basis.sources
    )


def trail(dossier: DossierView, item: str) -> str:
    """What an item was made of: ``95 名青年（2 名没有全部计入）、26 条记录``."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for trace in (trace for name, trace in dossier.points.items() if name.split("/")[0] == item):
        whole[_RECORDS] += len(trace.lines)
        cut[_RECORDS] += sum(bool(line.why) for line in trace.lines)
        for part in trace.counts:
            words = _PEOPLE if part.kind == "partner" else _RECORDS
            whole[words] += part.count
            cut[words] += part.count if part.why else 0
    said = (
        f"{whole[words]} {words}{f'（{cut[words]} {words[0]}没有全部计入）' if cut[words] else ''}"
        for words in (_PEOPLE, _RECORDS)
        if whole[words]
    )
    return "、".join(said) or "还没有记录"


def counts(dossier: DossierView) -> list[tuple[str, TraceCount]]:
    """What is published as a count only, by part."""
    found = ((name.split("/")[1], trace) for name, trace in dossier.points.items())
    return [(part, one) for part, trace in found for one in trace.counts]


def tallies(view: CadreView) -> list[tuple[str, str]]:
    """What was done and with how many, in order: ``("线下活动", "16 次")``; partners even if none."""
    found = ((name, view.tallies.get(name, 0), unit) for name, unit in TALLY_UNITS.items())
    return [(word("tally", name), f"{n} {unit}") for name, n, unit in found if n or name == "partners"]


def missing(a: Atlas, unit: str) -> Callable[[QuotaView], str]:
    """The words for what a quota says is missing: themes, else fields, platforms, ways of meeting."""

    def words(quota: QuotaView) -> str:
        names = [_missing_word(a, unit, code) for code in quota.missing]
        need = None if quota.need is None else Decimal(quota.need)
        return missing_words(quota.unit, Decimal(quota.have), need, names)

    return words


def chip(window: WindowView) -> str:
    """A window in a few signs: ``1–2月 5✓``."""
    name = span_name(date.fromisoformat(window.first), date.fromisoformat(window.last))
    return f"{name} {window.have}{MARKS.get(window.status, '')}"


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
        lacks = missing(a, view.unit)
        body = render(
            a=a,
            view=view,
            root=root(path),
            line=list(reversed(a.lineage.get(view.unit, ()))),
            class_title=word("class", view.class_),
            todo=todo(view, lacks),
            more=to_next_star(view),
            counts=counts(dossier),
            tallies=tallies,
            entries=list(rows(a, view, dossier)),
            calendar=calendar(int(a.season.as_of[:4]), _year(dossier)),
            lacks=lacks,
            trails={item.id: trail(dossier, item.id) for item in view.points.items} if view.points else {},
            clauses=partial(clauses, a),
            limit=limit,
            chip=chip,
            rule=rule,
            offers=() if view.status == "left" else for_cadre(a.frame, view.id),
        )
        yield Page(path=path, title=f"{view.name} · {a.unit_name(view.unit)}", body=body)
