"""Who works on this machine, as far as its Git settings say: a hint before pushing, not a proof."""

from __future__ import annotations

from pathlib import Path

from git.exc import GitCommandError

from plus100.review.identity import by_key, fingerprint_of
from plus100.review.objects import Objects
from plus100.review.roles import Roles
from plus100.review.signatures import author_of


def local_person(objects: Objects, roles: Roles) -> str | None:
    """The holder of the key that Git signs with, else the person of its mailbox; ``None`` where neither
    is anybody in the base.
    """
    person, _ = by_key(roles, fingerprint_of(_public(_setting(objects, "user.signingkey"))))
    if person is None:
        person = author_of(_setting(objects, "user.email"), roles)
    return person if person is not None and roles.knows(person) else None


def _setting(objects: Objects, name: str) -> str:
    try:
        found: str = objects.repo.git.config("--get", name)
    except GitCommandError:
        return ""
    return found


def _public(said: str) -> str:
    """Type and body of a signing key, which Git takes as a file (of either half) or as the key itself."""
    text = said.removeprefix("key::")
    if not text.startswith("ssh-"):
        path = Path(text).expanduser()
        path = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub") if path.name else path
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""
    return " ".join(text.split()[:2])
