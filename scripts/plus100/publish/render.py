"""The templates: HTML with everything escaped unless it is markup of our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from plus100.publish import labels
from plus100.publish.shares import bar, exact_percent, mean

_UNITS = re.compile(r"(?<=[0-9]) (?=[人条名个次项种分天年月日钻星])")
"""The space between a number and its unit, where no line may be broken."""


@cache
def environment() -> Environment:
    """One environment a process. Autoescape is on for every template, whatever its name."""
    made = Environment(
        loader=PackageLoader("plus100.publish"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(word=labels.word, words=labels.words, bar=bar, percent=exact_percent, mean=mean)
    return made


def template(name: str) -> Callable[..., str]:
    """The render function of one template."""
    found = environment().get_template(f"{name}.html.j2")

    def render(**values: Any) -> str:  # noqa: ANN401 (a template takes whatever it names)
        return _UNITS.sub("\u00a0", found.render(**values))

    return render
