"""Print what a workflow run is about, as ``name=value`` lines for its outputs.

- ``number``    the pull request
- ``account``   its author's number; names may change hands
- ``base``      the commit that the change is judged against
- ``head``      the commit that is judged
- ``proposed``  the commit that people have looked at: in a merge queue not the same as ``head``
- ``ref``       where to fetch ``head``

The event is read from ``GITHUB_EVENT_PATH``; for a merge queue, which names no author, GitHub is asked.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import api

QUEUED = re.compile(r"refs/heads/gh-readonly-queue/.+/pr-([1-9][0-9]*)-[0-9a-f]{40}")


def change(event: dict[str, Any]) -> dict[str, object]:
    """The values by name."""
    if "merge_group" in event:
        return _queued(event["merge_group"])
    pull = event["pull_request"]
    return {
        "number": pull["number"],
        "account": pull["user"]["id"],
        "base": pull["base"]["sha"],
        "head": pull["head"]["sha"],
        "proposed": pull["head"]["sha"],
        "ref": f"refs/pull/{pull['number']}/head",
    }


def _queued(group: dict[str, Any]) -> dict[str, object]:
    found = QUEUED.fullmatch(group["head_ref"])
    if found is None:
        sys.exit(f"no pull request in the queue's ref: {group['head_ref']!r}")
    pull = api.call("GET", f"/pulls/{found[1]}")
    return {
        "number": pull["number"],
        "account": pull["user"]["id"],
        "base": group["base_sha"],
        "head": group["head_sha"],
        "proposed": pull["head"]["sha"],
        "ref": group["head_ref"],
    }


if __name__ == "__main__":
    for name, value in change(json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())).items():
        print(f"{name}={value}")
