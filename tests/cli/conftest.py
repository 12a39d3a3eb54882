"""Running the command in this process, on a copy of the miniature repository."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from running import Plus100, Ran

from plus100.cli.app import run
from support import mini as miniature

FAULTY = Path(__file__).parents[1] / "cases" / "cli" / "faulty"
DIGEST = re.compile(r'(摘要 |"(?:records|policy)_digest": ")[0-9a-f]+')


def told(text: str, here: Path) -> str:
    """Output without this run's folder, and without digests, which change with every policy."""
    return DIGEST.sub(r"\1…", text.replace(str(here), "…"))


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature records outside of Git, in the current folder, so that no commit shows; and in
    ``faulty/records`` the same with faults laid over them.
    """
    monkeypatch.chdir(tmp_path)
    faulty = miniature.lay_out(tmp_path / "faulty")
    shutil.copytree(FAULTY, faulty, dirs_exist_ok=True)
    return miniature.lay_out(tmp_path)


@pytest.fixture
def plus100(
    mini: Path,  # noqa: ARG001  (the command runs beside it)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Plus100:
    """Run ``plus100 <words>`` beside the miniature records, 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")

    def ran(words: str) -> Ran:
        code = run(shlex.split(words))
        captured = capsys.readouterr()
        return Ran(int(code), told(captured.out, tmp_path), told(captured.err, tmp_path))

    return ran
