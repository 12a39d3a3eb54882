"""The slow validator, which says what is wrong, for documents that the fast one refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import jsonschema
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from plus100.intake.schema import Kind, load


def _pattern(
    _validator: object, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _expression(pattern).search(instance):
        yield ValidationError("")


def _unique(
    _validator: object, wanted: object, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """``uniqueItems`` in linear time, which jsonschema's own is not for mappings."""
    if wanted and isinstance(instance, list) and repetition(instance) is not None:
        yield ValidationError("")


def repetition(items: Sequence[object]) -> tuple[int, int] | None:
    """Positions of the first item that stands in the list twice: again and before."""
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        before = seen.setdefault(json.dumps(item, sort_keys=True), index)
        if before != index:
            return index, before
    return None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\$(?=$|\))", r"\\Z", pattern))


DIALECT: Any = extend(  # type: ignore[no-untyped-call] # jsonschema has no types here
    jsonschema.Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique}
)
"""jsonschema's validator class; patterns mean what ECMA-262 says: ``$`` is the very end."""


@cache
def validator(kind: Kind) -> Validator:
    """The slow validator of a kind, with formats checked."""
    made: Validator = DIALECT(dict(load(kind)), format_checker=DIALECT.FORMAT_CHECKER)
    return made
