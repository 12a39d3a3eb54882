"""Invented pictures for the columns: flat landscapes with a few figures, drawn from a seed."""

from __future__ import annotations

from io import BytesIO
from math import sin
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
_FINE = 2  # drawn twice as large and made smaller, for smooth edges

_SKIES = (
    ((214, 232, 240), (250, 243, 230)),
    ((250, 226, 205), (252, 246, 233)),
    ((205, 225, 220), (246, 243, 228)),
)
_HILLS = (
    ((150, 186, 170), (108, 156, 136), (66, 118, 98)),
    ((196, 176, 148), (150, 150, 116), (96, 116, 84)),
)
_SHIRTS = ((179, 54, 43), (43, 122, 120), (197, 139, 42), (91, 108, 143), (161, 40, 29), (122, 96, 140))
_SKIN, _HAIR = (232, 190, 160), (52, 44, 42)


def drawing(seed: str, figures: int, kind: str) -> bytes:
    """A picture of that many people outdoors, encoded as JPEG, PNG or WebP."""
    draw = Random(f"1+100:{seed}")  # noqa: S311 - invented pictures
    picture = _sky(draw)
    pen = ImageDraw.Draw(picture)
    _sun(pen, draw)
    for depth, colour in enumerate(draw.choice(_HILLS)):
        _hill(pen, draw, depth, colour)
    for place in range(figures):
        _figure(pen, draw, (place + 1) / (figures + 1))
    out = BytesIO()
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    if kind == "PNG":
        small = small.quantize(64)
    small.save(out, kind, **({"optimize": True} if kind == "PNG" else {"quality": 80}))
    return out.getvalue()


def _sky(draw: Random) -> Image.Image:
    top, bottom = draw.choice(_SKIES)
    column = Image.new("RGB", (1, HEIGHT * _FINE))
    for y in range(column.height):
        share = y / column.height
        column.putpixel((0, y), tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True)))
    return column.resize((WIDTH * _FINE, HEIGHT * _FINE))


def _sun(pen: ImageDraw.ImageDraw, draw: Random) -> None:
    x, y, r = draw.randrange(300, 2100), draw.randrange(160, 420), draw.randrange(80, 130)
    pen.ellipse((x - r, y - r, x + r, y + r), fill=(240, 190, 110))


def _hill(pen: ImageDraw.ImageDraw, draw: Random, depth: int, colour: tuple[int, int, int]) -> None:
    width, height = WIDTH * _FINE, HEIGHT * _FINE
    level, swell = height * (0.45 + 0.16 * depth), height * (0.09 - 0.025 * depth)
    shift, pace = draw.uniform(0, 6), draw.uniform(2, 4)
    line = [
        (x, level - swell * sin(shift + pace * x / width) - swell / 3 * sin(3 * x / width * pace))
        for x in range(0, width + 20, 20)
    ]
    pen.polygon([(0, height), *line, (width, height)], fill=colour)


def _figure(pen: ImageDraw.ImageDraw, draw: Random, place: float) -> None:
    """A person as four shapes: legs, shirt, head, hair."""
    x = WIDTH * _FINE * place + draw.randrange(-30, 30)
    ground, tall = HEIGHT * _FINE * draw.uniform(0.9, 0.97), draw.randrange(520, 640)
    wide, head = tall * 0.17, tall * 0.11
    top = ground - tall
    pen.rounded_rectangle(
        (x - wide * 0.7, ground - tall * 0.45, x + wide * 0.7, ground), 16, fill=(60, 66, 78)
    )
    shirt = draw.choice(_SHIRTS)
    pen.rounded_rectangle((x - wide, top + head * 2, x + wide, ground - tall * 0.38), 40, fill=shirt)
    pen.ellipse((x - head, top, x + head, top + head * 2.1), fill=_SKIN)
    pen.pieslice((x - head, top - 4, x + head, top + head * 2), 180, 360, fill=_HAIR)
