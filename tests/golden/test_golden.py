"""The miniature repository and the folder of faults, scored and checked: whole outputs as they are
published. ``make bless`` writes them anew; the difference is then read like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plus100.cli.app import run
from support import faults, mini

Printed = Callable[..., tuple[int, str]]

HERE = Path(__file__).parent
COMMANDS = {
    "score.json": (0, ["score", "--format", "json"]),
    "score.txt": (0, ["score"]),
    "check.txt": (0, ["check"]),
    "explain.txt": (0, ["explain", "sheng/wang-yi", "interaction"]),
}
FAULTS = {"faults.txt": (1, ["check"]), "faults.github.txt": (1, ["check", "--format", "github"])}


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    """Run a command on files in a folder of their own; its exit code and what it prints."""

    def of(command: list[str], contents: dict[str, bytes] | None = None) -> tuple[int, str]:
        mini.lay_out(tmp_path, contents)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "80")
        code = run([*command, "--records", "records"])
        return int(code), capsys.readouterr().out

    return of


def _compare(name: str, text: str, bless: bool) -> None:  # noqa: FBT001
    path = HERE / name
    if bless:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_miniature_repository_is_shown_as_written_down(
    name: str,
    printed: Printed,
    bless: bool,  # noqa: FBT001
) -> None:
    """Scores, findings and one explanation, to the letter."""
    code, command = COMMANDS[name]
    exit_code, text = printed(command)
    _compare(name, text, bless)
    assert exit_code == code


@pytest.mark.parametrize("name", FAULTS)
def test_the_folder_of_faults_is_told_as_written_down(
    name: str,
    printed: Printed,
    bless: bool,  # noqa: FBT001
) -> None:
    """All findings with excerpt and fix, and the withheld records, to the letter."""
    code, command = FAULTS[name]
    exit_code, text = printed(command, faults.source().files)
    _compare(name, text, bless)
    assert exit_code == code
