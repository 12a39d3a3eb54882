"""The site from the command line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from running import Plus100

from plus100.cli.site import serving


def test_pages_are_written_as_files(plus100: Plus100, tmp_path: Path) -> None:
    """Any site generator can take the pages up; nothing is written elsewhere."""
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    ran = plus100("pages --out out/pages")
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert ran.code == 0
    assert ran.out == f"已写入 {len(written)} 个文件到 out/pages/\n"
    assert tmp_path / "out" / "pages" / "index.md" in written
    assert all(path.is_relative_to(tmp_path / "out" / "pages") for path in written)


def test_a_port_in_use_is_said_with_another(plus100: Plus100) -> None:
    """Serving twice is a slip, not a fault of ours."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = plus100(f"serve --port {port}")
    assert ran.code == 2
    assert str(port) in ran.err
    assert f"--port {port + 1}" in ran.err


def test_the_site_is_opened_by_a_command_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``plus100`` where the shell finds it, else the path by which it was called."""
    called = tmp_path / ".venv" / "bin" / "plus100"
    called.parent.mkdir(parents=True)
    called.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(called), "build"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert serving() == ".venv/bin/plus100 serve"
    monkeypatch.setenv("PATH", str(called.parent))
    assert serving() == "plus100 serve"
