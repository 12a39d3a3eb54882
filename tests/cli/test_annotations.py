"""Findings for GitHub."""

from __future__ import annotations

from pathlib import Path

from plus100.cli.annotations import annotation
from plus100.cli.options import Options
from plus100.core.findings import Finding, Location, Severity

OPTIONS = Options(records=Path("records"))


def finding(
    message: str = "不对", path: str = "records/a.yml", severity: Severity = Severity.ERROR
) -> Finding:
    """A finding at line 3, column 5."""
    where = Location(path=path, line=3, column=5)
    return Finding(code="R301", message=message, fix="改成 100%", where=where, severity=severity)


def test_an_annotation_names_file_line_and_code() -> None:
    """GitHub shows it beside the line; message and fix are both there."""
    expected = "::error file=records/a.yml,line=3,col=5,title=R301::不对%0A改法：改成 100%25"
    assert annotation(finding(), OPTIONS) == expected


def test_a_message_cannot_start_a_command_of_its_own() -> None:
    """A line break in a value stays inside the annotation, so what follows is no command."""
    made = annotation(finding("x\r\n::set-output name=a::b"), OPTIONS)
    assert made.count("\n") == 0
    assert "\r" not in made


def test_a_path_cannot_end_its_property() -> None:
    """Colons, commas and per cent signs in a file's name are escaped as GitHub's own toolkit does."""
    made = annotation(finding(path="records/a,line=1::b%.yml"), OPTIONS)
    assert made.startswith("::error file=records/a%2Cline=1%3A%3Ab%25.yml,line=3,")


def test_severities_become_github_levels() -> None:
    """Errors block, warnings warn, hints are notices."""
    levels = [annotation(finding(severity=one), OPTIONS).split()[0] for one in Severity]
    assert levels == ["::error", "::warning", "::notice"]
