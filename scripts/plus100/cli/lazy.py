"""Commands by name, each imported when it is asked for: a hook that runs one of them at every push need
not wait for what all the others import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

import click


class Lazy(MutableMapping[str, click.Command]):
    """``places`` maps a command's name to the module that holds it under the same name."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Nothing is imported yet."""
        self._places = dict(places)
        self._found: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """The command; imported the first time."""
        if name not in self._found:
            module = import_module(self._places[name])
            self._found[name] = cast("click.Command", getattr(module, name))
        return self._found[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """A command that is there already."""
        self._places.setdefault(name, "")
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        """Forget a command."""
        del self._places[name]
        self._found.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """All names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)
