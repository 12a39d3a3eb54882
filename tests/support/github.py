"""GitHub's REST API as far as the workflows call it, on loopback: the documented addresses and fields,
lists in pages with a ``Link`` header, and a token that must be shown.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = {"id": 41898282, "login": "github-actions[bot]"}
TOKEN = "a token of this test"  # noqa: S105 - it opens nothing


@dataclass
class GitHub:
    """One repository. Everything that was written to it is in ``comments``."""

    address: str
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    reviews: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    comments: list[dict[str, Any]] = field(default_factory=list)
    page: int = 2

    def environment(self) -> dict[str, str]:
        """What a workflow's step finds in its environment."""
        return {
            "GITHUB_API_URL": self.address,
            "GITHUB_REPOSITORY": "shili/records",
            "GITHUB_TOKEN": TOKEN,
        }

    def pull(self, number: int, account: int, base: str, head: str) -> dict[str, Any]:
        """Open a pull request; the event that tells of it."""
        self.pulls[number] = {
            "number": number,
            "user": {"id": account, "login": f"name-{account}"},
            "base": {"sha": base},
            "head": {"sha": head},
        }
        return {"pull_request": self.pulls[number]}

    def review(self, number: int, account: int, state: str, commit: str) -> None:
        """Say something of a pull request."""
        said = {"user": {"id": account}, "state": state, "commit_id": commit}
        self.reviews.setdefault(number, []).append(said)

    def answer(self, method: str, path: str, body: Any) -> Any:
        """The JSON for one call; ``None`` for what GitHub does not know."""
        match method, path.removeprefix("/repos/shili/records").strip("/").split("/"):
            case "GET", ["pulls", number]:
                return self.pulls.get(int(number))
            case "GET", ["pulls", number, "reviews"]:
                return self.reviews.get(int(number), [])
            case "GET", ["issues", number, "comments"]:
                return [one for one in self.comments if one["issue"] == int(number)]
            case "POST", ["issues", number, "comments"]:
                self.comments.append({"id": len(self.comments), "issue": int(number), "user": BOT, **body})
                return self.comments[-1]
            case "PATCH", ["issues", "comments", number]:
                self.comments[int(number)].update(body)
                return self.comments[int(number)]
        return None


@contextmanager
def github() -> Iterator[GitHub]:
    """A server as long as the block lasts."""
    forge = GitHub("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply("GET", None)

        def do_POST(self) -> None:
            self.reply("POST", self.sent())

        def do_PATCH(self) -> None:
            self.reply("PATCH", self.sent())

        def sent(self) -> Any:
            return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

        def reply(self, method: str, body: Any) -> None:
            address = urlsplit(self.path)
            known = self.headers["Authorization"] == f"Bearer {TOKEN}"
            found = forge.answer(method, address.path, body) if known else None
            self.send_response(200 if found is not None else 404)
            if isinstance(found, list):
                first = int(parse_qs(address.query).get("page", ["1"])[0])
                if len(found) > first * forge.page:
                    query = re.sub(r"&page=\d+", "", address.query)
                    more = f"{forge.address}{address.path}?{query}&page={first + 1}"
                    self.send_header("Link", f'<{more}>; rel="next", <{more}>; rel="last"')
                found = found[(first - 1) * forge.page : first * forge.page]
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield forge
        finally:
            server.shutdown()
            thread.join()
