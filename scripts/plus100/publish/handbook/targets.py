"""Where links lead: other answers, readings, rules, pages of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plus100.ledger.policy.rules import Document, Reading
from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.values import Editions, version
from plus100.publish.policies.text import anchor

ROOT = "../../"
"""From an answer's file to the folder of all pages."""

NOWHERE = f"{ROOT}policies/index.md"
"""Where a link leads whose target is missing: to what there is."""

SECTIONS = frozenset(
    f"{name}index.md"
    for name in (
        "",
        "boards/",
        "units/",
        "policies/",
        "policies/readings/",
        "reference/",
        "data/",
        "findings/",
        "qa/",
        "qa/all/",
        "calendar/",
        "columns/",
    )
)
"""Generated pages that answers may name."""

KNOWN = {
    "qa": "问答的编号见问答目录",
    "reading": "解读的编号见解读页",
    "rule": "规则写成“版本/规则”，名字见规则页",
    "page": "页面写它在网站里的地址，例如 boards/",
    "file": "链接写从这一页到那个文件的路径，例如 ../index.md，也可以写 page: 加网站里的地址",
    "heading": "先在那一页给标题起一个名字，写在标题后面，例如 { #later }",
}


@dataclass(frozen=True, slots=True)
class World:
    """All that answers and guides may point to. ``on``: the day whose rules they cite. ``guides``: the
    guides' texts by path; ``pictures``: those that stand beside them.
    """

    answers: Mapping[str, Answer]
    editions: Editions
    readings: Mapping[str, Reading]
    documents: Mapping[str, Document]
    pages: frozenset[str]
    on: date
    guides: Mapping[str, bytes] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """Every file, below the folder of all pages, to which a path may lead."""
        return self.pages | self.pictures | {one.home for one in self.answers.values()}


def link(world: World, scheme: str, name: str) -> str | None:
    """The way from an answer's file to what a link names; ``None`` where there is no such thing."""
    match scheme:
        case "qa" if name in world.answers:
            return f"{ROOT}{world.answers[name].home}"
        case "reading" if name in world.readings:
            return f"{ROOT}policies/readings/index.md#{anchor(name)}"
        case "rule":
            return _rule(world, *name.partition("/")[::2])
        case "page" if not name.startswith("/"):
            files = (f"{name}index.md", f"{name.removesuffix('/')}.md")
            return next((f"{ROOT}{one}" for one in files if one in world.pages), None)
    return None


def _rule(world: World, edition: str, rule: str) -> str | None:
    found = version(world.editions, edition, rule, world.on)
    if found is None:
        return None
    later = f"-{found[0] + 1}" if found[0] else ""
    return f"{ROOT}policies/{edition}/index.md#{anchor(rule)}{later}"
