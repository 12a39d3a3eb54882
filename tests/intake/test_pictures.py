"""Pictures: nothing but the pixels of a sound one is handed on, whatever the bytes."""

from __future__ import annotations

import struct
import time
import zlib
from io import BytesIO
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plus100.core.catalogue import CATALOGUE
from plus100.intake.limit import MAX_BYTES
from plus100.intake.pictures import SIDE, read_picture, remade
from plus100.intake.pictures.ends import end_of

KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
NUMBER = "138" + "00138000"


def scene(width: int = 60, height: int = 40) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    made = Image.new("RGB", (width, height), (200, 30, 30))
    made.paste((30, 30, 200), (width // 2, 0, width, height))
    return made


def encoded(ending: str, image: Image.Image | None = None, **how: Any) -> bytes:
    """A picture's file."""
    out = BytesIO()
    (image or scene()).save(out, KINDS[ending], **how)
    return out.getvalue()


def exif(**fields: Any) -> Image.Exif:
    """Notes of a camera, by number (``x0110``)."""
    made = Image.Exif()
    for name, value in fields.items():
        made[int(name[1:], 16)] = value
    return made


def codes(path: str, data: bytes) -> list[str]:
    """What is found."""
    picture, findings = read_picture(path, data)
    assert (picture is None) == bool(findings)
    return [found.code for found in findings]


@pytest.mark.parametrize("ending", KINDS)
def test_only_pixels_are_handed_on(ending: str) -> None:
    """Camera, time, comment, colour profile stay behind; the new file is of the same kind and opens."""
    notes = exif(x010F="Kamera", x0132="2018:11:03 10:00:00", x9286="memo")
    data = encoded(ending, exif=notes, icc_profile=b"profile", comment=b"comment")
    picture, findings = read_picture(f"a.{ending}", data)
    assert findings == ()
    assert picture is not None
    made = Image.open(BytesIO(picture.data))
    assert (made.format, made.size) == (KINDS[ending], (picture.width, picture.height))
    assert not dict(made.getexif())
    assert {"exif", "icc_profile", "comment", "xmp"} & made.info.keys() == set()
    for word in (b"Kamera", b"2018", b"memo", b"profile", b"comment"):
        assert word not in picture.data


@pytest.mark.parametrize(("turn", "red"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom")])
def test_a_picture_stands_upright(turn: int, red: str) -> None:
    """The camera's note of how it was held is obeyed before it is dropped."""
    picture, _ = read_picture("a.jpg", encoded("jpg", exif=exif(x0112=turn)))
    assert picture is not None
    made = Image.open(BytesIO(picture.data)).convert("RGB")
    wide, high = made.size
    middle = {"left": (3, high // 2), "right": (wide - 3, high // 2), "top": (wide // 2, 3)}
    spot = made.getpixel({**middle, "bottom": (wide // 2, high - 3)}[red])
    assert isinstance(spot, tuple)
    assert spot[0] > 150 > spot[2]


def test_large_ones_are_made_smaller_and_small_ones_stay() -> None:
    """No side is longer than a page can use; the shape is kept."""
    picture, _ = read_picture("a.jpg", encoded("jpg", scene(3200, 1000)))
    assert picture is not None
    assert (picture.width, picture.height) == (SIDE, SIDE * 1000 // 3200)
    picture, _ = read_picture("a.jpg", encoded("jpg", scene(10, 7)))
    assert picture is not None
    assert (picture.width, picture.height) == (10, 7)


def test_transparency_is_kept() -> None:
    """A drawing on nothing stays on nothing."""
    image = Image.new("RGBA", (5, 5), (0, 0, 0, 0))
    picture, _ = read_picture("a.png", encoded("png", image))
    assert picture is not None
    assert Image.open(BytesIO(picture.data)).getpixel((2, 2)) == (0, 0, 0, 0)


@pytest.mark.parametrize("field", ["x010E", "x013B", "x9286", "x9C9C"])
def test_numbers_in_notes_are_found(field: str) -> None:
    """A telephone number in a caption, an author, a comment, Windows' own comment."""
    value = NUMBER.encode("utf-16-le") if field == "x9C9C" else f"call {NUMBER}"
    assert codes("a.jpg", encoded("jpg", exif=exif(**{field: value}))) == ["L501"]


def test_serial_numbers_are_nobodys() -> None:
    """A camera's serial number looks like a telephone's and is none."""
    assert codes("a.jpg", encoded("jpg", exif=exif(xA431=NUMBER))) == []


def test_a_place_in_adobes_notes_is_found() -> None:
    """Programs write places as XML too."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPSLatitude>36,39N</exif:GPSLatitude></x:xmpmeta>"
    assert codes("a.webp", encoded("webp", xmp=xmp)) == ["C719"]


@pytest.mark.parametrize("ending", KINDS)
@given(st.integers(0, 2**32))
@settings(deadline=None, max_examples=60)
def test_damaged_bytes_are_a_finding_or_a_picture(ending: str, seed: int) -> None:
    """Whatever is changed in a file, reading ends with a new picture or with codes of the catalogue."""
    draw, data = Random(seed), bytearray(encoded(ending))  # noqa: S311 - a test's choice
    for _ in range(draw.randrange(1, 12)):
        data[draw.randrange(len(data))] = draw.randrange(256)
    assert set(codes(f"a.{ending}", bytes(data[: draw.randrange(1, len(data) + 1)]))) <= set(CATALOGUE)


@pytest.mark.parametrize("ending", KINDS)
def test_the_end_is_the_last_byte(ending: str) -> None:
    """Each kind ends where its file does; a byte less is no whole picture, a byte more is another's."""
    data = encoded(ending)
    assert end_of(KINDS[ending], data) == len(data)
    assert end_of(KINDS[ending], data + b"x") == len(data)
    assert codes(f"a.{ending}", data[:-1]) == ["C715"]
    assert codes(f"a.{ending}", data + b"x") == ["C717"]


def chunk(name: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize(
    "parts",
    [
        [chunk(b"IDAT", zlib.compress(b"\0" * 100))],
        [chunk(b"zTXt", b"k\0\0" + zlib.compress(b"a" * 90_000_000)), chunk(b"IDAT", b"")],
        [chunk(b"iCCP", b"k\0\0" + zlib.compress(b"a" * 90_000_000)), chunk(b"IDAT", b"")],
    ],
    ids=["pixels", "text", "profile"],
)
def test_bombs_are_refused_quickly(parts: list[bytes]) -> None:
    """60,000 × 60,000 pixels, or notes that unpack to 90 MB, in a small file: a finding within a second."""
    size = 60_000 if len(parts) == 1 else 4
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + b"".join([head, *parts, chunk(b"IEND", b"")])
    assert len(data) < MAX_BYTES
    begin = time.process_time()
    assert codes("a.png", data) == ["C715"]
    assert time.process_time() - begin < 1


def test_a_sound_picture_of_too_many_pixels_is_refused() -> None:
    """25 million are taken, more are not, however small the file."""
    assert codes("a.png", encoded("png", Image.new("1", (5000, 5000)))) == []
    assert codes("a.png", encoded("png", Image.new("1", (5000, 5001)))) == ["C715"]


def test_ones_own_picture_is_remade_whatever_it_holds() -> None:
    """A large, turned photo with its place and a film behind it becomes a small one without."""
    place = exif(x0112=6, x8825={1: "N", 2: (36.0, 39.0, 0.0)})
    data = encoded("jpg", scene(4000, 3000), exif=place, quality=100) + b"\0\0\0\x18ftypmp42"
    found = remade(data)
    assert found is not None
    ending, picture = found
    assert (ending, picture.width, picture.height) == ("jpg", 1200, 1600)
    assert codes("a.jpg", picture.data) == []


def test_what_is_no_picture_is_not_remade() -> None:
    """A script, a drawing in SVG, nothing at all."""
    assert [remade(data) for data in (b"<svg/>", b"", b"GIF89a", b"#!/bin/sh")] == [None] * 4


def test_a_large_png_becomes_a_jpeg() -> None:
    """Grain does not shrink without loss; what would be refused for its size is made another kind."""
    found = remade(encoded("png", Image.effect_noise((1500, 1500), 20).convert("RGB")))
    assert found is not None
    assert found[0] == "jpg"
    assert len(found[1].data) <= MAX_BYTES
