"""What each finding says, to the letter: every failing case's message and fix as written down in
``messages/<CODE>.txt``. ``make bless`` writes them anew; the difference is then read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plus100.core.catalogue import CATALOGUE
from support import cases

FOLDER = Path(__file__).parent / "messages"
COMMIT = re.compile(r"(?<=提交 )[0-9a-f]{10}\b|\b[0-9a-f]{40}\b")
"""A commit's name changes with every file of the repository that the cases start from."""


def said(case: cases.Case) -> Iterator[str]:
    """The case's name, then place, message, fix and excerpt of each finding."""
    yield f"# {case.name}"
    for finding in sorted(cases.run(case), key=lambda one: (str(one.where), one.code, one.message)):
        yield f"{finding.where} {finding.severity} {finding.code}"
        yield f"  {COMMIT.sub('…', finding.message)}"
        yield f"  → {finding.fix}"
        yield from (f"  | {line}" for line in finding.snippet.splitlines())
        yield from (f"  & {other}" for other in finding.others)
    yield ""


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_finding_says_what_is_written_down(code: str, bless: bool) -> None:  # noqa: FBT001
    """People mend their records by these words: whoever changes one sees it here."""
    failing = [case for case in cases.read(cases.FOLDER / f"{code}.yml") if case.fails]
    text = "\n".join(line for case in failing for line in said(case))
    path = FOLDER / f"{code}.txt"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), "a new code: write its messages down with make bless"
    assert text == path.read_text(encoding="utf-8")


def test_no_message_is_left_without_its_code() -> None:
    """A file of a code that is gone would be compared with nothing."""
    assert {path.stem for path in FOLDER.iterdir()} == set(CATALOGUE)
