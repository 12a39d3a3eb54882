"""The careful reading: a tree with places, and everything that is wrong, where it can go on.

Runs on files that ``sound`` doubts, and once more on files in which something is to be located.
Never expands an alias, so that no alias bomb grows; never recurses deeper than ``MAX_DEPTH``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from plus100.core.findings import Pointer
from plus100.intake.reading import conflicts, layout, syntax
from plus100.intake.reading.nodes import Node, Reading, shorten
from plus100.intake.reading.scalars import UnfitError, value
from plus100.intake.reading.sound import MAX_DEPTH, MAX_NODES, RawEvent
from plus100.intake.reading.text import Lines


class StopError(Exception):
    """Reading cannot go on; the finding is recorded already."""


class Place(NamedTuple):
    """Where a node stands. ``indent`` is the column of the block collection around it (-1 without
    one), ``flow`` whether brackets are around it; ``parent`` receives the node.
    """

    pointer: Pointer
    parent: Node
    indent: int = -1
    depth: int = 1
    flow: bool = False


def examine(text: str, path: str) -> Reading:
    """Read a text that ``text.decode`` let through, with all the findings that it deserves."""
    reading = Reading(path, Lines(text))
    if conflicts.mark(reading):
        return reading
    parser = CParser(text)
    try:
        Walk(reading, parser.get_event).document()
        reading.complete = True
    except StopError:
        pass
    except MarkedYAMLError as error:
        slip = syntax.explain(error, reading.lines, path)
        if not any(
            known.code == slip.code and known.where.line == slip.where.line for known in reading.findings
        ):
            reading.findings.append(slip)
    except YAMLError:
        reading.findings.append(syntax.unexplained(path))
    return reading


def _is(event: RawEvent, kind: type[Event]) -> bool:
    return type(event) is kind


class Walk:
    """One walk over a file's events."""

    def __init__(self, reading: Reading, get: Callable[[], RawEvent]) -> None:
        """``get`` yields libyaml's events one by one."""
        self.reading = reading
        self.get = get
        self.nodes = 0

    def document(self) -> None:
        """From the stream's start to its end: one document."""
        self.get()
        start = self.get()
        if _is(start, StreamEndEvent):
            self.reading.fault("Y142", 0, ())
            raise StopError
        if start.version or start.tags:
            self.reading.fault("Y127", start.start_mark.index, ())
        self.gap(start)
        outside = Node(pointer=(), start=0)
        self.node(self.get(), Place((), outside))
        self.gap(self.get())
        after = self.get()
        if _is(after, DocumentStartEvent):
            code = "Y127" if after.version or after.tags else "Y128"
            self.reading.fault(code, after.start_mark.index, ())
            raise StopError
        self.gap(after)

    def node(self, event: RawEvent, place: Place) -> Node:
        """The node that begins with the event, hung into the tree."""
        self.gap(event)
        self.count(event, place.pointer)
        self.properties(event, place.pointer)
        node = Node(pointer=place.pointer, start=event.start_mark.index)
        self.hang(node, place)
        if _is(event, ScalarEvent):
            self.scalar(event, node, place)
            end = event
        elif _is(event, AliasEvent):
            self.reading.fault("Y124", node.start, place.pointer)
            end = event
        else:
            end = self.collection(event, node, place)
        node.end = end.end_mark.index
        if not place.flow:
            layout.check_continuation(self.reading, node, place.indent)
        return node

    def hang(self, node: Node, place: Place) -> None:
        """Put the node below its parent; of a repeated key the first stays."""
        if place.pointer:
            place.parent.items.setdefault(place.pointer[-1], node)
        elif self.reading.root is None:
            self.reading.root = node

    def collection(self, start: RawEvent, node: Node, place: Place) -> RawEvent:
        """A mapping's or sequence's content; returns the event that ends it."""
        if place.depth > MAX_DEPTH:
            self.reading.fault("Y109", node.start, place.pointer)
            raise StopError
        flow = place.flow or bool(start.flow_style)
        node.style = "flow" if start.flow_style else "block"
        inner = Place(
            place.pointer, node, place.indent if flow else start.start_mark.column, place.depth + 1, flow
        )
        fill = self.mapping if _is(start, MappingStartEvent) else self.sequence
        end = fill(node, inner)
        self.gap(end)
        return end

    def sequence(self, node: Node, inner: Place) -> RawEvent:
        """The items up to the sequence's end."""
        result: list[object] = []
        node.value = result
        while type(event := self.get()) is not SequenceEndEvent:
            pointer = (*inner.pointer, len(result))
            result.append(self.node(event, inner._replace(pointer=pointer)).value)
        return event

    def mapping(self, node: Node, inner: Place) -> RawEvent:
        """The pairs up to the mapping's end. Of a repeated key the first value counts."""
        result: dict[str, object] = {}
        node.value = result
        while type(event := self.get()) is not MappingEndEvent:
            key = self.key(event, node, inner)
            if key is None:
                self.node(self.get(), inner._replace(parent=Node(pointer=(), start=0)))
                continue
            child = self.node(self.get(), inner._replace(pointer=(*inner.pointer, key)))
            result.setdefault(key, child.value)
        return event

    def key(self, event: RawEvent, node: Node, inner: Place) -> str | None:
        """A key's text, ``None`` where its value cannot be kept under any name."""
        pointer = inner.pointer
        if not _is(event, ScalarEvent):
            if not _is(event, AliasEvent):
                self.reading.fault("Y122", event.start_mark.index, pointer)
            self.node(event, inner._replace(parent=Node(pointer=(), start=0)))
            return None
        self.gap(event)
        self.count(event, pointer)
        self.properties(event, pointer)
        layout.check_question_mark(self.reading, event, flow=inner.flow)
        text: str = event.value
        place = Node(pointer=(*pointer, text), start=event.start_mark.index, end=event.end_mark.index)
        if not event.style and text in ("", "<<"):
            self.reading.fault("Y126" if text else "Y121", place.start, pointer)
            return None
        if not event.style and layout.is_slip(self.reading, place, flow=inner.flow):
            return None
        if node.keys.setdefault(text, place) is not place:
            self.reading.repeated(node, place)
        return text

    def scalar(self, event: RawEvent, node: Node, place: Place) -> None:
        """A scalar's value and the faults that only it can have."""
        node.value = event.value
        node.style = event.style or "plain"
        node.end = event.end_mark.index
        if event.style:
            layout.check_block_text(self.reading, node)
            return
        layout.check_plain(self.reading, node, flow=place.flow)
        layout.check_lines(self.reading, node)
        try:
            node.value = value(event.value)
        except UnfitError as error:
            self.reading.fault(error.code, node.start, place.pointer, shown=shorten(event.value))

    def count(self, event: RawEvent, pointer: Pointer) -> None:
        """Stop at too many nodes."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.reading.fault("Y110", event.start_mark.index, pointer)
            raise StopError

    def properties(self, event: RawEvent, pointer: Pointer) -> None:
        """Anchors and tags are reported and otherwise ignored."""
        offset = event.start_mark.index
        if _is(event, AliasEvent):
            return
        if event.anchor is not None:
            self.reading.fault("Y123", offset, pointer)
        if event.tag is not None:
            self.reading.fault("Y125", offset, pointer)

    def gap(self, event: RawEvent) -> None:
        """What stands between two events may hold comments; each needs a space before it."""
        reading = self.reading
        start = event.start_mark.index
        if reading.hashes and start > reading.seen:
            layout.check_comments(reading, reading.seen, start)
        reading.seen = max(reading.seen, event.end_mark.index)
