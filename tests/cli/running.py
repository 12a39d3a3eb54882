"""What a command line of ours printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ran:
    """Output, errors and exit code."""

    code: int
    out: str
    err: str

    @property
    def transcript(self) -> str:
        """Output, then errors, then the exit code, as golden files hold them."""
        err = f"--- stderr\n{self.err}" if self.err else ""
        return f"{self.out}{err}--- exit {self.code}\n"


Plus100 = Callable[[str], Ran]
"""Runs ``plus100 <words>``."""
