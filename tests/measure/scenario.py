"""Scenarios: what stands in ``tests/cases/scenarios/*.yml``, turned into a world, measured, and shown in
the same words so that it can be compared.

All scalars of a scenario are read as text; the record types turn them into dates and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from plus100.core.points import text
from plus100.ledger.checks import theme
from plus100.ledger.checks.draft import Pages
from plus100.ledger.policy.edition import Edition
from plus100.ledger.policy.load import load
from plus100.ledger.policy.rules import EditionRecord, Readings
from plus100.ledger.records import Cadre, Entry, Partner, Settings, Unit
from plus100.ledger.vocabulary import vocabulary
from plus100.ledger.world import Book, Commit, Frame, Sheet
from plus100.measure.figures import CadreFigures, QuotaFigure, RatioFigure
from plus100.measure.people import measure_person

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
POLICIES = ROOT / "records" / "policies"
UNIT = {"level": "city", "policy": "shandong-2017"}
POST = {"basis": {"kind": "formal_staff"}}


@dataclass(frozen=True)
class World:
    """A frame with the books of all its cadres."""

    frame: Frame
    books: Mapping[str, Book]

    def figures(self, person: str, as_of: date | None = None) -> CadreFigures:
        """One person's figures, with full traces."""
        return measure_person(self.frame, person, self.books, as_of or self.frame.as_of)


