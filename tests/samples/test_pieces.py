"""The committed sample contributions are the generated ones, sound, and enough in every column."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from plus100.intake.tree import open_source
from plus100.ledger.assemble import read_frame
from plus100.publish.columns.drawer import drawer_beside
from plus100.publish.columns.kinds import COLUMNS
from plus100.publish.columns.press import compose
from samples.pieces import pictures, texts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "columns"


def test_committed_texts_are_the_generated_ones() -> None:
    """Every text equals what the generator makes, and none is missing."""
    found = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.md")}
    assert {name: path.read_text(encoding="utf-8") for name, path in found.items()} == dict(texts())


def test_committed_pictures_show_what_is_drawn() -> None:
    """The same pixels, but for what another version of an encoder may round; and no other picture."""
    made = dict(pictures())
    found = {
        path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.*") if path.suffix != ".md"
    }
    assert found.keys() == made.keys()
    for name, path in found.items():
        here, there = (Image.open(BytesIO(data)).convert("RGB") for data in (path.read_bytes(), made[name]))
        assert here.size == there.size
        worst = max(high for _, high in ImageChops.difference(here, there).getextrema())  # type: ignore[misc]
        assert worst <= 24, name


def test_samples_are_sound_and_every_column_has_two_or_three() -> None:
    """Nothing to find; all say that they are invented."""
    frame, _ = read_frame(open_source(ROOT / "records"))
    assert frame is not None
    columns = compose(drawer_beside(ROOT / "records"), frame)
    assert columns.findings == ()
    counts = Counter(one.piece.column.kind for one in columns.printed)
    assert counts.keys() == {column.kind for column in COLUMNS}
    assert set(counts.values()) <= {2, 3}
    assert all("示例" in one.piece.front.title for one in columns.printed)
    assert columns.feeds
