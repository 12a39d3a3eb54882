"""How much of a file is ever read, so that one of five gigabytes costs no more than any other."""

from __future__ import annotations

import os
from pathlib import Path

MAX_BYTES = 1024 * 1024
"""Largest file that is read whole (1 MiB)."""

ENOUGH = MAX_BYTES + 1
"""What is read of a larger one: as much as shows that it is."""


def read_file(path: str | Path, enough: int = ENOUGH) -> bytes:
    """A file's bytes, no more than ``enough`` of them."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - every record passes here
        return file.read() if os.fstat(file.fileno()).st_size <= enough else file.read(enough)
