"""Running the command in this process, and golden terminal output."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plus100.cli.app import run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command line printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def transcript(self) -> str:
        """Output, then errors, then the exit code, as golden files hold them."""
        err = f"--- stderr\n{self.err}" if self.err else ""
        return f"{self.out}{err}--- exit {self.code}\n"


Plus100 = Callable[[str], Ran]


@pytest.fixture
def plus100(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Plus100:
    """Run ``plus100 <words>`` from the repository's root, 80 columns wide."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")

    def ran(words: str) -> Ran:
        code = run(shlex.split(words))
        captured = capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    return ran
