"""A copy of the sample records without Git, so that what is shown depends on nothing else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pictures.wanted import Picture

RECORDS = Path(__file__).parents[2] / "records"


@contextmanager
def staged(picture: Picture) -> Iterator[Path]:
    """A folder that holds ``records``, for as long as the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(RECORDS, Path(folder) / RECORDS.name)
        for name, text in picture.overlay.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield Path(folder)
