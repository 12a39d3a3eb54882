"""Whether every value can be looked up: the document, what its clause speaks of, the readings.

That a rule has sources, and each a clause, is the schema's business.
A bad citation leaves the rule in force, since its value is not in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.policy.draft import Draft
from plus100.ledger.policy.parameters import has, leaves, tree
from plus100.ledger.policy.rules import Rule


def check(draft: Draft, known: frozenset[str] | None) -> Iterator[Finding]:
    """Documents (P408, P412), what their clauses support (P410) and readings cited (P411, only
    where ``known`` gives the ids of the readings).
    """
    yield from _documents(draft)
    for i, rule in draft.rules():
        yield from _sources(draft, i, rule)
        for n, reading in enumerate(rule.readings):
            if known is not None and reading not in known:
                yield draft.finding(
                    "P411",
                    ("rules", i, "readings", n),
                    message=f"规则“{rule.id}”引用的解读“{reading}”在 readings.yml 里没有。",
                    fix="核对编号，或者先在 readings.yml 里写下这条解读。",
                )


def _documents(draft: Draft) -> Iterator[Finding]:
    above = set(draft.parent.documents) if draft.parent else set()
    for i, document in enumerate(draft.record.documents):
        if document.id in above:
            yield draft.finding(
                "P412",
                ("documents", i, "id"),
                message=f"文件代号“{document.id}”已经有了，引用它的人不知道指哪一份。",
                fix="同一份文件只登记一次（上级版本登记过的可以直接引用）；另一份文件换一个代号。",
            )
        above.add(document.id)


def _sources(draft: Draft, i: int, rule: Rule) -> Iterator[Finding]:
    for n, source in enumerate(rule.sources):
        pointer = ("rules", i, "sources", n)
        if source.document not in draft.documents:
            there = "、".join(draft.documents) or "还没有登记"
            yield draft.finding(
                "P408",
                (*pointer, "document"),
                message=f"规则“{rule.id}”引用的文件“{source.document}”没有登记。",
                fix=f"核对代号，或者在 documents 里登记这份文件；现有：{there}。",
            )
        yield from _supports(draft, (*pointer, "supports"), rule, source.supports)


def _supports(
    draft: Draft, pointer: tuple[str | int, ...], rule: Rule, paths: tuple[str, ...]
) -> Iterator[Finding]:
    for k, path in enumerate(paths):
        if not has(rule, path):
            there = "、".join(name for name, _ in leaves(tree(rule)))
            yield draft.finding(
                "P410",
                (*pointer, k),
                message=f"出处说它支持参数“{path}”，但规则“{rule.id}”没有这个参数。",
                fix=f"核对参数名；这条规则的参数：{there}。",
            )
