"""Where a picture ends, by its own account: what follows (an archive, a film) is no part of it."""

from __future__ import annotations

KINDS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""Extension → Pillow's name of the kind, and of the only decoder that is asked."""

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"

_BARE = frozenset([0x01, *range(0xD0, 0xD8)])
"""JPEG markers without a length: TEM and the restarts."""

_SCAN, _END = 0xDA, 0xD9


def end_of(kind: str, data: bytes) -> int | None:
    """The offset after the last byte of a JPEG, PNG or WebP (Pillow's names); ``None`` where the parts do
    not follow one another to an end.
    """
    return {"JPEG": _jpegs, "PNG": _png, "WEBP": _webp}[kind](data)


def _jpegs(data: bytes) -> int | None:
    """A JPEG, and the further ones that cameras append for depth and brightness, with their padding."""
    end = _jpeg(data, 0)
    while end is not None and data.startswith(JPEG, end):
        end = _jpeg(data, end)
    return len(data) if end is not None and not data[end:].strip(b"\0") else end


def _jpeg(data: bytes, start: int) -> int | None:
    at = start + 2
    while at + 1 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker == _END:
            return at + 2
        if marker == 0xFF:  # noqa: PLR2004 - a filler
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4]))
            at = _after_scan(data, at) if marker == _SCAN else at
    return None


def _after_scan(data: bytes, at: int) -> int:
    """The next marker after coded data, in which ``FF 00`` is a byte and restarts may stand."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] and data[at + 1] not in _BARE:
            return at
        at += 2
    return len(data)


def _png(data: bytes) -> int | None:
    at = len(PNG)
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at if at <= len(data) else None
    return None


def _webp(data: bytes) -> int | None:
    size = int.from_bytes(data[4:8], "little")
    end = 8 + size + size % 2
    return end if end <= len(data) else None
