"""Editions that texts speak of and the records do not have.

A league keeps the editions that its units follow; the handbook speaks of more. That is no slip in a
text: the page says what is missing, and the site is built.
"""

from __future__ import annotations

import re

from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.values import Editions
from plus100.publish.policies.text import safe

_NAMED = re.compile(r'\b(?:rule|list)\("(?P<cited>[^"\n]+)"|\brule:(?P<linked>[^/\s()]+)/')


def absent(text: str, editions: Editions, rules: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The editions that a text cites or links to, or that its ``rules`` belong to, and that there are
    not, in order of their names.
    """
    named = {match["cited"] or match["linked"] for match in _NAMED.finditer(text)}
    named |= {rule.partition("/")[0] for rule in rules}
    return tuple(sorted(named - editions.keys()))


def absent_of(answer: Answer, editions: Editions) -> tuple[str, ...]:
    """The same of an answer, its front matter included."""
    return absent(answer.body, editions, answer.front.rules)


def notice(names: tuple[str, ...]) -> str:
    """What a page says of them, as Markdown with a blank line behind; "" where none is missing."""
    if not names:
        return ""
    said = "、".join(f"“{safe(one)}”" for one in names)
    words = f"这一页引用的规则版本{said}不在本站的记录里，所以有的数和链接空着。"
    return f'!!! not-built "缺少规则版本"\n\n    {words}\n\n'
