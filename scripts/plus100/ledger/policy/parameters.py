"""A rule's parameters by name: ``at_least``, ``parts.reactions.direction``, ``applies.levels``.

A path runs through ``does``; its parts are joined by dots, and an item of a list is named by its
``id`` (or ``reason``). ``from``, ``force`` and ``applies`` are the rule's own. Values are what YAML
would hold: decimals and dates are text. The value of a list of named things is the list of their
names, so ``tasks`` is the tasks' ids, and may be set to some of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plus100.ledger.policy.rules import Rule

OWN = ("from", "force", "applies")
_NAMES = ("id", "reason")


def tree(rule: Rule) -> dict[str, object]:
    """Every parameter of a rule, nested as it is written, with the rule's own ones."""
    plain: dict[str, object] = msgspec.to_builtins(rule)
    does = plain["does"]
    parameters = dict(does) if isinstance(does, dict) else {}
    parameters.pop("measure", None)
    return parameters | {name: plain[name] for name in OWN}


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every path that holds a plain value or a plain list, in the order of the tree."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NAMES:
                yield from leaves(inner, f"{path}.{name}" if path else str(name))
    elif names := _named(value):
        for name, inner in names.items():
            yield f"{path}.{name}", name
            yield from leaves(inner, f"{path}.{name}")
    else:
        yield path, value


def has(rule: Rule, path: str) -> bool:
    """Whether the rule has a parameter of that path."""
    try:
        value(rule, path)
    except KeyError:
        return False
    return True


def value(rule: Rule, path: str) -> object:
    """The value at a path; ``KeyError`` where there is none."""
    found: object = tree(rule)
    for name in path.split("."):
        inner = found if isinstance(found, Mapping) else _named(found)
        found = inner[name]
    return list(_named(found)) or found


def replaced(rule: Rule, path: str, new: object) -> Rule:
    """The same rule with another value at a path.

    ``KeyError`` where there is no such parameter or no thing of such a name;
    ``msgspec.ValidationError`` where the measure does not take the value.
    """
    plain: dict[str, object] = msgspec.to_builtins(rule)
    names = path.split(".")
    inner: object = plain if names[0] in OWN else plain["does"]
    for name in names[:-1]:
        inner = inner[name] if isinstance(inner, dict) else _named(inner)[name]
    if not isinstance(inner, dict):
        raise KeyError(path)
    named = _named(inner[names[-1]])
    inner[names[-1]] = [named[name] for name in new] if named and isinstance(new, list) else new
    return msgspec.convert(plain, Rule)


def same(left: object, right: object) -> bool:
    """Whether two values would be written alike; ``1`` and ``true`` would not."""
    return _text(left) == _text(right)


def _text(plain: object) -> bytes:
    return msgspec.json.encode(plain, order="sorted")


def _named(items: object) -> dict[str, object]:
    """The items of a list of things that have names, by name; empty for any other value."""
    if not isinstance(items, list | tuple):
        return {}
    return {
        str(item[key]): item for item in items if isinstance(item, Mapping) for key in _NAMES if key in item
    }
