"""What differs between two editions, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from plus100.ledger.policy.diff import ParameterChange, RuleChange
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import Source
from plus100.publish.policies.text import ANY, UNSET, anchor, names, safe, said, source_text
from plus100.publish.policies.words import day, sentences

KINDS = {"changed": "改动", "added": "新增", "removed": "不再有"}


def diff_text(changes: Collection[RuleChange], old: Edition, new: Edition, since: date) -> str:
    """What differs between two editions on a day: by kind, rule by rule, with what was and what is."""
    number = Counter(change.kind for change in changes)
    tally = "，".join(f"{word}{number[kind]}条" for kind, word in KINDS.items() if number[kind])
    lines = [
        f"# {safe(new.title)}：和上级不同的地方",
        "",
        f"和{safe(old.title)}相比，按{day(since)}有效的规则：{tally}。没有列出的，照上级执行。",
    ]
    for kind, word in KINDS.items():
        found = [change for change in changes if change.kind == kind]
        lines += ["", f"## {word}（{len(found)}条）"] if found else []
        for change in found:
            lines += ["", *_rule(change, old, new)]
    return "\n".join(lines) + "\n"


def _rule(change: RuleChange, old: Edition, new: Edition) -> Iterator[str]:
    """One rule: what it says now, what it said, where both stand."""
    held = change.new or change.old
    yield f"### {_linked(held, new if change.new else old, new) if held else safe(change.id)}"
    yield ""
    if held and change.kind != "changed":
        yield from (f"- {safe(one)}" for one in sentences(held.rule, names(new if change.new else old)))
    yield from (f"- {safe(one)}" for one in changed(change, old, new))
    now = [source_text(one, new.documents) for one in _cited(change.new)]
    before = [source_text(one, old.documents) for one in _cited(change.old)]
    yield from _sources("出处", now)
    yield from _sources("原来的出处", [one for one in before if one not in now])
    yield f"- 规则代号：{safe(change.id)}"


def _linked(held: Held, edition: Edition, home: Edition) -> str:
    """The rule's title, leading to its text on the page of its edition."""
    page = "../index.md" if edition is home else f"../../{edition.id}/index.md"
    place = edition.rules[held.rule.id].index(held)
    mark = anchor(held.rule.id) + (f"-{place + 1}" if place else "")
    return f"[{safe(held.rule.title)}]({page}#{mark})"


def _sources(label: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"- {label}：{'；'.join(texts)}"


def _cited(held: Held | None) -> tuple[Source, ...]:
    return held.rule.sources if held else ()


def changed(change: RuleChange, old: Edition, new: Edition) -> Iterator[str]:
    """``周期：由每季度改为每两个月`` for each parameter of a rule that both have."""
    if change.old is None or change.new is None:
        return
    for one in change.parameters:
        leaf = one.path.rpartition(".")[2]
        if leaf in (one.old, one.new):
            continue  # the name of a thing in a list; what it holds follows
        if leaf == "ceiling":
            yield "下级不得再提高" if one.new else "下级可以提高"
        else:
            yield _parameter(one, (change.old, old), (change.new, new))


def _parameter(one: ParameterChange, old: tuple[Held, Edition], new: tuple[Held, Edition]) -> str:
    title, before = said(old[0], one.path, old[1])
    after = said(new[0], one.path, new[1])[1]
    if isinstance(one.old, list | tuple) and isinstance(one.new, list | tuple) and one.old and one.new:
        gone = before([value for value in one.old if value not in one.new])
        more = after([value for value in one.new if value not in one.old])
        parts = [f"增加{more}" if more != ANY else "", f"去掉{gone}" if gone != ANY else ""]
        return f"{title}：{'；'.join(part for part in parts if part) or '次序不同'}"
    was, is_ = before(one.old), after(one.new)
    named = one.path.count(".") > 1 and one.path.endswith(".title")
    if was in {UNSET, ""}:
        return f"增加“{is_}”" if named else f"{title}：原来没有，现在是{is_}"
    if is_ in {UNSET, ""}:
        return f"去掉“{was}”" if named else f"{title}：原来是{was}，现在没有"
    return f"“{was}”改称“{is_}”" if named else f"{title}：由{was}改为{is_}"
