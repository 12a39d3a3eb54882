"""The spans of days in unit and cadre records, listed once for every check that looks at dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from plus100.core.findings import Pointer
from plus100.ledger.checks.draft import Draft
from plus100.ledger.records import Cadre, Unit


@dataclass(frozen=True, slots=True)
class Days:
    """A span as written: where its first and its last day stand, and what it is a span of."""

    what: str
    first: date
    first_at: Pointer
    last: date | None
    last_at: Pointer


class _From(Protocol):
    @property
    def from_(self) -> date: ...
    @property
    def until(self) -> date | None: ...


class _Since(Protocol):
    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...


def _from(field: str, what: str, items: Iterable[_From]) -> Iterator[Days]:
    for i, item in enumerate(items):
        yield Days(what, item.from_, (field, i, "from"), item.until, (field, i, "until"))


def _since(field: str, what: str, items: Iterable[_Since]) -> Iterator[Days]:
    for i, item in enumerate(items):
        yield Days(what, item.since, (field, i, "since"), item.until, (field, i, "until"))


def _terms(cadre: Cadre) -> Iterator[Days]:
    for i, post in enumerate(cadre.posts):
        if post.basis.term_from is not None:
            at = ("posts", i, "basis")
            yield Days(
                "挂职期",
                post.basis.term_from,
                (*at, "term_from"),
                post.basis.term_until,
                (*at, "term_until"),
            )


def of_unit(unit: Unit) -> Iterator[Days]:
    """Every span in a unit's record."""
    yield from _from("reviewers", "审核人任期", unit.reviewers)
    for i, quota in enumerate(unit.own_quota):
        yield Days("自定指标", quota.from_, ("own_quota", i, "from"), None, ())


def of_cadre(cadre: Cadre) -> Iterator[Days]:
    """Every span in a cadre's record."""
    yield Days("任职", cadre.since, ("since",), cadre.until, ("until",))
    yield from _from("posts", "岗位", cadre.posts)
    yield from _terms(cadre)
    yield from _from("exemptions", "免予开展的时段", cadre.exemptions)
    for i, exemption in enumerate(cadre.exemptions):
        yield Days("批准免予开展", exemption.approved_on, ("exemptions", i, "approved_on"), None, ())
    yield from _since("accounts", "账号", cadre.accounts)
    yield from _since("links", "联系点", cadre.links)
    yield from _from("keys", "公钥", cadre.keys)


def everywhere(draft: Draft) -> Iterator[tuple[str, str, Days]]:
    """Every span in the frame, with its file and the name of its record."""
    for name, unit in draft.units.items():
        yield from ((draft.unit_path(name), f"单位 {name}", days) for days in of_unit(unit))
    for name, cadre in draft.cadres.items():
        yield from ((draft.cadre_path(name), f"团干部 {name}", days) for days in of_cadre(cadre))
