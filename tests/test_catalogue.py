"""Finding codes, their pages, the code that uses them, and their cases hang together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plus100.core.catalogue import CATALOGUE
from support import cases, mini

PACKAGE = mini.ROOT / "scripts" / "plus100"
CASES = [case for path in sorted(cases.FOLDER.glob("*.yml")) for case in cases.read(path)]
STAGES = {"Y": "1", "S": "2", "R": "3", "P": "4", "L": "5", "H": "6", "C": "7", "G": "9"}
CODE = re.compile(rf"(?<!noqa: )\b(?:{'|'.join(map(''.join, STAGES.items()))})\d\d\b")


def used() -> set[str]:
    """The codes that the package's modules name, the catalogue's own excepted."""
    modules = (path for path in PACKAGE.rglob("*.py") if "catalogue" not in path.parts)
    return {code for path in modules for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_the_catalogue_holds_the_codes_that_the_code_uses_and_no_others() -> None:
    """A finding without a page helps nobody; a page without a finding misleads."""
    assert used() == set(CATALOGUE)


def test_every_code_is_listed_once() -> None:
    """A later entry would silently replace an earlier one in the mapping."""
    folder = PACKAGE / "core" / "catalogue"
    listed = [
        code
        for path in folder.glob("*.py")
        for code in re.findall(r'code="(\w+)"', path.read_text(encoding="utf-8"))
    ]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_page_says_what_why_and_how(code: str) -> None:
    """Each entry has a Chinese title, reason and fix, and two different excerpts; the first digit is
    that of its stage.
    """
    entry = CATALOGUE[code]
    assert entry.code == code
    assert code[1] == STAGES[code[0]]
    for text in (entry.title, entry.why, entry.fix):
        assert re.search(r"[\u4e00-\u9fff]", text)
    assert not entry.title.endswith("。")
    assert entry.why.endswith("。")
    assert entry.fix.endswith("。")
    assert entry.bad
    assert entry.bad != entry.good


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_has_a_failing_and_a_passing_case(code: str) -> None:
    """The file of cases bears the code's name and holds both sorts."""
    kinds = {case.fails for case in CASES if case.code == code}
    assert kinds == {True, False}


def test_no_case_is_left_without_its_code() -> None:
    """A case of a code that is gone would run for nothing."""
    assert {case.code for case in CASES} <= set(CATALOGUE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_finds_what_it_names_and_nothing_else(case: cases.Case) -> None:
    """A failing case yields its findings at their places, without a cascade; a passing one none.
    Messages are Chinese sentences, fixes too (and may end with an excerpt).
    """
    findings = cases.run(case)
    assert cases.shown(case, findings) == case.expected()
    for finding in findings:
        assert finding.severity is CATALOGUE[finding.code].severity
        assert finding.message.endswith("。")
        assert re.search(r"[\u4e00-\u9fff]", finding.fix)
    said = "\n".join(f"{finding.message}{finding.fix}" for finding in findings)
    for words in case.data.get("says", ()):
        assert str(words) in said


def test_the_miniature_repository_has_no_fault() -> None:
    """Cases change one thing in it: whatever is found then comes from that change."""
    assert cases.check(mini.source()) == ()


def test_cases_are_found(tmp_path: Path) -> None:
    """A case says where its finding is, or it proves nothing."""
    (tmp_path / "R999.yml").write_text("kind: records\nfail: [{at: x}]\npass: [{}]\n")
    assert [str(case) for case in cases.read(tmp_path / "R999.yml")] == ["R999-fail-1", "R999-pass-1"]
