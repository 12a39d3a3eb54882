"""The forced command of a connection: fetch or push on the one repository, nothing else.

What the client asks for is compared with the few forms that Git itself sends. Nothing of it ever reaches
a shell, and only the name of the program is taken from it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

KEY = "PLUS100_KEY"
"""The environment variable by which the hook learns the connection's key."""

FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")

_ASKED = re.compile(r"git[- ](upload-pack|receive-pack) '([^'\\\0-\x1f]{1,500})'")
_KEPT = ("HOME", "LOGNAME", "PATH", "TZ", "USER")
_PROTOCOL = re.compile(r"version=[0-2]")


def asked(line: str, repository: Path) -> str | None:
    """``upload-pack`` or ``receive-pack`` where a client asks for one of them on this repository."""
    match = _ASKED.fullmatch(line)
    return match[1] if match and match[2] in _names(repository) else None


def _names(repository: Path) -> frozenset[str]:
    """What clients may call the repository: its folder's name, with and without ``.git``, or its
    whole path.
    """
    names = {repository.name, repository.name.removesuffix(".git")}
    return frozenset({*names, *(f"/{name}" for name in names), str(repository)})


def environment(given: Mapping[str, str], fingerprint: str) -> dict[str, str]:
    """What Git is run with: nothing of the client's but the protocol's version, and not its language
    either, which many servers take over. The reflog names the key that pushed.
    """
    kept = {name: given[name] for name in _KEPT if name in given}
    protocol = given.get("GIT_PROTOCOL", "")
    if _PROTOCOL.fullmatch(protocol):
        kept["GIT_PROTOCOL"] = protocol
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        KEY: fingerprint,
        "GIT_COMMITTER_NAME": fingerprint,
        "GIT_COMMITTER_EMAIL": "key@plus100",
    }


def become(program: str, repository: Path, fingerprint: str) -> None:
    """Be Git from here on."""
    os.execvpe("git", ("git", program, str(repository)), environment(os.environ, fingerprint))  # noqa: S606, S607  (no shell; Git from the server's path)
