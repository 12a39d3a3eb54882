"""The value of a sound document, straight from libyaml's events.

This is the loop that reads every file, so it looks only at what a sound file needs. At anything
else it raises ``DoubtError`` and ``careful`` reads the file again to say what is wrong, if anything is.
Depth and number of nodes are bounded here, since libyaml itself slows down without limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from plus100.intake.reading.scalars import HEADS, Scalar, resolve

RawEvent = Any
"""One of libyaml's events; the type stubs know too little about them to help here."""

MAX_DEPTH = 12
"""Collections may be nested this deep."""

MAX_NODES = 50_000
"""Keys, values and collections in a file."""

_BLOCK_STYLES = ("|", ">")

_SUSPECT = (b"!", b"&", b"*", b"?", b"<<")
"""Bytes without which a file has no tag, anchor, alias, explicit key or merge key."""


class DoubtError(Exception):
    """The file needs a careful look; this says nothing about what is wrong."""


def build(data: bytes, text: str) -> object:
    """The value of a sound document. ``DoubtError`` for every other."""
    if at_most(data) > MAX_NODES or any(mark in data for mark in _SUSPECT) or has_odd_text(text):
        raise DoubtError
    if text.endswith(" "):  # no word ends there: block text may go on
        raise DoubtError
    get: Callable[[], RawEvent] = CParser(data).get_event
    try:
        get()
        start: RawEvent = get()
        if type(start) is StreamEndEvent or start.version or start.tags:
            raise DoubtError
        value = _value(get(), get, 1)
        if (
            isinstance(value, str)
            or type(get()) is not DocumentEndEvent
            or type(get()) is not StreamEndEvent
        ):
            raise DoubtError
    except (YAMLError, ValueError) as error:
        raise DoubtError from error
    return value


def at_most(data: bytes) -> int:
    """More nodes than this a file cannot hold: a key and its value need a ``:``, an item a ``-``, a ``,``
    or the bracket before it.
    """
    return 2 + 2 * data.count(b":") + sum(map(data.count, (b"-", b",", b"[", b"{")))


def has_odd_text(text: str) -> bool:
    """Whether a comment may be glued to what stands before it, or marks of a Chinese input method
    may stand where YAML's own belong.
    """
    return (
        _has_glued_comment(text)
        or _has_wide_key(text)
        or any(mark in text for mark in ODD_MARKS)
        or TIGHT_DASH.search(text) is not None
        or _TIGHT_KEY.search(text) is not None
    )


ODD_MARKS = "－＃•●▪◦\u3000\u00a0\u2003\u2002"
"""Marks and spaces that people or programs type where a dash, a hash or an indentation belongs."""

TIGHT_DASH = re.compile(r"^[ ]*-[A-Za-z_][A-Za-z0-9_-]*:(?=\s)", re.MULTILINE)
"""An item's mark without the space after it."""

_TIGHT_KEY = re.compile(r"^[ ]*(?:- +)*[a-z][a-z0-9_]*:[^ \t\r\n/:#]", re.MULTILINE)
"""What begins like a key without the space after its colon, and so may have become part of a text."""


def _has_glued_comment(text: str) -> bool:
    """Looks at the few ``#`` only, which is much faster than a pattern over the whole text."""
    at = text.find("#", 1)
    while at > 0:
        if not text[at - 1].isspace():
            return True
        at = text.find("#", at + 1)
    return False


def _has_wide_key(text: str) -> bool:
    """Likewise for the few lines with a ``：``."""
    at = text.find("：")
    while at > 0:
        if WIDE_KEY.match(text, text.rfind("\n", 0, at) + 1):
            return True
        at = text.find("：", at + 1)
    return False


WIDE_KEY = re.compile(r"^[ ]*(?:- +)*[A-Za-z_][A-Za-z0-9_-]* *：", re.MULTILINE)
"""A line that begins like a key but has the full-width colon of a Chinese input method."""


def _value(event: RawEvent, get: Callable[[], RawEvent], depth: int) -> object:
    """The value that begins with the event, at a nesting depth from 1."""
    kind = type(event)
    if kind is ScalarEvent:
        return _scalar(event)
    if depth > MAX_DEPTH:
        raise DoubtError
    if kind is MappingStartEvent:
        return _mapping(event, get, depth)
    if kind is SequenceStartEvent:
        return _sequence(event, get, depth)
    raise DoubtError


def _scalar(event: RawEvent) -> Scalar:
    """A scalar's value. Quoted text of several lines needs a careful look, and so does block text that
    does not begin with words.
    """
    if not event.style:
        return resolve(event.value)
    text: str = event.value
    several = event.start_mark.line != event.end_mark.line
    if several and (event.style not in _BLOCK_STYLES or not text[:1].strip()):
        raise DoubtError
    return text


def _mapping(
    start: RawEvent,
    get: Callable[[], RawEvent],
    depth: int,
    scalar: type[RawEvent] = ScalarEvent,
    heads: frozenset[str] = HEADS,
) -> dict[str, object]:
    """A mapping's value. Keys are text as written, whatever they look like.

    Defaults make the loop's names local; this and ``_sequence`` spell out what ``_scalar`` says.
    """
    result: dict[str, object] = {}
    pairs = 0
    while type(key := get()) is scalar:
        pairs += 1
        event = get()
        if type(event) is not scalar:
            result[key.value] = _value(event, get, depth + 1)
        elif event.style:
            result[key.value] = _scalar(event)
        else:
            text = event.value
            result[key.value] = resolve(text) if text[:1] in heads else text
    if pairs != len(result) or "" in result:
        raise DoubtError
    _check_end(start, key, MappingEndEvent)
    return result


def _sequence(
    start: RawEvent,
    get: Callable[[], RawEvent],
    depth: int,
    scalar: type[RawEvent] = ScalarEvent,
    heads: frozenset[str] = HEADS,
) -> list[object]:
    """A sequence's value."""
    result: list[object] = []
    append = result.append
    while True:
        event = get()
        if type(event) is scalar:
            if event.style:
                append(_scalar(event))
            else:
                text = event.value
                append(resolve(text) if text[:1] in heads else text)
        elif type(event) is SequenceEndEvent:
            break
        else:
            append(_value(event, get, depth + 1))
    _check_end(start, event, SequenceEndEvent)
    if not start.flow_style and any(type(item) is str and ":" in item for item in result):
        raise DoubtError
    return result


def _check_end(start: RawEvent, end: RawEvent, kind: type[RawEvent]) -> None:
    """Brackets over several lines need a careful look at their indentation."""
    if type(end) is not kind:
        raise DoubtError
    if start.flow_style and start.start_mark.line != end.end_mark.line:
        raise DoubtError
