"""The body of an answer: a small closed Markdown with marks of our own, put into the site's Markdown.

Code is left as it is. Everything else that is not plain text is either known here or a finding: raw
HTML, braces, pictures, other links and other headings have no place in an answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plus100.core.findings import Finding, Location
from plus100.intake.text import Lines
from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.faults import finding, within
from plus100.publish.handbook.targets import KNOWN, NOWHERE, World, link
from plus100.publish.handbook.values import cited, lacking
from plus100.publish.policy_text import safe

CITE = r"""\{\{[ ]rule\("(?P<edition>[^"\n]*)",[ ]"(?P<rule>[^"\n]*)",[ ]"(?P<path>[^"\n]*)"\)[ ]\}\}"""
"""A citation: ``{{ rule("edition", "rule.id", "parameter") }}``; for verbose patterns."""

LACKING = "〔缺〕"
"""Stands where a cited value should."""

_MARK = re.compile(
    r"""(?P<code>^[ ]*```[^`]*^[ ]*```[ ]*$|`[^`\n]+`)
    |(?P<cite>"""
    + CITE
    + r""")
    |\{\#(?P<fact>[^{}\s]+)\}
    |\]\((?P<scheme>qa|reading|rule|page):(?P<name>[^()\s]*)\)
    |(?P<here>^\#\#[ ]在这里怎么做$)
    |(?P<note>^!!![ ]not-built[ ]"还没有"$)
    |(?P<odd>\{[^\n]*?\}+|[<{}&\\`]|!\[|\]\(|\]:|\]\[|^[ ]*\#+|^[ ]*(?:!!!|\?\?\?)
        |^[ ]*(?:-[ ]*){3,}$|^[ ]*=+[ ]*$|^[ ]*~~~)""",
    re.MULTILINE | re.VERBOSE,
)

_FIXES = {
    "<": "不要写 HTML；小于号请改用文字说。",
    "{": '数字的引用写成 {{ rule("版本", "规则", "参数") }}，要点写成 {#q41.1}，别处不用花括号。',
    "}": '数字的引用写成 {{ rule("版本", "规则", "参数") }}，要点写成 {#q41.1}，别处不用花括号。',
    "]": "链接只能指向站内：qa:、reading:、rule:、page: 加编号或地址。",
}
_PLAIN = "问答里只用段落、列表、粗体、代码和标题“## 在这里怎么做”，请改成这些。"


def render(answer: Answer, world: World) -> tuple[str, tuple[Finding, ...]]:
    """The body as Markdown for the site, without its leading blank lines, and what is wrong with it."""
    lines, end = Lines(answer.body), 0
    parts: list[str] = []
    found: list[Finding] = []
    for match in _MARK.finditer(answer.body):
        text, fault = _put(match, world)
        if fault:
            line, column = lines.place(match.start())
            found.append(finding(where=Location(path=answer.path, line=line, column=column), **fault))
        parts += (answer.body[end : match.start()], text)
        end = match.end()
    markdown = "".join([*parts, answer.body[end:]]).strip() + "\n"
    return markdown, (*found, *_facts(answer, lines))


def _put(match: re.Match[str], world: World) -> tuple[str, dict[str, str]]:
    """What stands for a mark, and the fault's code and words where it means nothing."""
    if match["cite"]:
        names = (match["edition"], match["rule"], match["path"])
        missing = lacking(world.editions, *names, world.on)
        if missing:
            return LACKING, {"code": "H603", "shown": "/".join(names), "missing": missing}
        return safe(cited(world.editions, *names, world.on)), {}
    if match["fact"]:
        return f'<span id="{_anchor(match["fact"])}"></span>', {}
    if match["scheme"]:
        scheme, name = match["scheme"], match["name"]
        target = link(world, scheme, name)
        shown = {"code": "H604", "shown": f"{scheme}:{name}", "known": KNOWN[scheme]}
        return f"]({target or NOWHERE})", {} if target else shown
    if match["odd"]:
        sign = match["odd"].strip()
        return "", {"code": "H606", "shown": sign, "fix": _FIXES.get(sign[:1], _PLAIN)}
    return match[0], {}


def _anchor(fact: str) -> str:
    """``q41.1`` → ``q41-1``; whatever is no fact's id gives nothing that could be markup."""
    return re.sub(r"[^a-z0-9]", "-", fact)


def _facts(answer: Answer, lines: Lines) -> Iterator[Finding]:
    """Facts that are told twice, never, or without being announced."""
    told = [(match["fact"], match.start()) for match in _MARK.finditer(answer.body) if match["fact"]]
    counts: Counter[str] = Counter()
    for fact, start in told:
        counts[fact] += 1
        wrong = "没有写在抬头的 facts 里" if fact not in answer.front.facts else "标了不止一次"
        if fact not in answer.front.facts or counts[fact] > 1:
            line, column = lines.place(start)
            where = Location(path=answer.path, line=line, column=column)
            yield finding("H605", where, fact=fact, wrong=wrong)
    for place, fact in enumerate(answer.front.facts):
        if not counts[fact]:
            yield finding("H605", within(answer.path, "facts", place), fact=fact, wrong="在正文里没有标出")
