"""``authorized_keys``: whoever may connect, as the records at main say, each with a forced command.

The file may hold other lines (an administrator's own key): only those between two marks are written.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from plus100.review.identity import fingerprint_of, is_valid, registered_keys
from plus100.review.roles import Roles

BEGIN, END = "# plus100 begin", "# plus100 end"


def key_lines(roles: Roles, command: tuple[str, ...]) -> str:
    """A line for every key that is valid on the day. ``command`` is what is forced, its last word still
    to come: the key's fingerprint. A key that ends tells ``sshd`` so, in case nobody writes the file anew.
    """
    lines: dict[str, str] = {}
    for held in registered_keys(roles):
        if not is_valid(held.key, roles.day):
            continue
        forced = shlex.join((*command, fingerprint_of(held.key.public)))
        options = ["restrict", f'command="{_quoted(forced)}"']
        if held.key.until is not None:
            options.append(f'expiry-time="{held.key.until + timedelta(days=1):%Y%m%d}"')
        lines.setdefault(held.key.public, f"{','.join(options)} {held.key.public} {held.person}\n")
    return "".join(lines[public] for public in sorted(lines))


def _quoted(text: str) -> str:
    """Within the double quotes of ``authorized_keys``, where only the quote itself is escaped."""
    return text.replace('"', '\\"')


def write_lines(path: Path, lines: Callable[[], str]) -> None:
    """Put lines between the marks of a file, at once or not at all. ``lines`` is asked while nobody else
    writes, so that of two writers the later one knows as much as the earlier. A new account has no
    ``.ssh`` yet: it is made for nobody else to enter, as ``sshd`` demands.
    """
    import fcntl  # noqa: PLC0415  (Windows has none, and is no place for a server; the other commands run there)

    path.parent.mkdir(mode=0o700, exist_ok=True)
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        _replace(path, with_lines(before, lines()))


def with_lines(text: str, lines: str) -> str:
    """A file's text with the lines between the marks in place of those that were there."""
    head, begun, rest = text.partition(f"{BEGIN}\n")
    tail = rest.partition(f"{END}\n")[2] if begun else ""
    if head and not head.endswith("\n"):
        head += "\n"
    return f"{head}{BEGIN}\n{lines}{END}\n{tail}"


def _replace(path: Path, text: str) -> None:
    with NamedTemporaryFile("w", dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
