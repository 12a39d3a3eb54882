"""Whom the forge asks, in this repository and when units change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plus100.cli.app import run

HOUSE = Path(__file__).parents[2]


def test_no_drift(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The file in this repository is what its units say."""
    monkeypatch.chdir(HOUSE)
    assert run(["codeowners", "--check"]) == 0, capsys.readouterr().err


def test_drift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A unit that is gone leaves the file out of date until it is written anew."""
    shutil.copytree(HOUSE / "records", tmp_path / "records")
    monkeypatch.chdir(tmp_path)
    assert run(["codeowners"]) == 0
    assert run(["codeowners", "--check"]) == 0
    written = (tmp_path / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert written == (HOUSE / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    shutil.rmtree(tmp_path / "records" / "units" / "matou")
    assert run(["codeowners", "--check"]) == 1
    assert "plus100 codeowners" in capsys.readouterr().err
