"""R338, R339: a person holds one engagement at a time, under one name.

One who is posted elsewhere has two: the home unit's, exempt for that time (Q9), and the host's, by
which the person is measured (Q54, X09).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.core.periods import DAY, Span
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say
from plus100.ledger.records import Cadre

OVERLAP, NAMES = "R338", "R339"

ELSEWHERE = "posted_elsewhere"


def check(draft: Draft) -> Iterator[Finding]:
    """The engagements of each person, oldest first. Those that end before they begin are left to
    R311.
    """
    for person, names in _persons(draft).items():
        wrong = _mistaken(draft, names)
        own = [name for name in names if name not in wrong]
        yield from _overlaps(draft, person, own)
        yield from _names(draft, person, own)
        yield from (_somebody_else(draft, person, name, other) for name, other in wrong.items())


def mistaken(draft: Draft) -> frozenset[str]:
    """The engagements that seem to bear another person's id (R338): no other check builds on it."""
    return frozenset(name for names in _persons(draft).values() for name in _mistaken(draft, names))


def _persons(draft: Draft) -> dict[str, list[str]]:
    """Persons with more than one engagement, oldest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, cadre in draft.cadres.items():
        if cadre.until is None or cadre.since <= cadre.until:
            found[cadre.person].append(name)
    return {
        person: sorted(names, key=lambda name: (draft.cadres[name].since, name))
        for person, names in sorted(found.items())
        if len(names) > 1
    }


def _mistaken(draft: Draft, names: list[str]) -> dict[str, str]:
    """The engagements under another name than the person's, which overlap one under that and don't follow
    one, each with the one that it overlaps. The person's name is that of the folders called after the
    person, else of most engagements, else of the oldest.
    """
    person = draft.cadres[names[0]].person
    called = [name for name in names if name.endswith(f"/{person}")]
    said = [draft.cadres[name].name for name in called or names]
    usual = max(said, key=said.count)
    own = [name for name in names if draft.cadres[name].name == usual]
    found = {}
    for name in names:
        clashing = [one for one in own if clash(*_in_order(draft, one, name))]
        if name not in own and clashing and draft.cadres[name].moved_from not in names:
            found[name] = clashing[0]
    return found


def _in_order(draft: Draft, *names: str) -> list[Cadre]:
    return sorted((draft.cadres[name] for name in names), key=lambda cadre: cadre.since)


def _overlaps(draft: Draft, person: str, names: list[str]) -> Iterator[Finding]:
    """Each engagement that begins while earlier ones last, once: with the one that lasts longest."""
    for number, name in enumerate(names):
        clashing = [before for before in names[:number] if clash(draft.cadres[before], draft.cadres[name])]
        if clashing:
            yield _said(draft, person, name, max(clashing, key=lambda one: _end(draft.cadres[one])))


def _said(draft: Draft, person: str, name: str, other: str) -> Finding:
    cadre, before = draft.cadres[name], draft.cadres[other]
    end = f"到 {before.until} 才结束" if before.until else "还没有结束"
    return say(
        OVERLAP,
        (draft.cadre_path(name), ("since",)),
        f"{person} 在 {name} 的任职从 {cadre.since} 开始，而在 {other} 的任职{end}。",
        "先结束前一段（until 写到后一段开始的前一天）；借调、挂职在外的，在原单位登记免予开展"
        f"（{ELSEWHERE}），期限盖住两段重叠的日子；不是同一人的，改正其中一处的 person。",
        (draft.cadre_path(other), ("until" if before.until else "since",)),
    )


def _somebody_else(draft: Draft, person: str, name: str, other: str) -> Finding:
    return say(
        OVERLAP,
        (draft.cadre_path(name), ("person",)),
        f"{person} 同时在 {name} 和 {other} 任职，两处的姓名又不同。",
        "多半是其中一处的 person 写错，请核对；确是同一人的，统一姓名，并先结束前一段。",
        (draft.cadre_path(other), ("person",)),
    )


def _names(draft: Draft, person: str, names: list[str]) -> Iterator[Finding]:
    first = names[0]
    for name in names[1:]:
        if draft.cadres[name].name != draft.cadres[first].name:
            yield say(
                NAMES,
                (draft.cadre_path(name), ("name",)),
                f"{person} 在 {name} 和 {first} 的姓名不同，两处会按同一人合并。",
                "同一人的，统一姓名；不同的人，改正其中一处的 person。",
                (draft.cadre_path(first), ("name",)),
            )


def _end(cadre: Cadre) -> date:
    return cadre.until or date.max


def clash(before: Cadre, cadre: Cadre) -> bool:
    """Whether two engagements share a day on which neither is exempt for being posted elsewhere."""
    last = min(_end(before), _end(cadre))
    if cadre.since > last:
        return False
    shared = Span(cadre.since, last)
    return not any(_covered(shared, _away(one)) for one in (before, cadre))


def _away(cadre: Cadre) -> list[Span]:
    """The spans of the exemptions for being posted elsewhere, the earliest first."""
    spans = (Span(one.from_, one.until or date.max) for one in cadre.exemptions if one.reason == ELSEWHERE)
    return sorted(spans, key=lambda span: span.first)


def _covered(span: Span, spans: Iterable[Span]) -> bool:
    """Whether the spans, the earliest first, leave no day of the one uncovered."""
    first = span.first
    for one in spans:
        if first in one:
            if one.last >= span.last:
                return True
            first = one.last + DAY
    return False
