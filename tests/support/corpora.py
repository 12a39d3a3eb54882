"""The public test suites that lie beside the work tree, where they are there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora"


def corpus(name: str) -> Any:
    """A suite as parsed JSON; skips the test where the suites are not at hand."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"needs the public test suite {name}")
    return json.loads(path.read_text(encoding="utf-8"))
