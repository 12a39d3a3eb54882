"""Lower levels may not demand more than a ceiling (鲁青办〔2017〕18号 六, 层层加码).

A rule marked ``ceiling`` binds the children of the edition it stands in, and theirs; not that
edition against its own parent, which the Shandong notice itself surpasses (X26). Demands are
compared as exact yearly rates: 5 in two months are 30 a year, 5 a quarter are 20. A rule under
another name that demands more of the same people breaches a ceiling just the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from plus100.core.findings import Finding
from plus100.core.periods import Window
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.edition import Held
from plus100.ledger.policy.rules import ActivityCount, Applies, PartnerQuota, Rule

MONTHS = 12


def demand(rule: Rule) -> Fraction | None:
    """How much a rule demands: partners, or activities a year; ``None`` where it sets no number."""
    does = rule.does
    if isinstance(does, PartnerQuota):
        return None if does.at_least is None else Fraction(does.at_least)
    if isinstance(does, ActivityCount) and does.window in set(Window):
        return does.at_least * Fraction(MONTHS, Window(does.window).months)
    return None


def raised(draft: Draft) -> Iterator[Finding]:
    """Own rules that demand more than a ceiling of an ancestor (P416)."""
    limits = tuple(_limits(draft))
    for i, rule in draft.rules():
        asked = demand(rule)
        broken = [held for held in limits if asked is not None and _breaks(rule, asked, held)]
        if broken:
            yield _finding(draft, i, rule, broken[0])


def _limits(draft: Draft) -> Iterator[Held]:
    """Every ceiling of every ancestor, the root's first; one that is inherited comes again."""
    for edition in draft.ancestors:
        for versions in edition.rules.values():
            yield from (held for held in versions if held.rule.ceiling)


def _breaks(rule: Rule, asked: Fraction, held: Held) -> bool:
    limit = demand(held.rule)
    return (
        limit is not None
        and asked > limit
        and type(rule.does) is type(held.rule.does)
        and (held.until is None or rule.from_ <= held.until)
        and _meet(rule.applies, held.rule.applies)
    )


def _meet(left: Applies, right: Applies) -> bool:
    """Whether somebody may fall under both."""
    pairs = ((left.categories, right.categories), (left.levels, right.levels))
    return all(not a or not b or set(a) & set(b) for a, b in pairs)


def _finding(draft: Draft, i: int, rule: Rule, held: Held) -> Finding:
    asked, limit = _say(rule), _say(held.rule)
    return draft.finding(
        "P416",
        ("rules", i, "does", "at_least"),
        message=f"规则“{rule.id}”要求{asked}，超过上级版本“{held.origin}”的上限：{limit}（规则“{held.rule.id}”）。",
        fix="把人数或频次降到上限以内。上级规定对联系人数和活动频次不得层层加码。",
    )


def _say(rule: Rule) -> str:
    """``100名青年``, ``每年30次活动``; a rate that is no whole number as a fraction."""
    number = demand(rule)
    return f"{number}名青年" if isinstance(rule.does, PartnerQuota) else f"每年{number}次活动"
