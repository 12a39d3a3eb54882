"""Cases of findings as data (``tests/cases/findings``): reading and running them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plus100.core.findings import Finding
from plus100.intake.documents import kind_of, read_document
from plus100.intake.locate import locate
from plus100.intake.reading import strict_yaml
from plus100.ledger.assemble import check, read_frame
from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.press import compose as press
from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import shelf_of
from support import mini, pulls, pushes

FOLDER = mini.ROOT / "tests" / "cases" / "findings"


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``fails`` tells whether ``code`` is to be found, else there is to be nothing."""

    code: str
    kind: str
    name: str
    fails: bool
    data: dict[str, Any]

    def __str__(self) -> str:
        """How pytest names it."""
        return f"{self.code}-{'fail' if self.fails else 'pass'}-{self.name}"

    def expected(self) -> list[str]:
        """``CODE place`` of each finding that there is to be."""
        own = [f"{self.code} {self.data['at']}"] if self.fails else []
        return sorted([*own, *self.data.get("also", ())])

    def text(self) -> bytes:
        """The document of a case of bytes or of one document."""
        if "base64" in self.data:
            return base64.b64decode(self.data["base64"])
        if "repeat" in self.data:
            return (self.data["repeat"]["text"] * self.data["repeat"]["times"]).encode()
        return str(self.data["text"]).encode()


def read(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for fails, cases in ((True, data["fail"]), (False, data["pass"])):
        for number, case in enumerate(cases, 1):
            yield Case(path.stem, data["kind"], str(case.get("name", number)), fails, case)


def run(case: Case) -> tuple[Finding, ...]:
    """What there is to find."""
    if case.kind in {"records", "policies"}:
        return check(
            mini.source(
                case.data.get("files"),
                case.data.get("edits", ()),
                links=case.data.get("links", ()),
                committed=str(case.data["committed"]) if "committed" in case.data else None,
            )
        )
    if case.kind == "handbook":
        return _handbook(case.data["files"])
    if case.kind in {"review", "push"}:
        return (pulls if case.kind == "review" else pushes).findings(case.data)
    if case.kind == "columns":
        return _columns(case.data)
    path = case.data.get("path", "records/settings.yml")
    data = case.text()
    if case.kind == "bytes":
        return _located(strict_yaml.read(data, path)[1], path, data)
    kind = kind_of(path)
    assert kind is not None, path
    return _located(read_document(path, data, kind)[1], path, data)


def _handbook(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is wrong with some answers under the repository's own policies."""
    frame, _ = read_frame(mini.source())
    assert frame is not None
    files = {path: text.encode() for path, text in texts.items()}
    return compose(shelf_of(files, files.__getitem__), frame).findings


def _columns(case: dict[str, Any]) -> tuple[Finding, ...]:
    """What is wrong with some contributions beside the miniature repository, or an edited one."""
    committed = str(case["committed"]) if "committed" in case else None
    frame, _ = read_frame(mini.source(case.get("records"), committed=committed))
    assert frame is not None
    files = {path: content(told) for path, told in case["files"].items()}
    return press(Drawer(files, tuple(case.get("links", ()))), frame).findings


def content(told: str | dict[str, Any]) -> bytes:
    """A file as a case writes it: its text, or its bytes in base64, several times over if need be."""
    if isinstance(told, str):
        return told.encode()
    return base64.b64decode(told["base64"]) + str(told.get("and", "")).encode() * told.get("times", 1)


def _located(findings: Iterable[Finding], path: str, data: bytes) -> tuple[Finding, ...]:
    return locate(tuple(findings), mini.Memory(files={path: data}))


def shown(case: Case, findings: Iterable[Finding]) -> list[str]:
    """``CODE place`` of each finding, as a case writes it: without the path where there is one only."""
    if case.kind in {"records", "policies", "handbook", "columns", "review", "push"}:
        return sorted(f"{finding.code} {finding.where}" for finding in findings)
    return sorted(f"{finding.code} {finding.where.line}:{finding.where.column}" for finding in findings)
