"""Golden terminal output: each file of ``tests/cases/cli`` holds a command line and what it prints.

A new case is a file with the line ``$ plus100 …``; ``make bless`` writes the rest. Read it then.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Plus100

CASES = sorted((Path(__file__).parents[1] / "cases" / "cli").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_terminal_shows_what_the_golden_file_holds(
    case: Path, plus100: Plus100, *, bless: bool
) -> None:
    """Output, errors and exit code of a command line are exactly as written down."""
    command, _, expected = case.read_bytes().decode().partition("\n")
    ran = plus100(command.removeprefix("$ plus100"))
    if bless:
        case.write_bytes(f"{command}\n{ran.transcript}".encode())
        return
    assert ran.transcript == expected