def read_yaml(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # builds only text


@cache
def edition_records() -> dict[str, EditionRecord]:
    """The four real editions as written."""
    paths = sorted(path for path in POLICIES.glob("*.yml") if path.stem != "readings")
    return {path.stem: msgspec.convert(read_yaml(path), EditionRecord, strict=False) for path in paths}


def readings() -> Readings:
    """The real readings."""
    return msgspec.convert(yaml.safe_load((POLICIES / "readings.yml").read_text("utf-8")), Readings)


@cache
def real_editions() -> Mapping[str, Edition]:
    """The real editions resolved, once for all tests: nothing may change them."""
    return load(edition_records())[0]


def editions(records: Mapping[str, EditionRecord] | None = None) -> Mapping[str, Edition]:
    """The real editions resolved, or other records."""
    return real_editions() if records is None else load(records)[0]


def scenarios(name: str = "*") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every scenario with an id made of its file and name."""
    for path in sorted((CASES / "scenarios").glob(f"{name}.yml")):
        for scenario in read_yaml(path):
            yield f"{path.stem}: {scenario['name']}", scenario


def world(scenario: Mapping[str, Any], held: Mapping[str, Edition]) -> World:
    """The world that a scenario describes: ``units`` and ``cadres``, or one ``cadre`` of one ``unit``."""
    units = scenario.get("units") or {"home": scenario.get("unit", {})}
    cadres = scenario.get("cadres") or {
        "home/one": {**scenario["cadre"], "partners": scenario.get("partners", [])}
        | {"log": scenario.get("log", [])}
    }
    records = {name: _cadre(name, fragment) for name, fragment in cadres.items()}
    persons: dict[str, list[str]] = {}
    for name, record in sorted(records.items(), key=lambda item: (item[1].since, item[0])):
        persons.setdefault(record.person, []).append(name)
    frame = Frame(
        settings=Settings(namespace="test", title="试验", timezone="Asia/Shanghai", root=next(iter(units))),
        editions=held,
        readings={},
        units={name: _unit(name, fragment or {}) for name, fragment in units.items()},
        cadres=records,
        persons={person: tuple(names) for person, names in persons.items()},
        files={},
        commit=Commit(revision=None, day=None),
        as_of=date.fromisoformat(scenario["as_of"]),
        children=_children(units),
    )
    books = {name: _known(_book(name, fragment), frame) for name, fragment in cadres.items()}
    return World(frame, books)


def shown(figures: CadreFigures) -> dict[str, Any]:
    """Figures in the words of a scenario's ``expect``."""
    return {
        "id": figures.id,
        "status": figures.status,
        "reason": figures.reason,
        "class": figures.points_class,
        "edition": figures.edition,
        "board": figures.points_edition,
        "points_reason": figures.points_reason,
        "tallies": {name: str(number) for name, number in figures.tallies.items()},
        "quotas": {quota.id: _quota(quota) for quota in figures.quotas},
        "ratios": {ratio.id: _ratio(ratio) for ratio in figures.ratios},
        **_points(figures),
    }


def differences(expected: Any, found: Any, at: str = "") -> list[str]:
    """Where what was found is not as expected; keys that are not mentioned may be anything."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, found.get(key), f"{at}/{key}")
        ]
    if expected in ("null", "") and found is None:
        return []
    return [] if expected == found else [f"{at}: expected {expected!r}, found {found!r}"]


def judge(scenario: Mapping[str, Any], held: Mapping[str, Edition]) -> list[str]:
    """What a scenario expects and does not find. ``expect`` is keyed by person where there are several."""
    made = world(scenario, held)
    expected = scenario["expect"] if "cadres" in scenario else {"one": scenario["expect"]}
    return [
        line
        for person, figures in expected.items()
        for line in differences(figures, shown(made.figures(person)), person)
    ]


def _unit(name: str, fragment: Mapping[str, Any]) -> Unit:
    return msgspec.convert({"id": name, "name": name, **UNIT, **fragment}, Unit, strict=False)


def _children(units: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for name, fragment in units.items():
        if fragment and "parent" in fragment:
            below.setdefault(fragment["parent"], []).append(name)
    return {name: tuple(children) for name, children in below.items()}


def _cadre(name: str, fragment: Mapping[str, Any]) -> Cadre:
    """``category`` and ``since`` may stand for one post that lasts as long as the engagement."""
    rest = {key: value for key, value in fragment.items() if key not in {"partners", "log", "category"}}
    short = name.partition("/")[2]
    post = {"category": fragment.get("category", "full_time"), "from": fragment["since"]}
    whole = {"id": short, "person": short, "name": short, "posts": [post], **rest}
    whole["posts"] = [{**POST, **each} for each in whole["posts"]]
    return msgspec.convert(whole, Cadre, strict=False)


def _book(name: str, fragment: Mapping[str, Any]) -> Book:
    partners = list(_repeated(fragment.get("partners", []), "p{:03}"))
    log = list(_repeated(fragment.get("log", []), "{:08}-x"))
    return Book(
        name,
        (_sheet(f"{name}/partners", [msgspec.convert(each, Partner, strict=False) for each in partners]),),
        (_sheet(f"{name}/log", [msgspec.convert(each, Entry, strict=False) for each in log]),),
    )


def _known(book: Book, frame: Frame) -> Book:
    """The book without the activities that the ledger withholds since no vocabulary has their theme."""
    unit = frame.units[book.cadre.partition("/")[0]]
    pages = Pages(
        cadre_id=book.cadre,
        cadre=frame.cadres[book.cadre],
        unit=unit,
        vocabulary=vocabulary(unit, frame.editions),
        day=None,
        partners=[],
        partner_sheets=[],
        entries=list(book.each_entry()),
        entry_sheets=book.log,
    )
    refused = {(finding.where.pointer or ())[0] for finding in theme.check_entries(pages)}
    (log,) = book.log
    return replace(
        book, log=(_sheet(log.path, [item for i, item in enumerate(log.items) if i not in refused]),)
    )


def _sheet(path: str, items: list[Any]) -> Sheet[Any]:
    return Sheet(path, tuple(items), tuple(range(len(items))))


def _repeated(items: list[dict[str, Any]], form: str) -> Iterator[dict[str, Any]]:
    """``times: n`` makes n records, each with an id of its own; ``#`` in the title of an article is its
    number among them.
    """
    number = 0
    for item in items:
        rest = {key: value for key, value in item.items() if key != "times"}
        for turn in range(int(item.get("times", "1"))):
            number += 1
            if "article" in item:
                rest["article"] = item["article"].replace("#", str(turn + 1))
            yield (
                {"id": form.format(number), "since": "2017-01-01", **rest}
                if form[0] == "p"
                else {
                    "id": form.format(number),
                    **rest,
                }
            )


def _points(figures: CadreFigures) -> dict[str, Any]:
    if figures.points is None:
        return {"total": None, "level": None}
    items = figures.points.items
    level = figures.level
    return {
        "total": text(figures.points.total),
        "cap": text(figures.points.cap),
        "points": {item.id: text(item.counted) for item in items},
        "raw": {item.id: text(item.raw) for item in items},
        "to_gain": {item.id: text(item.to_gain) for item in items},
        "parts": {f"{item.id}.{part.id}": text(part.counted) for item in items for part in item.parts},
        "part_caps": {
            f"{item.id}.{part.id}": text(part.cap)
            for item in items
            for part in item.parts
            if part.cap is not None
        },
        "left_out": {
            item.id: _tally(
                (line.why, line.count) for part in item.parts for line in part.lines if line.why
            )
            for item in items
        },
        "level": None
        if level is None
        else {
            "diamonds": str(level.diamonds),
            "stars": str(level.stars),
            "next_at": None if level.next_at is None else text(level.next_at),
        },
    }


def _tally(pairs: Iterator[tuple[str, int]]) -> dict[str, str]:
    counts: Counter[str] = Counter()
    for why, count in pairs:
        counts[why] += count
    return {why: str(count) for why, count in counts.items()}


def _quota(quota: QuotaFigure) -> dict[str, Any]:
    return {
        "status": quota.status,
        "have": text(quota.have),
        "need": None if quota.need is None else text(quota.need),
        "short": text(quota.short),
        "unit": quota.unit,
        "due": None if quota.due is None else quota.due.isoformat(),
        "window": None if quota.window is None else " ".join(day.isoformat() for day in quota.window),
        "note": quota.note,
        "days": quota.days,
        "missing": list(quota.missing),
        "windows": [
            " ".join(
                filter(None, [str(window.last), window.status, text(window.have), window.note, window.days])
            )
            for window in quota.windows
        ],
        "left_out": _tally((line.why, line.count) for line in quota.lines if line.why),
    }


def _ratio(ratio: RatioFigure) -> dict[str, Any]:
    return {
        "status": ratio.status,
        "part": text(ratio.ratio.part),
        "whole": str(ratio.ratio.whole),
        "percent": ratio.ratio.percent(),
        "limit": ratio.limit,
        "bound": ratio.bound,
        "unrecorded": str(ratio.unrecorded),
        "note": ratio.note,
    }
