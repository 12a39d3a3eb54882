"""A fault in a hand-written page, found by MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from plus100.cli.app import run
from plus100.publish import site
from support import mini


def test_warnings_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs' warnings end the build and are all shown; it is not our fault and not the records'."""
    for path, data in mini.files().items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[a](one.md) [b](two.md)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.setattr(site, "CONFIG", tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 1
    told = capsys.readouterr().err
    assert "one.md" in told
    assert "two.md" in told
    assert "程序自身" not in told
