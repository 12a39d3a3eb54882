"""An example's records as files in memory, read and checked by the same code as everybody's.

The fragments are completed (ids, the one unit, the one post) and written as JSON, which is YAML as
well; where each record came from is kept, so that a fault is told at the author's line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plus100.core.findings import Finding, Pointer
from plus100.intake.memory import Memory
from plus100.ledger.assemble import read_book, read_frame
from plus100.ledger.world import Book, Frame
from plus100.publish.handbook.worked import Engagement, Example, Fragment

PERSON = "shili"
HERE, ELSEWHERE = f"here/{PERSON}", f"elsewhere/{PERSON}"
_ABOVE = {"id": "above", "name": "示例上级", "level": "central"}
_SETTINGS = {"namespace": "shili", "title": "示例", "timezone": "Asia/Shanghai", "root": "above"}


@dataclass(frozen=True, slots=True)
class Staged:
    """The example's world, ``None`` where it cannot be read, and what is wrong with the records: each
    finding with the place in the example that it is about.
    """

    frame: Frame | None
    books: Mapping[str, Book]
    faults: tuple[tuple[Finding, Pointer], ...]


@dataclass(frozen=True, slots=True)
class _Files:
    """``contents`` by path; ``origins`` by path: the place in the example of each item of a list."""

    contents: dict[str, bytes]
    origins: dict[str, tuple[Pointer, ...]]


def stage(example: Example, under: Frame) -> Staged:
    """Read an example's records under the policies of a frame."""
    above = _text({**_ABOVE, "policy": example.edition})
    files = _Files({"records/settings.yml": _text(_SETTINGS), "records/units/above/unit.yml": above}, {})
    _lay(files, "here", example, ())
    if example.elsewhere is not None:
        _lay(files, "elsewhere", example.elsewhere, ("elsewhere",))
    source = Memory(files=files.contents)
    frame, found = read_frame(source, example.as_of, under)
    if frame is None:
        return Staged(None, {}, tuple(_faults(found, files)))
    read = {name: read_book(frame, name, source) for name in frame.cadres}
    wrong = (*found, *(one for _, _, findings in read.values() for one in findings))
    return Staged(frame, {name: book for name, (book, _, _) in read.items()}, tuple(_faults(wrong, files)))


def _lay(files: _Files, unit: str, one: Engagement, at: Pointer) -> None:
    """The files of one engagement."""
    folder = f"records/units/{unit}"
    home = f"{folder}/cadres/{PERSON}"
    whole = {"id": unit, "name": "示例单位", "level": one.level, "policy": one.edition, "parent": "above"}
    files.contents[f"{folder}/unit.yml"] = _text({**whole, **one.unit})
    files.contents[f"{home}/cadre.yml"] = _text(_cadre(one.cadre))
    since = str(one.cadre.get("since", ""))
    for name, items in (("partners", _partners(one.partners, since)), ("log", _entries(one.log))):
        listed = list(items)
        if listed:
            path = f"{home}/{name}/all.yml"
            files.contents[path] = _text([item for _, item in listed])
            files.origins[path] = tuple((*at, name, origin) for origin, _ in listed)


def _text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _cadre(fragment: Fragment) -> dict[str, Any]:
    """With ``category`` alone the cadre has one post, as long as the engagement."""
    rest = {name: value for name, value in fragment.items() if name not in {"category", "basis"}}
    whole = {"id": PERSON, "person": PERSON, "name": "示例", **rest}
    if "category" in fragment:
        kind = "formal_staff" if fragment["category"] == "full_time" else "concurrent"
        post = {"category": fragment["category"], "basis": fragment.get("basis", {"kind": kind})}
        ends = {"until": fragment["until"]} if "until" in fragment else {}
        whole["posts"] = [{**post, "from": fragment.get("since"), **ends}]
    return whole


def _partners(items: tuple[Fragment, ...], since: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each partner with the position of its fragment; in contact since the cadre began, unless said."""
    number = 0
    for origin, item in enumerate(items):
        for _ in range(_times(item)):
            number += 1
            yield origin, {"id": f"p{number:03}", "since": since, **_own(item)}


def _entries(items: tuple[Fragment, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each entry with the position of its fragment; several of one fragment stand on following days,
    and the articles that they share are different ones.
    """
    number = 0
    for origin, item in enumerate(items):
        for later in range(_times(item)):
            number += 1
            day = _later(str(item.get("date", "")), later)
            shared = {"article": f"{item['article']} {number}"} if "article" in item else {}
            yield origin, {"id": f"{day.replace('-', '')}-n{number}", **_own(item), **shared, "date": day}


def _later(day: str, days: int) -> str:
    try:
        return str(date.fromisoformat(day) + timedelta(days))
    except ValueError:
        return day  # the record's own check tells what is wrong with it


def _times(item: Fragment) -> int:
    times = item.get("times", 1)
    return times if isinstance(times, int) and 0 < times <= 1000 else 1  # noqa: PLR2004 (a page's worth)


def _own(item: Fragment) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "times"}


def _faults(findings: tuple[Finding, ...], files: _Files) -> Iterator[tuple[Finding, Pointer]]:
    for found in findings:
        yield found, _origin(found, files)


def _origin(found: Finding, files: _Files) -> Pointer:
    """The place in the example that a finding in its files is about."""
    path = found.where.path
    at: Pointer = ("elsewhere",) if "/units/elsewhere/" in path else ()
    match found.where.pointer:
        case (int(position), *_) if path in files.origins:
            return files.origins[path][position]
    if path.endswith("/cadre.yml"):
        return (*at, "cadre")
    return (*at, "edition") if path.endswith("/unit.yml") else at
