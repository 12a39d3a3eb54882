"""Mending the theme's search worker, and what jieba is taught for one site."""

from __future__ import annotations

from pathlib import Path

import jieba
import pytest
from mkdocs.exceptions import PluginError

from plus100.publish.search import LATE, MENDS, SCRIPTS, WORKERS, known, mend_search

EVERY = ";".join(faulty for faulty, _ in MENDS)


def worker(site: Path, text: str, script: str = LATE[0][0]) -> Path:
    """A built site's search worker, with the theme's script beside it."""
    path = site / WORKERS / "search.0123.min.js"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    (site / SCRIPTS / "bundle.0123.min.js").write_text(script, "utf-8")
    return path


def test_each_fault_is_mended(tmp_path: Path) -> None:
    """What is faulty goes, what is better stands there, the rest stays."""
    path = worker(tmp_path, f"a;{EVERY};b")
    mend_search(tmp_path)
    assert path.read_text("utf-8") == f"a;{';'.join(better for _, better in MENDS)};b"


@pytest.mark.parametrize("text", ["", EVERY.replace("fe(t,e)", "ge(t,e)"), EVERY + EVERY])
def test_another_worker_is_not_touched_in_silence(tmp_path: Path, text: str) -> None:
    """A theme whose worker is not as expected stops the build."""
    path = worker(tmp_path, text)
    with pytest.raises(PluginError, match="has changed"):
        mend_search(tmp_path)
    assert path.read_text("utf-8") == text


def test_the_index_is_fetched_when_the_search_is_opened(tmp_path: Path) -> None:
    """The theme's script waits for it; one that has changed stops the build."""
    worker(tmp_path, EVERY)
    mend_search(tmp_path)
    assert (tmp_path / SCRIPTS / "bundle.0123.min.js").read_text("utf-8") == LATE[0][1]
    worker(tmp_path / "other", EVERY, script="")
    with pytest.raises(PluginError, match="has changed"):
        mend_search(tmp_path / "other")


def test_a_site_without_a_worker_is_not_passed_over(tmp_path: Path) -> None:
    """It has no search at all."""
    with pytest.raises(PluginError, match="missing"):
        mend_search(tmp_path)


def test_words_are_known_for_one_site_only() -> None:
    """A name is one word while its site is built, and forgotten afterwards."""
    before = list(jieba.cut("示例枫岭市团委"))
    with known(["示例枫岭市团委"]):
        assert list(jieba.cut("示例枫岭市团委")) == ["示例枫岭市团委"]
    assert list(jieba.cut("示例枫岭市团委")) == before != ["示例枫岭市团委"]
