"""New files: ids of their own, nothing overwritten, pictures without what they need not tell."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plus100.core.ids import ENTRY
from plus100.intake.pictures import read_picture
from plus100.intake.reading import strict_yaml
from plus100.publish.columns.kinds import COLUMNS
from plus100.publish.drafts.blanks import blanks, fill
from plus100.publish.drafts.texts import partner, piece
from plus100.write.copies import Copied, with_pictures
from plus100.write.fresh import fresh
from plus100.write.ids import fresh_id
from plus100.write.place import put

DAY = date(2018, 11, 6)
MOMENT = piece(next(one for one in COLUMNS if one.kind == "moment"), "xian")
STORY = piece(next(one for one in COLUMNS if one.kind == "story"), "xian")


def test_ids_are_of_the_day_and_differ() -> None:
    """The grammar of entry ids; among a hundred of one day hardly two are the same."""
    made = {fresh_id(DAY) for _ in range(100)}
    assert len(made) > 95
    for name in made:
        assert ENTRY.fullmatch(name)
        assert name.startswith("20181106-")


def test_a_fresh_draft_has_id_day_and_name() -> None:
    """The file is called like the entry in it; what nobody knows stays blank."""
    made = fresh(partner("xian/qian-si"), "20181106-k7aa", DAY)
    assert made.path == "records/units/xian/cadres/qian-si/partners/20181106-k7aa.yml"
    assert "- id: 20181106-k7aa  #" in made.text
    assert "since" in blanks(made.text)
    assert "id" not in blanks(made.text)


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"]),
        min_size=1,
        max_size=40,
    )
)
def test_a_title_comes_back_as_it_was_given(title: str) -> None:
    """Whatever it holds: colons, signs, quotes, backslashes."""
    text = fresh(STORY, "20181106-k7aa", DAY, title).text
    value, findings = strict_yaml.read(text.split("---\n")[1].encode(), "a.yml")
    assert findings == ()
    assert isinstance(value, dict)
    assert value["title"] == title


def test_filling_leaves_other_fields_alone() -> None:
    """A value is put into blanks of that name only, and never over what stands there."""
    text = "- id:  # a\n  date: 2018-01-01  # b\n  pictures:\n  kind: [id:  # c]\n"
    values = {"id": "x", "date": "y", "pictures": "z"}
    assert fill(text, values) == text.replace("id:  # a", "id: x  # a")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    put(tmp_path, "a/b.yml", "eins")
    with pytest.raises(FileExistsError):
        put(tmp_path, "a/b.yml", "zwei")
    assert (tmp_path / "a/b.yml").read_text() == "eins"


@pytest.mark.parametrize("draft", [MOMENT, STORY], ids=["with an example", "without"])
def test_pictures_go_beside_the_draft_made_anew(draft, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Place and camera stay behind; the front matter names each file once, nobody having agreed yet."""
    notes = Image.Exif()
    notes[0x8825] = {1: "N", 2: (36.0, 39.0, 0.0)}
    out = BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "JPEG", exif=notes)
    (tmp_path / "IMG 1.JPG").write_bytes(out.getvalue())
    made = fresh(draft, "20181106-k7aa", DAY)
    found = with_pictures(made, [tmp_path / "IMG 1.JPG", tmp_path / "IMG 1.JPG"])
    assert isinstance(found, Copied)
    stem = made.path.removesuffix(".md")
    assert list(found.pictures) == [f"{stem}-1.jpg", f"{stem}-2.jpg"]
    for path, data in found.pictures.items():
        assert read_picture(path, data)[1] == ()
    front = strict_yaml.read(
        fill(found.draft.text.split("---\n")[1], {"alt": "x", "title": "x"}).encode(), "a"
    )[0]
    assert isinstance(front, dict)
    assert front["pictures"] == [
        {"file": f"20181106-k7aa-{n}.jpg", "alt": "x", "agreed": False} for n in (1, 2)
    ]


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    """The first one that cannot be opened."""
    (tmp_path / "a.svg").write_text("<svg/>")
    assert with_pictures(STORY, [tmp_path / "a.svg"]) == tmp_path / "a.svg"
    assert with_pictures(STORY, []) == Copied(STORY, {})
