"""The tiny league, written and measured once for all tests of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from measure.folder import Folder
from measure.tiny import write
from plus100.measure.season import Outcome, measure_season


@pytest.fixture(scope="module")
def league(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny league's records."""
    return write(tmp_path_factory.mktemp("league"))


@pytest.fixture(scope="module")
def outcome(league: Path) -> Outcome:
    """The league measured in one process."""
    return measure_season(Folder(league))
