"""Repositories for the benchmark."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from samples.__main__ import main
from samples.bench import repository

POLICIES = Path(__file__).parents[2] / "records" / "policies"


def test_every_cadre_has_100_partners_and_48_entries() -> None:
    """The size is exact, so that it can be compared with as many transactions elsewhere."""
    count: Counter[str] = Counter()
    for path, text in repository(120, POLICIES):
        count[Path(path).parent.name] += text.count("\n- ")
        count[Path(path).name] += 1
    assert count["cadre.yml"] == 120
    assert (count["partners"], count["log"]) == (12_000, 5_760)


def test_a_log_file_for_each_month() -> None:
    """The layout is the one that people would have: logs by month."""
    paths = [path for path, _ in repository(2, POLICIES) if "/log/" in path]
    assert {Path(path).stem for path in paths} <= {f"2018-{month:02}" for month in range(1, 13)}
    assert len(paths) > 18


def test_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With ``--git`` everything is in one commit, dated after the last record."""
    main(["bench", "--cadres", "2", "--out", str(tmp_path), "--git"])
    show = ["git", "-C", str(tmp_path), "log", "--format=%cs", "--name-only"]
    day, _, *paths = subprocess.check_output(show, text=True).splitlines()
    assert day == "2018-12-31"
    assert sorted(paths) == sorted(f"records/{path}" for path, _ in repository(2, POLICIES))
    assert f"{len(paths)} files" in capsys.readouterr().out
