"""Text from editions and readings as Markdown that cannot be markup, and names for what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from plus100.ledger.policy import rules
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Document, Source
from plus100.publish.labels import recorded
from plus100.publish.policies.parameters import UNSAID, parameter, value_words
from plus100.publish.policies.words import day

UNSET = "不设"
ANY = "不限"
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
_NUMBER = re.compile("X[0-9]+")
_FOLDED = re.compile(r"(?<=[，。；：！？、）》”]) ")
"""A space after Chinese punctuation: what YAML makes of a line break in a long text."""


def safe(words: str) -> str:
    """Plain text as Markdown that shows just this text, on one line: every sign that could be markup is
    written as a character reference.
    """
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", one_line(words))


def one_line(words: str) -> str:
    """The text with space folded, and none left where Chinese has none."""
    return _FOLDED.sub("", " ".join(words.split()))


def folded(words: str, items: Iterable[str]) -> Iterator[str]:
    """A list that opens when its words are pressed; printed, it is open."""
    yield f'??? p-details "{words}"'
    yield ""
    yield from (f"    - {one}" for one in items)


def anchor(name: str) -> str:
    """The anchor of a rule or a reading: ``points.youth_voice`` → ``points-youth_voice``."""
    return name.replace(".", "-").lower()


def number(reading: str) -> str:
    """What texts call a reading by, ``X25``; "" for an id in words, which is for files only."""
    return reading if _NUMBER.fullmatch(reading) else ""


def names(edition: Edition) -> dict[str, str]:
    """The titles of an edition's activity themes and points classes, in their newest words."""
    found: dict[str, str] = {}
    for does in _does(edition):
        match does:
            case rules.Themes(themes=items) | rules.PointsClasses(classes=items):
                found |= {item.id: item.title for item in items}
    return found


def _does(edition: Edition) -> Iterator[rules.Measure | None]:
    return (held.rule.does for versions in edition.rules.values() for held in versions)


def document_text(document: Document) -> str:
    """``《标题》（文号，发文单位，日期）``."""
    parts = (document.number, document.issuer, day(document.issued) if document.issued else "没有日期")
    return f"《{safe(document.title)}》（{'，'.join(safe(part) for part in parts if part)}）"


def source_text(source: Source, documents: Mapping[str, Document]) -> str:
    """``文号 条款``, or the title where there is no number."""
    document = documents.get(source.document)
    return safe(cited(source, document))


def cited(source: Source, document: Document | None) -> str:
    """The same as plain text; the document's id where nothing is known of it."""
    title = document.number or f"《{document.title}》" if document else source.document
    return one_line(f"{title} {source.clause}")


def said(held: Held, path: str, edition: Edition) -> tuple[str, Callable[[object], str]]:
    """A parameter's title, and how its values are said."""
    title, field = parameter(held.rule, path)
    titles = names(edition)
    if isinstance(held.rule.does, rules.TaskList):
        titles = {task.id: task.title for task in held.rule.does.tasks}
    elif isinstance(held.rule.does, rules.Exemptions):
        titles = dict(recorded("exemption_reason"))

    def say(value: object) -> str:
        if isinstance(value, list | tuple) and not value:
            return ANY
        if isinstance(value, str) and field.get("format") == "date":
            return day(date.fromisoformat(value))
        return UNSET if value in UNSAID else value_words(value, field, titles)

    return title, say
