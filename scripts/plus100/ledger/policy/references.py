"""Names that a rule takes from other rules of its edition: themes and points classes.

They are looked up in the edition as resolved: themes on any day of the rule, classes on its first.
Where the rule that has them is itself at fault, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plus100.core.findings import Finding
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.rules import (
    ActivityCount,
    Campaign,
    PointsClasses,
    PointsItem,
    Rule,
    Themes,
)

OTHER = "other"
"""The theme that every vocabulary has."""


def unusable(draft: Draft, edition: Edition, left_out: frozenset[int]) -> Iterator[Finding]:
    """Points items that cannot be computed: a rate for a class that the edition does not have or none
    for one that it has (P414), an item that another rule already scores on some day (P418).
    """
    items = [held for versions in edition.rules.values() for held in versions if _item(held)]
    before = [held for held in items if held.origin != draft.record.id]
    for i, rule in draft.rules(left_out):
        if isinstance(rule.does, PointsItem):
            if not edition.lacks(rule.from_, "points_classes"):
                yield from _rates(draft, i, rule, rule.does, _classes(edition, rule.from_))
            mine = next(held for held in items if held.rule is rule)
            if twice := [held for held in before if _overlaps(mine, held)]:
                yield draft.finding(
                    "P418",
                    ("rules", i, "does", "item"),
                    message=f"积分项“{_item(mine)}”已由规则“{twice[0].rule.id}”计分，这里会重复计分。",
                    fix="把两条规则并成一条，或者换一个积分项。",
                )
            before.append(mine)


def _item(held: Held) -> str:
    """The points item that a rule scores, "" for another rule."""
    return held.rule.does.item if isinstance(held.rule.does, PointsItem) else ""


def _overlaps(left: Held, right: Held) -> bool:
    """Whether two rules of different names score one item on one day."""
    return left.rule.id != right.rule.id and _item(left) == _item(right) and _meet(left, right)


def _meet(left: Held, right: Held) -> bool:
    """Whether two rules hold on one day."""
    ends = ((left, right), (right, left))
    return all(one.until is None or other.rule.from_ <= one.until for one, other in ends)


def _rates(draft: Draft, i: int, rule: Rule, does: PointsItem, there: set[str]) -> Iterator[Finding]:
    for n, part in enumerate(does.parts):
        if wrong := sorted(set(part.rates) ^ there):
            yield draft.finding(
                "P414",
                ("rules", i, "does", "parts", n, "rates"),
                message=f"规则“{rule.id}”的分值和积分类别对不上：{'、'.join(wrong)}。",
                fix=f"每个积分类别写一个分值；当时的类别：{'、'.join(sorted(there)) or '没有'}。",
            )


def unknown_themes(draft: Draft, edition: Edition, left_out: frozenset[int]) -> Iterator[Finding]:
    """Themes named that the edition's vocabulary lacks on every day of the rule (P413)."""
    every = [held for versions in edition.rules.values() for held in versions]
    vocabularies = [(held, does) for held in every if isinstance(does := held.rule.does, Themes)]
    for i, rule in draft.rules(left_out):
        for pointer, theme in _named(rule):
            mine = next(held for held in every if held.rule is rule)
            known = {OTHER} | {
                one.id for held, does in vocabularies if _meet(mine, held) for one in does.themes
            }
            if theme not in known and not edition.lacks(mine.until or date.max, "themes"):
                yield draft.finding(
                    "P413",
                    ("rules", i, "does", *pointer),
                    message=f"规则“{rule.id}”提到的活动主题“{theme}”不在本版的主题表里。",
                    fix=f"核对主题，或者补进主题表（measure: themes）；现有：{'、'.join(sorted(known))}。",
                )


def _named(rule: Rule) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every theme that a rule names, with the place."""
    does = rule.does
    if isinstance(does, ActivityCount):
        yield from ((("themes", n), theme) for n, theme in enumerate(does.themes))
    elif isinstance(does, Campaign) and does.theme is not None:
        yield ("theme",), does.theme
    elif isinstance(does, PointsItem):
        for k, part in enumerate(does.parts):
            yield from ((("parts", k, "themes", n), theme) for n, theme in enumerate(part.themes))


def _classes(edition: Edition, day: date) -> set[str]:
    rules = (held.rule.does for held in edition.on(day))
    return {one.id for does in rules if isinstance(does, PointsClasses) for one in does.classes}
