"""Write the receipt under a pull request: one comment, which is updated. Receipts begin with ``MARK``.

Nothing is written where the pull request has moved on since the receipt was made. Needs NUMBER, HEAD and
RECEIPT (a file), and the environment of ``api``.
"""

from __future__ import annotations

import os
from pathlib import Path

import api

MARK = "<!-- plus100:review -->"
AUTHOR = "github-actions[bot]"


def comment(number: int, head: str, receipt: str) -> str:
    """What was done, as one word: outdated, updated, created."""
    if api.call("GET", f"/pulls/{number}")["head"]["sha"] != head:
        return "outdated"
    body = {"body": receipt}
    for one in api.pages(f"/issues/{number}/comments?per_page=100"):
        # Anybody may write the mark into a comment of their own.
        if one["user"] is not None and one["user"]["login"] == AUTHOR and one["body"].startswith(MARK):
            api.call("PATCH", f"/issues/comments/{one['id']}", body)
            return "updated"
    api.call("POST", f"/issues/{number}/comments", body)
    return "created"


if __name__ == "__main__":
    text = Path(os.environ["RECEIPT"]).read_text(encoding="utf-8")
    print(comment(int(os.environ["NUMBER"]), os.environ["HEAD"], text))
