"""What differs between two editions, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plus100.ledger.policy.diff import RuleChange
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Source
from plus100.publish.policy_text import names, safe, said, source_text
from plus100.publish.policy_words import day, sentences

KINDS = {"added": "新增", "removed": "不再有", "changed": "有改动"}


def diff_text(changes: Iterable[RuleChange], old: Edition, new: Edition, since: date) -> str:
    """What differs between two editions on a day: rule by rule, with old and new value and source."""
    lines = [f"# {safe(old.title)} → {safe(new.title)}", "", f"以{day(since)}有效的规则比较。"]
    for change in changes:
        held = change.new or change.old
        title = held.rule.title if held else change.id
        lines += ["", f"## {KINDS[change.kind]}：{safe(title)}", "", f"- 规则代号：{safe(change.id)}"]
        if change.kind == "added" and change.new:
            lines += [f"- {safe(one)}" for one in sentences(change.new.rule, names(new))]
        lines += [f"- {safe(one)}" for one in changed(change, old, new)]
        lines += [f"- 原出处：{source_text(one, old.documents)}" for one in _cited(change.old)]
        lines += [f"- 新出处：{source_text(one, new.documents)}" for one in _cited(change.new)]
    return "\n".join(lines) + "\n"


def _cited(held: Held | None) -> tuple[Source, ...]:
    return held.rule.sources if held else ()


def changed(change: RuleChange, old: Edition, new: Edition) -> Iterator[str]:
    """``周期：每季度 → 每两个月`` for each parameter of a rule that both have."""
    if change.old is None or change.new is None:
        return
    for one in change.parameters:
        if one.path.rpartition(".")[2] in (one.old, one.new):
            continue  # the name of a thing in a list; what it holds follows
        title, before = said(change.old, one.path, old)
        after = said(change.new, one.path, new)[1]
        yield f"{title}：{before(one.old)} → {after(one.new)}"
