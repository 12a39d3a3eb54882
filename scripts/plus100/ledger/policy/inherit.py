"""What an edition holds: its own rules over those of its parent, each version with its last day.

A child says of a rule ``add``, ``replace`` or ``unset``; everything else is inherited. From the day
of its first own version on the parent's versions of that rule no longer count, whatever the parent
says later. Nothing is merged: a replaced rule is replaced whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from plus100.core.findings import Finding
from plus100.core.periods import DAY
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.edition import Edition, Held, LeftOut
from plus100.ledger.policy.rules import Rule


def resolved(draft: Draft, left_out: frozenset[int] = frozenset()) -> Edition:
    """The edition with all that it inherits, without the own rules at the positions left out."""
    record, parent = draft.record, draft.parent
    rules = dict(parent.rules) if parent else {}
    for name, versions in _versions(draft, left_out).items():
        held = (*_before(rules.get(name, ()), versions[0]), *_own(record.id, versions))
        rules[name] = held
    return Edition(
        id=record.id,
        title=record.title,
        description=record.description,
        lineage=(*(parent.lineage if parent else ()), record.id),
        documents=draft.documents,
        rules={name: held for name, held in rules.items() if held},
        left_out=tuple(_left_out(draft, left_out)),
    )


def _left_out(draft: Draft, positions: frozenset[int]) -> Iterator[LeftOut]:
    """The own rules at fault, and those of the parent that no rule of this file takes the place of."""
    yield from draft.dropped
    own = {rule.id for _, rule in draft.rules()}.union(one.id for one in draft.dropped)
    for position in sorted(positions):
        rule = draft.record.rules[position]
        yield LeftOut(id=rule.id, measure=_measure(draft, rule), from_=rule.from_)
    if draft.parent is not None:
        yield from (one for one in draft.parent.left_out if not one.id or one.id not in own)


def _measure(draft: Draft, rule: Rule) -> str:
    """What a rule does; one that only ends another, what that one does."""
    inherited = draft.parent.rules.get(rule.id, ()) if draft.parent else ()
    named = (one.does for one in (rule, *(held.rule for held in inherited)) if one.does is not None)
    return next((str(does.__struct_config__.tag) for does in named), "")


def _versions(draft: Draft, left_out: frozenset[int]) -> dict[str, list[Rule]]:
    """The edition's own versions of each rule, oldest first, in the order of the file."""
    found: dict[str, list[Rule]] = {}
    for _, rule in draft.rules(left_out):
        found.setdefault(rule.id, []).append(rule)
    return {name: sorted(rules, key=lambda rule: rule.from_) for name, rules in found.items()}


def _before(inherited: tuple[Held, ...], first: Rule) -> Iterator[Held]:
    """The parent's versions as far as they begin before the first own one."""
    for held in inherited:
        if held.rule.from_ < first.from_:
            last = first.from_ - DAY
            until = last if held.until is None else min(held.until, last)
            yield Held(rule=held.rule, origin=held.origin, until=until)


def _own(origin: str, versions: list[Rule]) -> Iterator[Held]:
    """The own versions, each until the day before the next; an ``unset`` only ends."""
    for rule, following in pairwise([*versions, None]):
        if rule is not None and rule.does is not None:
            until = following.from_ - DAY if following else None
            yield Held(rule=rule, origin=origin, until=until)


def changes(draft: Draft) -> Iterator[Finding]:
    """Whether ``add``, ``replace`` and ``unset`` say what is true of the parent (P404, P405)."""
    inherited = draft.parent.rules if draft.parent else {}
    lost = {one.id for one in (*draft.dropped, *(draft.parent.left_out if draft.parent else ()))}
    seen: set[str] = set()
    for i, rule in sorted(draft.rules(), key=lambda item: item[1].from_):
        if rule.change == "add" and rule.id in inherited:
            yield draft.finding(
                "P404",
                ("rules", i, "id"),
                message=f"规则“{rule.id}”在上级版本里已经有了，不能再“新增”。",
                fix="要改动它，把 change 写成 replace；要另立一条，换一个规则名。",
            )
        elif rule.change != "add" and rule.id not in {*inherited, *seen, *lost}:
            verb = "替换" if rule.change == "replace" else "取消"
            yield draft.finding(
                "P405",
                ("rules", i, "id"),
                message=f"要{verb}的规则“{rule.id}”在上级版本里没有。",
                fix="核对规则名；确实是本版新立的规则，把 change 写成 add。",
            )
        seen.add(rule.id)


def versions(draft: Draft) -> Iterator[Finding]:
    """One version a day of each rule (P406). That every version but an ``unset`` does something is the
    schema's business.
    """
    seen: set[tuple[str, date]] = set()
    for i, rule in draft.rules():
        if (rule.id, rule.from_) in seen:
            yield draft.finding(
                "P406",
                ("rules", i, "from"),
                message=f"规则“{rule.id}”有两个版本都从{rule.from_}起，不知道该用哪一个。",
                fix="删去一个，或者把后一个的 from 改成它真正起用的日子。",
            )
        seen.add((rule.id, rule.from_))
