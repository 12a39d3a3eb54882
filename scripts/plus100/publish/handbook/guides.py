"""The guides (``docs/guide``): Markdown by the project itself, with the handbook's citations and links.

Unlike an answer a guide may use all of the site's Markdown; ``{{ rule(…) }}``, ``{{ list(…) }}`` and
links such as ``qa:q41`` mean what they mean in an answer and are findings where they mean nothing.
"""

from __future__ import annotations

import re

from plus100.core.findings import Finding
from plus100.intake import leaks
from plus100.intake.reading.text import decode
from plus100.ledger.policy import rules
from plus100.publish.handbook.absent import absent, notice
from plus100.publish.handbook.anchors import astray
from plus100.publish.handbook.filling import CITE, CODE, LINK, Put, fill, put_citation, put_link
from plus100.publish.handbook.targets import NOWHERE, ROOT, World
from plus100.publish.handbook.values import version
from plus100.publish.page import Page
from plus100.publish.policies.text import safe

_MARK = re.compile(
    rf"{CODE}|(?P<cite>{CITE})|{LINK}"
    r"""|^\{\{[ ]list\("(?P<of>[^"\n]*)",[ ]"(?P<items>[^"\n]*)"\)[ ]\}\}$
    |\]\([ ]*<?(?P<to>[^()\s<>]+)
    |^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?(?P<at>[^\s<>]+)
    |(?P<odd>\{\{[^\n]*?\}\}+)""",
    re.MULTILINE | re.VERBOSE,
)
INDEX, HOME = "guide/index.md", "怎么提交"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_FIX = '数字的引用写成 {{ rule("版本", "规则", "参数") }}，清单写成 {{ list("版本", "规则") }}。'


def guide_page(path: str, data: bytes, world: World, beside: str = "") -> tuple[Page, tuple[Finding, ...]]:
    """A guide's page and what is wrong with its text. ``beside``: its examples, put at the end."""
    text, refused = decode(data, path)
    if text is None:
        return Page(path=path, title="", markdown="\n"), refused
    body, found = fill(text, path, _MARK, lambda match: _put(match, world, path))
    if missing := notice(absent(text, world.editions)):
        heading, _, rest = body.partition("\n")
        body = f"{heading}\n\n{missing}{rest}"
    title = _TITLE.search(text)
    page = Page(
        path=path,
        title=title[1] if title else "",
        markdown=f"{_with_way_back(path, body)}\n\n{beside}".rstrip() + "\n",
        search=True,
        nav=title[1] if title and path == INDEX else "",
    )
    return page, (*leaks.scan(path, data), *found)


def _with_way_back(path: str, body: str) -> str:
    """Every page but the first leads back to it, below its title. Guides stay out of the navigation, which
    every page of the site repeats; the first one lists them all.
    """
    if path == INDEX:
        return body.rstrip()
    title, _, rest = body.partition("\n")
    return f"{title}\n\n[{HOME}]({'../' * path.count('/')}{INDEX})\n{rest}".rstrip()


def _put(match: re.Match[str], world: World, path: str) -> Put:
    """What stands for a mark, and what is wrong where it means nothing."""
    if match["cite"]:
        return put_citation(match, world)
    if match["of"]:
        items = _items(world, match["of"], match["items"])
        shown = f"{match['of']}/{match['items']}"
        return items, {} if items else {"code": "H603", "shown": shown, "missing": "没有这张清单"}
    if match["scheme"]:
        return put_link(match, world, "../" * path.count("/"))
    if to := match["to"] or match["at"]:
        fault = astray(path, to, world)
        instead = f"{'../' * path.count('/')}{NOWHERE.removeprefix(ROOT)}"
        return (match[0].replace(to, instead) if fault else match[0]), fault
    if match["odd"]:
        return "", {"code": "H606", "shown": match["odd"], "fix": _FIX}
    return match[0], {}


def _items(world: World, edition: str, rule: str) -> str:
    """The titles of a rule's list, to be ticked off on paper; "" where there is no such list."""
    found = version(world.editions, edition, rule, world.on)
    match found[1].rule.does if found else None:
        case rules.TaskList(tasks=items) | rules.Themes(themes=items):
            return "\n".join(f"- ☐ {safe(item.title)}（`{item.id}`）" for item in items)
    return ""
