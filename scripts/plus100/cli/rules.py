"""A rule, or a change of one, as a block of text: title, parameters, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text

from plus100.cli.cells import clean, width, wrap
from plus100.cli.terminal import columns
from plus100.ledger.policy.diff import RuleChange
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Reading, Rule, Source
from plus100.publish.labels import word
from plus100.publish.policies.diff import changed
from plus100.publish.policies.text import cited as cited_in
from plus100.publish.policies.text import names
from plus100.publish.policies.words import sentences, whom

CHANGES = {"added": ("新增", "green"), "removed": ("不再有", "red"), "changed": ("改动", "yellow")}


def rule_block(held: Held, edition: Edition, known: Mapping[str, Reading]) -> Text:
    """Title, id, force, since when; parameters; sources; readings by their titles."""
    rule = held.rule
    text = title(rule)
    notes = [word("force", rule.force), f"自 {rule.from_} 起"]
    notes += [f"到 {held.until}"] if held.until else []
    notes += ["下级不得再提高"] if rule.ceiling else []
    notes += [f"沿用自 {held.origin}"] if held.origin != edition.id else []
    text.append_text(indented("；".join(notes)))
    text.append_text(indented(saying(held, edition)))
    text.append_text(indented("依据：" + "；".join(cited(source, edition) for source in rule.sources)))
    if rule.readings:
        text.append_text(indented("解读：" + readings(rule.readings, known)))
    return text.append("\n")


def change_block(change: RuleChange, old: Edition, new: Edition) -> Text:
    """What became of one rule."""
    held = change.new or change.old
    if held is None:
        return Text()
    edition = new if change.new else old
    label, ink = CHANGES[change.kind]
    text = Text(f"{label} ", ink).append_text(headline(held.rule.title, held.rule.id, width(label) + 1))
    for line in changed(change, old, new):
        text.append_text(indented(line))
    if change.kind != "changed":
        text.append_text(indented(saying(held, edition)))
    text.append_text(indented("依据：" + "；".join(cited(one, edition) for one in held.rule.sources)))
    return text.append("\n")


def title(rule: Rule) -> Text:
    """``联系人数上限  partners.full_time``."""
    return headline(rule.title, rule.id)


def headline(words: str, aside: str, room: int = 0, ink: str = "bold") -> Text:
    """Words with something dim beside them, or below them where the line would be too long; ``room`` is
    what stands before them on their line.
    """
    wide = columns() - room
    lines = wrap(clean(words), wide)
    text = Text("\n".join(lines), ink)
    fits = len(lines) == 1 and width(lines[0]) + 2 + width(aside) <= wide
    return text.append("  " + aside, "dim") if fits else text.append_text(indented(aside))


def readings(ids: Iterable[str], known: Mapping[str, Reading]) -> str:
    """What the readings are about: their titles."""
    return "；".join(known[one].title if one in known else one for one in ids)


def indented(words: str) -> Text:
    """A wrapped paragraph under the title; nothing for no words."""
    return Text("".join(f"\n    {line}" for line in wrap(clean(words), columns() - 4)) if words else "")


def cited(source: Source, edition: Edition) -> str:
    """``鲁青办〔2017〕18号 三、考核积分``."""
    return cited_in(source, edition.documents.get(source.document))


def saying(held: Held, edition: Edition) -> str:
    """What the rule demands or says, then whom it concerns, if not everybody."""
    rule = held.rule
    words = "".join(sentences(rule, names(edition)))
    everybody = not rule.applies.categories and not rule.applies.levels
    return words if everybody else f"{words}对象：{whom(rule.applies)}。"
