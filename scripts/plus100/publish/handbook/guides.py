"""The guides (``docs/guide``): Markdown by the project itself, with the handbook's citations and links.

Unlike an answer a guide may use all of the site's Markdown; ``{{ rule(…) }}``, ``{{ list(…) }}`` and
links such as ``qa:q41`` mean what they mean in an answer and are findings where they mean nothing.
"""

from __future__ import annotations

import re

from plus100.core.findings import Finding, Location
from plus100.intake import leaks
from plus100.intake.text import Lines, decode
from plus100.ledger.policy import rules
from plus100.publish.handbook.absent import absent, notice
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.marks import CITE, LACKING
from plus100.publish.handbook.targets import KNOWN, NOWHERE, ROOT, World, link
from plus100.publish.handbook.values import cited, lacking, version
from plus100.publish.page import Page
from plus100.publish.policy_text import safe

_MARK = re.compile(
    r"""(?P<code>^[ ]*```[^`]*^[ ]*```[ ]*$|`[^`\n]+`)
    |(?P<cite>"""
    + CITE
    + r""")
    |^\{\{[ ]list\("(?P<of>[^"\n]*)",[ ]"(?P<items>[^"\n]*)"\)[ ]\}\}$
    |\]\((?P<scheme>qa|reading|rule|page):(?P<name>[^()\s]*)\)
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
    body, found = _render(path, text, world)
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


def _render(path: str, text: str, world: World) -> tuple[str, tuple[Finding, ...]]:
    lines, end = Lines(text), 0
    parts: list[str] = []
    found: list[Finding] = []
    for match in _MARK.finditer(text):
        put, fault = _put(match, world, "../" * path.count("/"))
        if fault:
            line, column = lines.place(match.start())
            found.append(finding(where=Location(path=path, line=line, column=column), **fault))
        parts += (text[end : match.start()], put)
        end = match.end()
    return "".join([*parts, text[end:]]), tuple(found)


def _put(match: re.Match[str], world: World, root: str) -> tuple[str, dict[str, str]]:
    """What stands for a mark, and the fault's code and words where it means nothing."""
    if match["cite"]:
        names = (match["edition"], match["rule"], match["path"])
        missing = lacking(world.editions, *names, world.on)
        if missing:
            return LACKING, {"code": "H603", "shown": "/".join(names), "missing": missing}
        return safe(cited(world.editions, *names, world.on)), {}
    if match["of"]:
        items = _items(world, match["of"], match["items"])
        shown = f"{match['of']}/{match['items']}"
        return items, {} if items else {"code": "H603", "shown": shown, "missing": "没有这张清单"}
    if match["scheme"]:
        target = link(world, match["scheme"], match["name"])
        shown = f"{match['scheme']}:{match['name']}"
        fault = {} if target else {"code": "H604", "shown": shown, "known": KNOWN[match["scheme"]]}
        return f"]({root}{(target or NOWHERE).removeprefix(ROOT)})", fault
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
