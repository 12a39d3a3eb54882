"""Mending the theme's search worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from plus100.publish.search import FAULTY, MENDED, WORKERS, mend_search


def worker(site: Path, text: str) -> Path:
    """A built site's search worker."""
    path = site / WORKERS / "search.0123.min.js"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_the_loop_reaches_the_end_of_the_query(tmp_path: Path) -> None:
    """Only the loop's bound changes."""
    path = worker(tmp_path, f"a;{FAULTY};b")
    mend_search(tmp_path)
    assert path.read_text("utf-8") == f"a;{MENDED};b"


@pytest.mark.parametrize("text", ["", MENDED, FAULTY + FAULTY])
def test_another_worker_is_not_touched_in_silence(tmp_path: Path, text: str) -> None:
    """A theme whose worker is not as expected stops the build."""
    path = worker(tmp_path, text)
    with pytest.raises(PluginError, match="has changed"):
        mend_search(tmp_path)
    assert path.read_text("utf-8") == text
