"""The benchmark compares like with like."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from samples.__main__ import main

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two cadres' records, with the benchmark's modules on the path."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    main(["bench", "--cadres", "2", "--out", str(tmp_path)])
    return tmp_path


@pytest.mark.hledger
def test_a_transaction_for_each_partner_and_entry(repository: Path) -> None:
    """Hledger reads as many transactions as the records have partners and entries."""
    journal = importlib.import_module("journal")
    number = journal.write(repository / "records", repository / "two.journal")
    stats = subprocess.check_output(["hledger", "-f", str(repository / "two.journal"), "stats"], text=True)
    found = re.search(r"^Transactions\s*: (\d+)", stats, re.MULTILINE)
    assert found is not None
    assert int(found[1]) == number == 2 * 148


@pytest.mark.parametrize("job", ["floor", "read", "load"])
def test_every_reader_reads_every_file(repository: Path, job: str) -> None:
    """Floor, our reading and the peer go through the same files."""
    files = sum(1 for _ in (repository / "records").rglob("*.yml"))
    command = [sys.executable, str(BENCHMARKS / "work.py"), job, str(repository / "records"), "1"]
    said = subprocess.check_output(command, text=True)
    assert f'"files": {files}' in said


def test_a_ratio_is_the_median_of_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A round in which the whole machine was slow changes no ratio."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    timing = importlib.import_module("timing")
    ours = [timing.Run(wall=t, cpu=t, peak_mb=1, inner=None) for t in (2.0, 20.0, 2.2)]
    floor = [timing.Run(wall=t, cpu=t, peak_mb=1, inner=None) for t in (1.0, 10.0, 1.0)]
    assert timing.ratio(ours, floor, "cpu") == 2.0
