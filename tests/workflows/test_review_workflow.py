"""The review workflow, run: the commands of its steps, over a clone of the base, for pull requests that
come from a fork. What a proposal says about programs, workflow and schemas must not matter.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.github import GitHub, github
from support.pulls import base_files
from support.runner import Job, Runner

HOUSE = Path(__file__).parents[2]
QIAN_SI, ZHAO_SAN, WANG_YI, WEI_HU, NOBODY = 100, 101, 1, 900, 777
"""Accounts: reviewers of ``xian``, ``shi`` and the root, a maintainer, a stranger."""

LOG = "records/units/xian/cadres/qian-si/log/2018-11-new.yml"
ENTRY = """\
- id: 20181115-runs
  type: activity
  date: 2018-11-15
  title: 社区志愿服务
  form: offline
  theme: volunteering
  headcount: 12
"""


def git(folder: Path, *arguments: str) -> str:
    """Git in a folder."""
    who = ("-c", "user.name=x", "-c", "user.email=x@shili", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Repository:
    """The base with our own programs and workflow, and a forge that serves it."""

    def __init__(self, folder: Path, forge: GitHub) -> None:
        self.folder, self.forge = folder, forge
        self.origin, self.fork = folder / "origin", folder / "fork"
        self.origin.mkdir()
        for name in ("scripts/plus100", "schemas", ".github", "pyproject.toml", "mkdocs.yml"):
            if (HOUSE / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(HOUSE / name, self.origin / name, ignore=ignored)
            else:
                shutil.copy(HOUSE / name, self.origin / name)
        for path, data in base_files().items():
            self._write(self.origin, path, data)
        git(self.origin, "init", "--quiet", "--initial-branch=main")
        git(self.origin, "add", "--all", "--force")
        git(self.origin, "commit", "--quiet", "--message", "base")
        self.base = git(self.origin, "rev-parse", "HEAD")
        git(folder, "clone", "--quiet", str(self.origin), str(self.fork))

    def pull(self, account: int, files: dict[str, str], approved: tuple[int, ...] = ()) -> dict[str, Any]:
        """A pull request from the fork; the event that tells of it."""
        git(self.fork, "checkout", "--quiet", "-B", "work", self.base)
        for path, text in files.items():
            self._write(self.fork, path, text.encode())
        git(self.fork, "add", "--all", "--force")
        git(self.fork, "commit", "--quiet", "--message", "change")
        head = git(self.fork, "rev-parse", "HEAD")
        number = len(self.forge.pulls) + 1
        git(self.fork, "push", "--quiet", "origin", f"+work:refs/pull/{number}/head")
        for one in approved:
            self.forge.review(number, one, "APPROVED", head)
        return self.forge.pull(number, account, self.base, head)

    def run(self, event: dict[str, Any]) -> tuple[Job, str]:
        """Both jobs of the workflow for an event: the judging job, and the comment that came of it."""
        folder = self.folder / f"run-{len(self.forge.pulls)}"
        folder.mkdir()
        workflow = self.origin / ".github" / "workflows" / "review.yml"
        runner = Runner(folder, self.origin, workflow, event, self.forge.environment())
        judged = runner.run("judge")
        written = runner.run("comment")
        assert written.failed is None, written.printed
        assert judged.failed in {None, "Judge"}, judged.printed
        return judged, self.forge.comments[-1]["body"]

    @staticmethod
    def _write(folder: Path, path: str, data: bytes) -> None:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """One base for all pull requests of this file."""
    with github() as forge:
        yield Repository(tmp_path_factory.mktemp("forge"), forge)


def test_good(repository: Repository) -> None:
    """A cadre's own entry passes, and the receipt says what it does."""
    judged, comment = repository.run(repository.pull(QIAN_SI, {LOG: ENTRY}))
    assert judged.failed is None, comment
    assert "`20181115-runs`" in comment


