"""R338, R339: a person holds one engagement at a time, under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say

OVERLAP, NAMES = "R338", "R339"


def check(draft: Draft) -> Iterator[Finding]:
    """The engagements of each person, oldest first. Those that end before they begin are left to
    R311.
    """
    by_person: defaultdict[str, list[str]] = defaultdict(list)
    for name, cadre in draft.cadres.items():
        if cadre.until is None or cadre.since <= cadre.until:
            by_person[cadre.person].append(name)
    for person in sorted(by_person):
        names = sorted(by_person[person], key=lambda name: (draft.cadres[name].since, name))
        if len(names) > 1:
            yield from _of_person(draft, person, names)


def _of_person(draft: Draft, person: str, names: list[str]) -> Iterator[Finding]:
    longest = names[0]
    for name in names[1:]:
        cadre, before = draft.cadres[name], draft.cadres[longest]
        if cadre.since <= (before.until or date.max):
            end = f"到 {before.until} 才结束" if before.until else "还没有结束"
            yield say(
                OVERLAP,
                (draft.cadre_path(name), ("since",)),
                f"{person} 在 {name} 的任职从 {cadre.since} 开始，而在 {longest} 的任职{end}。",
                "先结束前一段（until 写到后一段开始的前一天）；不是同一人的，改正其中一处的 person。",
                (draft.cadre_path(longest), ("until" if before.until else "since",)),
            )
        if (cadre.until or date.max) > (before.until or date.max):
            longest = name
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
