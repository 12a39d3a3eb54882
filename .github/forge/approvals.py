"""Print who has approved exactly this commit of a pull request, one ``github:NUMBER`` a line.

Only the last word of each reviewer counts, and only if it was said of this very commit: an approval of
an earlier one says nothing of what was pushed since. Needs NUMBER and PROPOSED, and the environment of
``api``.
"""

from __future__ import annotations

import os

import api

DECIDES = {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}


def approvals(number: int, commit: str) -> list[int]:
    """The account numbers, in order."""
    last = {}
    for review in api.pages(f"/pulls/{number}/reviews?per_page=100"):
        if review["state"] in DECIDES and review["user"] is not None:
            last[review["user"]["id"]] = (review["state"], review["commit_id"])
    return sorted(account for account, said in last.items() if said == ("APPROVED", commit))


if __name__ == "__main__":
    for account in approvals(int(os.environ["NUMBER"]), os.environ["PROPOSED"]):
        print(f"github:{account}")