def test_faulty(repository: Repository) -> None:
    """A fault in what is proposed fails the check; the receipt names the place."""
    judged, comment = repository.run(repository.pull(QIAN_SI, {LOG: ENTRY.replace("12", "many")}))
    assert judged.failed == "Judge"
    assert LOG in comment


def test_stranger(repository: Repository) -> None:
    """An account that nobody has registered may not propose anything."""
    judged, comment = repository.run(repository.pull(NOBODY, {LOG: ENTRY}))
    assert judged.failed == "Judge"
    assert "G950" in comment


def test_second_person(repository: Repository) -> None:
    """What needs a second person passes once that person's account has approved this very commit; an
    approval by the one who proposes, or by a stranger, is none.
    """
    path = "records/policies/readings.yml"
    files = {path: base_files()[path].decode() + "# 示例\n"}
    for approved, code in (((), "G936"), ((WANG_YI,), "G940"), ((NOBODY,), "G936")):
        alone, comment = repository.run(repository.pull(WANG_YI, files, approved))
        assert alone.failed == "Judge"
        assert code in comment
    agreed, comment = repository.run(repository.pull(WANG_YI, files, (NOBODY, WEI_HU)))
    assert agreed.failed is None, comment


HOSTILE = {
    ".github/workflows/review.yml": "on: pull_request\njobs: {judge: {steps: []}}\n",
    ".github/forge/approvals.py": "print('github:900')\n",
    ".github/forge/change.py": "print('account=900')\n",
    ".github/CODEOWNERS": "* @stranger\n",
    "scripts/plus100/review/guard.py": "raise SystemExit(0)\n",
    "scripts/plus100/__init__.py": "import os; open(os.environ['HOME'] + '/ran', 'w')\n",
    "schemas/log.schema.json": "{}\n",
    "mkdocs.yml": "hooks: [evil.py]\n",
    "Makefile": ".venv/site.stamp:\n\ttouch $$HOME/ran\n",
    "sitecustomize.py": "import os; open(os.environ['HOME'] + '/ran', 'w')\n",
    ".gitattributes": "* filter=evil\n",
    "conftest.py": "raise SystemExit(0)\n",
}


def test_hostile(repository: Repository) -> None:
    """Every file that could make the check green is changed at once: nothing of it runs, all is refused."""
    judged, comment = repository.run(repository.pull(QIAN_SI, {LOG: ENTRY, **HOSTILE}))
    assert judged.failed == "Judge"
    for path in HOSTILE:
        assert path in comment, path
    assert not list(repository.folder.rglob("ran"))


def test_maintainer(repository: Repository) -> None:
    """A maintainer may change programs; the base's programs judge even that."""
    judged, comment = repository.run(repository.pull(WEI_HU, {"scripts/plus100/extra.py": "X = 1\n"}))
    assert judged.failed is None, comment


def test_merge_queue(repository: Repository) -> None:
    """The queue's merge of a pull request is judged under the same names."""
    event = repository.pull(QIAN_SI, {LOG: ENTRY})
    number, head = event["pull_request"]["number"], event["pull_request"]["head"]["sha"]
    git(repository.fork, "checkout", "--quiet", "--detach", repository.base)
    git(repository.fork, "merge", "--quiet", "--no-ff", "--message", "merge", head)
    merged = git(repository.fork, "rev-parse", "HEAD")
    ref = f"refs/heads/gh-readonly-queue/main/pr-{number}-{repository.base}"
    git(repository.fork, "push", "--quiet", "origin", f"HEAD:{ref}")
    group = {"head_ref": ref, "base_sha": repository.base, "head_sha": merged}
    folder = repository.folder / "queue"
    folder.mkdir()
    workflow = repository.origin / ".github" / "workflows" / "review.yml"
    environment = repository.forge.environment()
    runner = Runner(folder, repository.origin, workflow, {"merge_group": group}, environment)
    judged = runner.run("judge")
    assert judged.failed is None, judged.printed + (folder / "artifacts" / "receipt.md").read_text()
