"""What the workflows ask GitHub and tell it: the scripts of ``.github/forge`` run as the steps run them,
against a server on loopback that answers as GitHub's documentation says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.github import BOT, TOKEN, GitHub, github

SCRIPTS = Path(__file__).parents[2] / ".github" / "forge"
MARK = "<!-- plus100:review -->\n"
BASE, HEAD, MERGED = "a" * 40, "b" * 40, "c" * 40


@pytest.fixture
def forge() -> Iterator[GitHub]:
    """A repository without anything."""
    with github() as found:
        yield found


def run(name: str, forge: GitHub, **environment: object) -> subprocess.CompletedProcess[str]:
    """A script, as a step runs it."""
    given = {**os.environ, **forge.environment(), **{key: str(value) for key, value in environment.items()}}
    command = [sys.executable, str(SCRIPTS / name)]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False)


def event(tmp_path: Path, told: object) -> Path:
    """The file in which a runner hands over an event."""
    path = tmp_path / "event.json"
    path.write_text(json.dumps(told))
    return path


def values(printed: str) -> dict[str, str]:
    """``name=value`` lines."""
    return dict(line.split("=", 1) for line in printed.splitlines())


def test_pull_request_event(forge: GitHub, tmp_path: Path) -> None:
    """A pull request's event says everything; the author is a number."""
    told = event(tmp_path, forge.pull(7, 1001, BASE, HEAD))
    assert values(run("change.py", forge, GITHUB_EVENT_PATH=told).stdout) == {
        "number": "7",
        "account": "1001",
        "base": BASE,
        "head": HEAD,
        "proposed": HEAD,
        "ref": "refs/pull/7/head",
    }


def test_merge_queue_event(forge: GitHub, tmp_path: Path) -> None:
    """A queue's event names no author: the pull request is looked up. What people approved is its head,
    what is judged the merge.
    """
    forge.pull(7, 1001, BASE, HEAD)
    ref = f"refs/heads/gh-readonly-queue/main/pr-7-{BASE}"
    told = event(tmp_path, {"merge_group": {"head_ref": ref, "base_sha": BASE, "head_sha": MERGED}})
    assert values(run("change.py", forge, GITHUB_EVENT_PATH=told).stdout) == {
        "number": "7",
        "account": "1001",
        "base": BASE,
        "head": MERGED,
        "proposed": HEAD,
        "ref": ref,
    }


def test_foreign_ref_in_the_queue(forge: GitHub, tmp_path: Path) -> None:
    """A ref that is no queue's ends the run."""
    group = {"head_ref": "refs/heads/main", "base_sha": BASE, "head_sha": MERGED}
    done = run("change.py", forge, GITHUB_EVENT_PATH=event(tmp_path, {"merge_group": group}))
    assert done.returncode == 1
    assert "refs/heads/main" in done.stderr


def test_approvals(forge: GitHub) -> None:
    """The last word of each reviewer counts, if it is an approval of this very commit. A remark is no
    word; an account that is gone has none. The list comes in pages.
    """
    for account, state, commit in [
        (1, "APPROVED", HEAD),
        (2, "APPROVED", BASE),
        (3, "APPROVED", HEAD),
        (3, "CHANGES_REQUESTED", HEAD),
        (4, "CHANGES_REQUESTED", BASE),
        (4, "APPROVED", HEAD),
        (5, "APPROVED", HEAD),
        (5, "DISMISSED", HEAD),
        (1, "COMMENTED", HEAD),
    ]:
        forge.review(7, account, state, commit)
    forge.reviews[7].append({"user": None, "state": "APPROVED", "commit_id": HEAD})
    done = run("approvals.py", forge, NUMBER=7, PROPOSED=HEAD)
    assert done.stdout == "github:1\ngithub:4\n"


def test_no_approvals(forge: GitHub) -> None:
    """Nobody, and so not a line."""
    assert run("approvals.py", forge, NUMBER=7, PROPOSED=HEAD).stdout == ""


def write(forge: GitHub, tmp_path: Path, text: str, head: str = HEAD) -> str:
    """Write a receipt under the pull request; what the script says it did."""
    path = tmp_path / "receipt.md"
    path.write_text(MARK + text, encoding="utf-8")
    return run("comment.py", forge, NUMBER=7, HEAD=head, RECEIPT=path).stdout.strip()


def test_one_comment(forge: GitHub, tmp_path: Path) -> None:
    """The first receipt is a new comment, the next one replaces it, among any number of others."""
    forge.pull(7, 1001, BASE, HEAD)
    forge.comments += [
        {"id": i, "issue": 7, "user": {"id": 5, "login": "reader"}, "body": "谢谢"} for i in range(5)
    ]
    assert write(forge, tmp_path, "一") == "created"
    assert write(forge, tmp_path, "二") == "updated"
    assert [one["body"] for one in forge.comments if one["user"] == BOT] == [f"{MARK}二"]


def test_somebody_elses_mark(forge: GitHub, tmp_path: Path) -> None:
    """A comment that carries the mark but is somebody else's stays as it is."""
    forge.pull(7, 1001, BASE, HEAD)
    theirs = {"id": 0, "issue": 7, "user": {"id": 5, "login": "reader"}, "body": MARK}
    forge.comments.append(theirs)
    assert write(forge, tmp_path, "一") == "created"
    assert forge.comments[0]["body"] == MARK


def test_outdated_receipt(forge: GitHub, tmp_path: Path) -> None:
    """A receipt of a commit that is no longer the head is not written."""
    forge.pull(7, 1001, BASE, HEAD)
    assert write(forge, tmp_path, "一", head=BASE) == "outdated"
    assert forge.comments == []


def test_large_receipt(forge: GitHub, tmp_path: Path) -> None:
    """60,000 characters are more bytes than an environment variable may hold: they go by file."""
    forge.pull(7, 1001, BASE, HEAD)
    assert write(forge, tmp_path, "记" * 59_000) == "created"
    assert len(forge.comments[0]["body"]) > 59_000


def test_refusal_of_github(forge: GitHub) -> None:
    """What GitHub refuses ends the run with the call, never with the token."""
    done = run("comment.py", forge, NUMBER=8, HEAD=HEAD, RECEIPT=os.devnull)
    assert done.returncode == 1
    assert "/pulls/8" in done.stderr
    assert TOKEN not in done.stderr + done.stdout
