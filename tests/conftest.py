"""What every test has: ``--bless``, and a clear word where a part of the machine is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault: a law is judged by what it finds, not by how long an example took.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
CHECKERS = Path(__file__).parent / "node" / "node_modules"

PARTS: Mapping[str, tuple[Callable[[], bool], str]] = {
    "browser": (lambda: shutil.which("chromium") is not None, "no chromium on this machine (apt)"),
    "hledger": (lambda: shutil.which("hledger") is not None, "no hledger on this machine (apt)"),
    "sshd": (
        lambda: shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") is not None,
        "no sshd on this machine (apt install openssh-server)",
    ),
    "axe": ((CHECKERS / "axe-core").is_dir, "no axe-core: run npm ci in tests/node"),
    "lighthouse": (
        lambda: shutil.which("node") is not None and (CHECKERS / "lighthouse").is_dir(),
        "no Node or no Lighthouse: run npm ci in tests/node",
    ),
    "vnu": (
        lambda: shutil.which("java") is not None and (CHECKERS / "vnu-jar").is_dir(),
        "no Java or no HTML checker: run npm ci in tests/node",
    ),
    "corpora": (CORPORA.is_dir, "no public test suites in ../shared/corpora"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--bless`` writes golden files anew instead of comparing with them."""
    parser.addoption("--bless", action="store_true", help="write golden files anew")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--bless"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose part of the machine is missing, with the reason."""
    for name, (there, reason) in PARTS.items():
        if item.get_closest_marker(name) is not None and not there():
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI everything is installed: there a skipped test has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped in CI: {report.longrepr}"
    return report
