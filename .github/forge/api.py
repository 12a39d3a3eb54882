"""The few calls to GitHub's REST API that the workflows make. Standard library only: what holds a
token installs nothing.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

NEXT = re.compile(r'<([^>]+)>;\s*rel="next"')
PATIENCE = 30.0  # seconds


def call(method: str, path: str, body: object = None) -> Any:  # noqa: ANN401 - JSON is of any type
    """One call about this repository; the answer's JSON. Ends the program where GitHub refuses."""
    return _call(method, _address(path), body)[0]


def pages(path: str) -> Iterator[Any]:
    """Every item of a list that GitHub hands out in pages."""
    address: str | None = _address(path)
    while address is not None:
        items, link = _call("GET", address, None)
        yield from items
        found = NEXT.search(link)
        address = found[1] if found else None


def _address(path: str) -> str:
    return f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}{path}"


def _call(method: str, address: str, body: object) -> tuple[Any, str]:
    request = Request(  # noqa: S310 - the address is GitHub's own, from the environment or its answer
        address,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - likewise
            return json.load(answer), answer.headers.get("Link", "")
    except URLError as error:
        sys.exit(f"{method} {address}: {error}")
