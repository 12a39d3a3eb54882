"""The body of an answer: a small closed Markdown with marks of our own, put into the site's Markdown.

Code is left as it is. Everything else that is not plain text is either known here or a finding: raw
HTML, braces, pictures, other links and other headings have no place in an answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plus100.core.findings import Finding, Location
from plus100.intake.front_matter import within
from plus100.intake.reading.text import Lines
from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.filling import CITE, CODE, LINK, Put, fill, put_citation, put_link
from plus100.publish.handbook.targets import ROOT, World

_MARK = re.compile(
    rf"{CODE}|(?P<cite>{CITE})|{LINK}"
    r"""|\{\#(?P<fact>[^{}\s]+)\}
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
    markdown, found = fill(answer.body, answer.path, _MARK, lambda match: _put(match, world))
    return markdown.strip() + "\n", (*found, *_facts(answer))


def _put(match: re.Match[str], world: World) -> Put:
    """What stands for a mark, and what is wrong where it means nothing."""
    if match["cite"]:
        return put_citation(match, world)
    if match["fact"]:
        return f'<span id="{_anchor(match["fact"])}"></span>', {}
    if match["scheme"]:
        return put_link(match, world, ROOT)
    if match["odd"]:
        sign = match["odd"].strip()
        return "", {"code": "H606", "shown": sign, "fix": _FIXES.get(sign[:1], _PLAIN)}
    return match[0], {}


def _anchor(fact: str) -> str:
    """``q41.1`` → ``q41-1``; whatever is no fact's id gives nothing that could be markup."""
    return re.sub(r"[^a-z0-9]", "-", fact)


def _facts(answer: Answer) -> Iterator[Finding]:
    """Facts that are told twice, never, or without being announced."""
    told = [(match["fact"], match.start()) for match in _MARK.finditer(answer.body) if match["fact"]]
    lines = Lines(answer.body)
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
