"""Locks, hooks and workflows: what `make` and CI run is what was reviewed."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
LOCKS = ("build", "dev", "lock", "site")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WRITES = {
    "monthly.yml": {("publish", "pages"), ("publish", "id-token")},
    "publish.yml": {("deploy", "pages"), ("deploy", "id-token")},
    "review.yml": {("comment", "pull-requests")},
}
"""The jobs that may write, and what: put the site in place, say what a review found."""
TARGETS = ("site", "test", "serve", "check", "bless", "bench", "mutation", "lock", "help")


def locked(name: str) -> dict[str, tuple[str, ...]]:
    """Package → its version and hashes, of one lock. Markers are left out: they say where a package
    is needed, not which one it is.
    """
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    found = [(re.match(r"([a-z0-9.-]+)==(\S+)", entry), entry) for entry in entries]
    return {
        match[1]: (match[2], *re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
        for match, entry in found
        if match
    }


def wanted(name: str) -> set[str]:
    """Packages that a list of requirements asks for by name."""
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[a-z0-9-]+", line.strip()) for line in lines)
    return {name[0] for name in names if name and not name[0].startswith("-")}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_what_is_wanted_with_hashes_and_no_address(name: str) -> None:
    """A lock is complete, every package in it is hashed, and it names no registry."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    packages = locked(name)
    assert wanted(name) <= set(packages)
    assert [package for package, pinned in packages.items() if len(pinned) == 1] == []
    assert "://" not in text


def test_the_site_lock_is_a_part_of_the_developers_lock() -> None:
    """Both can live in one environment, in either order: equal versions and hashes."""
    site, dev = locked("site"), locked("dev")
    assert {package: dev.get(package) for package in site} == site


def test_the_package_asks_for_what_is_locked() -> None:
    """What pyproject declares and what is locked for the site are the same list."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[a-z0-9-]+", one)[0] for one in project["dependencies"]}  # type: ignore[index]
    assert declared == wanted("site")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_actions_and_ask_for_few_rights(workflow: Path) -> None:
    """An action is named by a commit, or is ours at the running one; a job may read what it names, and
    write only what is written down here.
    """
    text = workflow.read_text(encoding="utf-8")
    uses = re.findall(r"uses:\s*(\S+)", text)
    assert [
        one for one in uses if not re.fullmatch(r"\$/\.github/[\w./-]+|[\w./-]+@[0-9a-f]{40}", one)
    ] == []
    parsed = yaml.safe_load(text)
    assert parsed["permissions"] == {}
    rights = [
        (name, *right) for name, job in parsed["jobs"].items() for right in job["permissions"].items()
    ]
    assert {right for _, _, right in rights} <= {"read", "write"}
    assert {(job, what) for job, what, right in rights if right == "write"} == WRITES.get(
        workflow.name, set()
    )


def test_hooks_are_local_and_run_our_own_tools() -> None:
    """Committing fetches nothing."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks["repos"][0]["hooks"])


def test_make_alone_explains_every_target() -> None:
    """`make` lists what there is and starts nothing."""
    made = subprocess.run(["make", "-C", ROOT], capture_output=True, text=True, check=True)
    listed = {line.split()[0] for line in made.stdout.splitlines() if not line.startswith("make")}
    assert set(TARGETS) <= listed
    assert "uv" not in made.stdout


def test_ci_is_a_sound_script_that_calls_make_test() -> None:
    """CI runs what developers run."""
    script = ROOT / ".ci" / "run"
    subprocess.run(["bash", "-n", script], check=True)
    assert "\nmake test" in script.read_text(encoding="utf-8")


def test_no_two_test_files_have_one_name() -> None:
    """Test folders are no packages, so that pytest takes two files of one name for one and stops."""
    names = Counter(
        path.name for path in (ROOT / "tests").rglob("test_*.py") if "node_modules" not in path.parts
    )
    assert [name for name, times in names.items() if times > 1] == []
