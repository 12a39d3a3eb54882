"""What pictures there are to be, as ``docs/guide/pictures.yml`` lists them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
LIST = FOLDER / "pictures.yml"
SUMS = FOLDER / "pictures.sum"
PICTURES = FOLDER / "pictures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Either ``command`` (what is typed, shown on a terminal of ``lines`` × ``columns``) or ``page`` (the
    source path of a page, ``units/x/index.md``, shown ``width`` × ``height``). ``overlay``: files written
    over the copied records.
    """

    name: str
    command: str = ""
    lines: int = 30
    columns: int = 60
    page: str = ""
    width: int = 390
    height: int = 780
    overlay: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The committed picture."""
        return PICTURES / f"{self.name}.{'svg' if self.command else 'webp'}"


def digest(text: str) -> str:
    """Sixteen hexadecimal digits: enough to see a difference."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def wanted(path: Path = LIST) -> tuple[Picture, ...]:
    """The list."""
    return tuple(msgspec.yaml.decode(path.read_bytes(), type=dict[str, list[Picture]])["pictures"])


def sums(path: Path = SUMS) -> dict[str, str]:
    """Name → digest of the text that each picture showed when it was made."""
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {name: found for found, name in lines}


def note(found: Mapping[str, str], path: Path = SUMS) -> None:
    """Write the digests."""
    path.write_text("".join(f"{one}  {name}\n" for name, one in found.items()), encoding="utf-8")
