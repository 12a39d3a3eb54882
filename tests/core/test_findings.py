"""Findings and locations: how they are printed and ordered."""

from __future__ import annotations

import pytest

from plus100.core.catalogue import CATALOGUE
from plus100.core.findings import Finding, Location, Severity, order


def _finding(path: str, line: int | None = None, column: int | None = None, code: str = "R300") -> Finding:
    where = Location(path=path, line=line, column=column)
    return Finding(code=code, message="示例。", fix="示例。", where=where)


@pytest.mark.parametrize(
    ("line", "column", "text"), [(3, 7, "a.yml:3:7"), (3, None, "a.yml:3"), (None, None, "a.yml")]
)
def test_a_location_prints_as_editors_understand_it(
    line: int | None, column: int | None, text: str
) -> None:
    """``path:line:column``, without what is not known."""
    assert str(Location(path="a.yml", line=line, column=column)) == text


def test_findings_are_ordered_by_place_then_code_then_message() -> None:
    """By file, line and column as numbers; what has no line comes first."""
    ordered = [
        _finding("a.yml"),
        _finding("a.yml", 2, 1),
        _finding("a.yml", 10, 2),
        _finding("a.yml", 10, 10, "R300"),
        _finding("a.yml", 10, 10, "R301"),
        _finding("b.yml", 1, 1),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=order) == ordered


def test_a_located_finding_differs_in_line_and_column_only() -> None:
    """Locating adds line and column, and keeps pointer, message and the rest."""
    finding = Finding(
        code="R300", message="一。", fix="二。", where=Location(path="a.yml", pointer=("x",)), snippet="三"
    )
    located = finding.at(4, 5)
    assert located.where == Location(path="a.yml", line=4, column=5, pointer=("x",))
    assert located.at(None, None) == finding


def test_severities_are_known_by_their_names() -> None:
    """The names are published in JSON and on pages."""
    assert [str(severity) for severity in Severity] == ["error", "warning", "hint"]
    assert {entry.severity for entry in CATALOGUE.values()} <= set(Severity)
