"""The command as a process: pipes, locales, colours, exit codes."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plus100.cli import app
from plus100.cli.app import run
from plus100.cli.completion import VARIABLE
from support import mini

ROOT = Path(__file__).parents[2]
SAMPLES = "records"


def process(words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell would, in a bare environment."""
    bare = {"PATH": os.environ["PATH"], **env}
    line = f"{sys.executable} -m plus100.cli {words}"
    return subprocess.run(
        ["bash", "-c", line], cwd=ROOT, env=bare, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK", "C.UTF-8"])
def test_output_is_utf8_in_every_locale(locale: str) -> None:
    """A machine set up for another encoding still gets readable, equal bytes."""
    ran = process("--help", LC_ALL=locale, PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert ran.stdout.startswith("用法：")


def test_a_closed_pipe_is_quiet_and_keeps_the_exit_code() -> None:
    """``plus100 … | true`` prints no traceback, and reports what the command found."""
    ran = process(f"policy show shandong-2017 --records {SAMPLES} | true; echo ${{PIPESTATUS[0]}}")
    assert (ran.stdout, ran.stderr) == ("0\n", "")


@pytest.mark.parametrize(
    ("to", "why"),
    [(">&-", "标准输出已关闭"), (">/dev/full", "磁盘已满"), (">&- 2>&-", ""), (">/dev/full 2>&1", "")],
)
@pytest.mark.parametrize("words", ["policy list", "check --format json", "--help", "--version"])
def test_a_result_that_cannot_be_written_is_one_line_and_exits_74(words: str, to: str, why: str) -> None:
    """A closed stream or a full disk is no fault of ours, and no result either."""
    ran = process(f"{words} {to}")
    assert ran.returncode == 74
    assert ran.stderr == (f"结果没有写完：{why}。\n" if why else "")
    assert ran.stdout == ""


def test_without_git_a_folder_is_read_and_a_revision_is_refused(tmp_path: Path) -> None:
    """A phone or a bare container has no Git: files can be read all the same."""
    records = mini.lay_out(tmp_path)
    line = f"PATH=/nonexistent {sys.executable} -m plus100.cli check --records {records}"
    ran = process(f"--version >/dev/null; {line}")
    assert (ran.stderr, ran.stdout) == ("", "没有发现问题。\n")
    ran = process(f"--version >/dev/null; {line} --at HEAD")
    assert ran.returncode == 2
    assert "没有安装 Git" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_number_out_of_range_is_told_its_range() -> None:
    """A thousand is a whole number; what is wrong with it is its size."""
    ran = process("score --jobs 1000")
    assert ran.returncode == 2
    assert "要在 1 到 256 之间，写的是 1000" in ran.stderr
    assert "要写一个整数" in process("score --jobs 12345678901234567890").stderr


def test_a_pipe_gets_no_colours() -> None:
    """Escape sequences are for terminals."""
    ran = process(f"score --records {SAMPLES}", FORCE_COLOR="1", TERM="xterm-256color")
    assert ran.returncode == 0
    assert "\x1b" not in ran.stdout + ran.stderr


def on_a_terminal(words: str, **env: str) -> str:
    """Everything that a terminal receives."""
    leader, follower = pty.openpty()
    line = [sys.executable, "-m", "plus100.cli", *words.split()]
    bare = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **env}
    with subprocess.Popen(line, cwd=ROOT, env=bare, stdout=follower, stderr=follower):
        os.close(follower)
        received = b"".join(chunks(leader))
    os.close(leader)
    return received.decode()


def chunks(leader: int) -> Iterator[bytes]:
    """What arrives until the other side is closed, which Linux tells by an error."""
    with contextlib.suppress(OSError):
        while chunk := os.read(leader, 65536):
            yield chunk


def test_a_terminal_gets_colours_unless_they_are_unwanted() -> None:
    """Colours on a terminal; none with ``NO_COLOR`` or on one that cannot show them."""
    words = f"policy list --records {SAMPLES}"
    assert "\x1b[" in on_a_terminal(words)
    assert "\x1b[3" not in on_a_terminal(words, TERM="dumb")
    plain = on_a_terminal(words, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)


def test_a_terminal_sees_no_progress_bar_once_it_is_done() -> None:
    """The bar is wiped, so that the last screen holds the result alone."""
    assert "正在计算" not in on_a_terminal(f"check --records {SAMPLES}").rpartition("\x1b[2K")[2]


def test_our_own_fault_is_said_briefly_and_exits_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unexpected exception is told apart from findings, without a traceback unless asked for."""

    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError("出了\x1b[31m岔子")

    monkeypatch.setattr(app.plus100, "invoke", broken)
    assert run(["check"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("程序自身出错了：RuntimeError：出了\\u001b[31m岔子\n")
    assert "--debug" in err
    assert "Traceback" not in err


def test_debug_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--debug`` is for whoever mends us."""

    def broken(_options: object) -> None:
        raise RuntimeError("岔子")

    monkeypatch.setattr("plus100.cli.check.source_of", broken)
    assert run(["--debug", "check"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_interrupting_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends quietly with the code that shells expect."""

    def stopped(_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("plus100.cli.check.source_of", stopped)
    assert run(["check"]) == 130
    assert capsys.readouterr().err.strip() == "已停止。"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_call_us_back(shell: str) -> None:
    """Each script is one that the shell can load, and asks ``plus100`` for candidates."""
    ran = process(f"completion {shell}")
    assert ran.returncode == 0
    assert f"{VARIABLE}={shell}_complete" in ran.stdout


def test_completion_offers_commands_options_and_names() -> None:
    """Tab lists commands, then what the records hold."""
    asked = process("", **{VARIABLE: "bash_complete", "COMP_WORDS": "plus100 sc", "COMP_CWORD": "1"})
    assert asked.stdout.split() == ["plain,score"]
    words = f"plus100 explain --records {SAMPLES} "
    asked = process("", **{VARIABLE: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "4"})
    there = {f"{path.parts[-3]}/{path.name}" for path in (ROOT / SAMPLES / "units").glob("*/cadres/*")}
    assert {line.removeprefix("plain,") for line in asked.stdout.split()} == there


def test_a_pipe_among_the_records_is_named_and_not_waited_for(tmp_path: Path) -> None:
    """Whoever opened a pipe would wait until somebody writes into it."""
    records = mini.lay_out(tmp_path)
    os.mkfifo(records / "units" / "xian" / "pipe.yml")
    command = [sys.executable, "-m", "plus100.cli", "check", "--records", records]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=90, check=False)
    assert ran.returncode == 1
    assert re.findall(r"pipe\.yml: 错误 (\w+)", ran.stdout) == ["R304"]
