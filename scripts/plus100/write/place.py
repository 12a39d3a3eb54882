"""Putting new files onto the disk; what is there stays."""

from __future__ import annotations

from pathlib import Path


def put(root: Path, path: str, content: str | bytes) -> Path:
    """Write a file that is not there yet, below the folder that holds the records; where it stands.

    ``FileExistsError`` where something stands there already.
    """
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return target
