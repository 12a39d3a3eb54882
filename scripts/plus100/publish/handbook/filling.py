"""What answers and guides have in common: marks in a text, and what is put in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from plus100.core.findings import Finding, Location
from plus100.intake.reading.text import Lines
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.targets import KNOWN, NOWHERE, ROOT, World, link
from plus100.publish.handbook.values import cited, lacking
from plus100.publish.policies.text import safe

CODE = r"(?P<code>^[ ]*```[^`]*^[ ]*```[ ]*$|`[^`\n]+`)"
"""Code, which is left as it is. These three are parts of verbose, multi-line patterns."""

CITE = r"""\{\{[ ]rule\("(?P<edition>[^"\n]*)",[ ]"(?P<rule>[^"\n]*)",[ ]"(?P<path>[^"\n]*)"\)[ ]\}\}"""
"""A citation: ``{{ rule("edition", "rule.id", "parameter") }}``."""

LINK = r"\]\((?P<scheme>qa|reading|rule|page):(?P<name>[^()\s]*)\)"
"""The end of a link to something of this site: ``](qa:q41)``."""

LACKING = "〔缺〕"
"""Stands where a cited value should."""

Put = tuple[str, Mapping[str, str]]
"""The text in a mark's place; the code and the words of what is wrong with it, empty where nothing is."""


def fill(
    text: str, path: str, mark: re.Pattern[str], put: Callable[[re.Match[str]], Put]
) -> tuple[str, tuple[Finding, ...]]:
    """A text with every mark replaced, and what is wrong with them, each at its line."""
    lines, end = Lines(text), 0
    parts: list[str] = []
    found: list[Finding] = []
    for match in mark.finditer(text):
        filled, fault = put(match)
        if fault:
            line, column = lines.place(match.start())
            found.append(finding(where=Location(path=path, line=line, column=column), **fault))
        parts += (text[end : match.start()], filled)
        end = match.end()
    return "".join([*parts, text[end:]]), tuple(found)


def put_citation(match: re.Match[str], world: World) -> Put:
    """The value that a match of ``CITE`` names, in words."""
    names = (match["edition"], match["rule"], match["path"])
    missing = lacking(world.editions, *names, world.on)
    if missing:
        return LACKING, {"code": "H603", "shown": "/".join(names), "missing": missing}
    return safe(cited(world.editions, *names, world.on)), {}


def put_link(match: re.Match[str], world: World, root: str) -> Put:
    """The target of a match of ``LINK``. ``root``: the way from the page to the site's first folder."""
    scheme, name = match["scheme"], match["name"]
    target = link(world, scheme, name)
    fault = {} if target else {"code": "H604", "shown": f"{scheme}:{name}", "known": KNOWN[scheme]}
    return f"]({root}{(target or NOWHERE).removeprefix(ROOT)})", fault
