"""The workflows, forms and dependabot's settings, judged by the tools of the field."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
FORGE = HOUSE / ".github"
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (FORGE / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")

SCHEMAS = [
    *(("github-workflows", path) for path in WORKFLOWS),
    *(("github-issue-forms", path) for path in FORMS),
    ("github-issue-config", FORGE / "ISSUE_TEMPLATE" / "config.yml"),
    ("dependabot", FORGE / "dependabot.yml"),
]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A tool of the environment, without any network."""
    return subprocess.run(
        [str(BIN / command[0]), *map(str, command[1:])],
        cwd=HOUSE,
        env={**os.environ, "ZIZMOR_OFFLINE": "true"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_zizmor_finds_nothing() -> None:
    """Not even as a pedant; what it is told to ignore says why on the spot."""
    done = run("zizmor", "--offline", "--persona", "pedantic", "--no-progress", FORGE)
    assert done.returncode == 0, done.stdout
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "zizmor: ignore" in line:
                assert re.search(r"zizmor: ignore\[[a-z-]+\] \w+", line), f"{path.name}: {line}"


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """It does judge: the same workflow without its ignored line's reason is refused."""
    text = (FORGE / "workflows" / "review.yml").read_text(encoding="utf-8")
    path = tmp_path / "review.yml"
    path.write_text(re.sub(r" # zizmor: ignore.*", "", text), encoding="utf-8")
    assert "dangerous-triggers" in run("zizmor", "--offline", "--no-progress", path).stdout


def test_actionlint_finds_nothing() -> None:
    """Expressions, contexts, shell scripts' quoting where it can see it."""
    done = run("actionlint", *WORKFLOWS)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda value: getattr(value, "name", value))
def test_github_accepts_the_file(schema: str, path: Path) -> None:
    """Each file is valid under GitHub's schema for its kind."""
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """By commit, with the release that it is beside it; our own workflows by path."""
    for used in re.findall(r"uses: (\S+.*)", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+|\$/\.github/workflows/\w+\.yml", used), used


def test_a_proposal_cannot_write() -> None:
    """The review runs the base's programs; what reads the head holds no write permission."""
    text = (FORGE / "workflows" / "review.yml").read_text(encoding="utf-8")
    judge, comment = text.split("\n  comment:\n")
    assert "write" not in re.sub(r"#.*", "", judge)
    assert re.findall(r"(\S+): write", comment) == ["pull-requests"]
    assert "secrets." not in text
    refs = re.findall(r" ref: (.*)", text)
    assert refs
    assert all("base.sha" in ref and "head" not in ref for ref in refs)
