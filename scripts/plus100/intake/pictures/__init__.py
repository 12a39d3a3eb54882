"""Pictures from contributors: what may be published of one, made anew, or what is wrong with it (C71x).

Only JPEG, PNG and WebP of up to 1 MiB are decoded, each by its own decoder. What is handed on is new: the
pixels, turned upright and made no larger than a page can use, and nothing else of the file. Whatever else a
file holds (place and time, a film, an archive, a script) stays behind; what people would not expect to give
away with a picture is a finding, since the file itself stays in the history.

``ends`` finds where a picture ends in its file; ``words`` are the findings'.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageOps

from plus100.core.findings import Finding, Location
from plus100.intake import leaks
from plus100.intake.limit import MAX_BYTES
from plus100.intake.pictures.ends import JPEG, KINDS, PNG, end_of
from plus100.intake.pictures.words import TEXTS, looks_like

MAX_PIXELS = 25_000_000
SIDE = 1600
"""Longest side of what is published, in pixels."""

_OWN_PIXELS = 200_000_000
"""What one's own camera may have made."""

_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_MODES = frozenset(["1", "L", "LA", "P", "RGB", "RGBA"])
_NOISE = frozenset([0x927C, 0xA420, 0xA431, 0xA435])
"""EXIF fields of cameras whose digits are nobody's: notes of the maker, unique and serial numbers."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made anew: its bytes, width and height in pixels."""

    data: bytes
    width: int
    height: int


class _RefusedError(Exception):
    """Why a picture is not taken: a code, and what its words show."""

    def __init__(self, code: str, shown: str = "") -> None:
        super().__init__(code)
        self.code, self.shown = code, shown


def read_picture(path: str, data: bytes) -> tuple[Picture | None, tuple[Finding, ...]]:
    """The picture to publish, ``None`` where it is at fault. Of several faults the first is told, but
    everything that its notes give away.
    """
    try:
        kind = _kind(path, data)
        with _decoding():
            image = _opened(data, kind)
            told = tuple(_given_away(path, image))
            return (None, told) if told else (_anew(image, kind), ())
    except _RefusedError as refused:
        message, fix = TEXTS[refused.code]
        where = Location(path=path)
        return None, (
            Finding(code=refused.code, message=message.format(refused.shown), fix=fix, where=where),
        )


def remade(data: bytes) -> tuple[str, Picture] | None:
    """The ending and the picture of somebody's own file, made anew whatever else the file holds; ``None``
    where it is no JPEG, PNG or WebP. What is too large for the repository as PNG becomes a JPEG.
    """
    try:
        with _decoding():
            image = Image.open(BytesIO(data), formats=list(_ENDINGS))
            if image.width * image.height > _OWN_PIXELS:
                return None
            kind = image.format if image.format in _ENDINGS else "JPEG"
            made = _anew(image, kind)
            if len(made.data) > MAX_BYTES:
                kind, made = "JPEG", _anew(image, "JPEG")
            return _ENDINGS[kind], made
    except _RefusedError:
        return None


def _kind(path: str, data: bytes) -> str:
    """What the extension promises and the file's own bytes, to the last one, keep."""
    if len(data) > MAX_BYTES:
        raise _RefusedError("C713")
    kind = KINDS[path.rpartition(".")[2].lower()]
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    found = "JPEG" if data.startswith(JPEG) else "PNG" if data.startswith(PNG) else "WEBP" if webp else ""
    if found != kind:
        raise _RefusedError("C714", looks_like(data, found))
    end = end_of(kind, data)
    if end is None:
        raise _RefusedError("C715")
    if end < len(data):
        raise _RefusedError("C717", str(len(data) - end))
    return kind


def _opened(data: bytes, kind: str) -> Image.Image:
    """The decoded picture: of a bearable size, a single one, in colours that screens show."""
    image = Image.open(BytesIO(data), formats=[kind])
    if image.width * image.height > MAX_PIXELS:
        raise _RefusedError("C715")
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise _RefusedError("C716")
    if image.mode not in _MODES:
        raise _RefusedError("C718", image.mode)
    image.load()
    return image


@contextmanager
def _decoding() -> Iterator[None]:
    """Whatever a decoder says of hostile bytes, the file is at fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except _RefusedError:
            raise
        except Exception as error:
            raise _RefusedError("C715") from error


def _given_away(path: str, image: Image.Image) -> Iterator[Finding]:
    """The place where it was taken, and numbers and mailboxes in its notes."""
    notes, placed = _notes(image)
    if placed:
        message, fix = TEXTS["C719"]
        yield Finding(code="C719", message=message, fix=fix, where=Location(path=path))
    for found in leaks.scan(path, notes.encode("utf-8", "replace")):
        yield Finding(code=found.code, message=found.message, fix=found.fix, where=Location(path=path))


def _notes(image: Image.Image) -> tuple[str, bool]:
    """All text beside the pixels, and whether a place is among it."""
    try:
        exif = image.getexif()
        fields = [*exif.items(), *exif.get_ifd(ExifTags.IFD.Exif).items()]
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # noqa: BLE001 - notes that nobody can read give nothing away
        fields, place = [], {}
    values = [value for tag, value in fields if tag not in _NOISE]
    values += [value for name, value in image.info.items() if name not in ("exif", "icc_profile")]
    text = "\n".join(_text(value) for value in values if isinstance(value, str | bytes))
    return text, bool(set(place) & {1, 2, 3, 4}) or "GPSLatitude" in text


def _text(value: str | bytes) -> str:
    """A note's text; Windows writes two bytes a character."""
    return value if isinstance(value, str) else value.replace(b"\0", b"").decode(errors="replace")


def _anew(image: Image.Image, kind: str) -> Picture:
    """The pixels alone, upright, encoded again in the same kind."""
    upright = ImageOps.exif_transpose(image)
    plain = upright.convert("RGBA" if upright.has_transparency_data and kind != "JPEG" else "RGB")
    plain.thumbnail((SIDE, SIDE))
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    out = BytesIO()
    if kind == "PNG":
        clean.save(out, kind, optimize=True)
    else:
        clean.save(out, kind, quality=82)
    return Picture(out.getvalue(), clean.width, clean.height)
