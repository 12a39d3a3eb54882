"""A rule, or a change of one, as a block of text: title, parameters, sources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from rich.text import Text

from plus100.cli.cells import clean, wrap
from plus100.cli.terminal import columns
from plus100.ledger.policy.diff import RuleChange
from plus100.ledger.policy.edition import Edition, Held
from plus100.ledger.policy.parameters import OWN, leaves, tree
from plus100.ledger.policy.rules import Rule, Source
from plus100.publish.labels import SCHEMAS, word

CHANGES = {"added": ("新增", "green"), "removed": ("取消", "red"), "changed": ("改动", "yellow")}
EMPTY: tuple[object, ...] = (None, "", [], {}, (), False)


def rule_block(held: Held, edition: Edition) -> Text:
    """Title, id, force, since when; parameters; sources; readings."""
    rule = held.rule
    text = title(rule)
    notes = [word("force", rule.force), f"自 {rule.from_} 起"]
    notes += [f"到 {held.until}"] if held.until else []
    notes += ["下级不得加码"] if rule.ceiling else []
    notes += [f"沿用自 {held.origin}"] if held.origin != edition.id else []
    text.append_text(indented("；".join(notes)))
    text.append_text(indented("，".join(parameters(rule))))
    text.append_text(indented("依据：" + "；".join(cited(source, edition) for source in rule.sources)))
    if rule.readings:
        text.append_text(indented("解读：" + "、".join(rule.readings)))
    return text.append("\n")


def change_block(change: RuleChange) -> Text:
    """What became of one rule."""
    held = change.new or change.old
    if held is None:
        return Text()
    label, ink = CHANGES[change.kind]
    text = Text(f"{label} ", ink).append_text(title(held.rule))
    for parameter in change.parameters:
        name = parameter_title(held.rule, parameter.path)
        text.append_text(indented(f"{name}：{shown(parameter.old)} → {shown(parameter.new)}"))
    if change.kind != "changed":
        text.append_text(indented("，".join(parameters(held.rule))))
    text.append_text(
        indented("依据：" + "；".join(f"{one.document} {one.clause}" for one in held.rule.sources))
    )
    return text.append("\n")


def title(rule: Rule) -> Text:
    """``联系人数上限  partners.full_time``."""
    return Text(clean(rule.title), "bold").append(f"  {rule.id}", "dim")


def indented(words: str) -> Text:
    """A wrapped paragraph under the title; nothing for no words."""
    return Text("".join(f"\n    {line}" for line in wrap(clean(words), columns() - 4)) if words else "")


def cited(source: Source, edition: Edition) -> str:
    """``鲁青办〔2017〕18号 三、考核积分``."""
    document = edition.documents.get(source.document)
    name = (document.number or f"《{document.title}》") if document else source.document
    return f"{name} {source.clause}"


def parameters(rule: Rule) -> Iterator[str]:
    """``至少 100``: every parameter that is set."""
    for path, value in leaves(tree(rule)):
        if path.split(".")[0] not in OWN and value not in EMPTY:
            yield f"{parameter_title(rule, path)} {shown(value)}"
    if rule.applies.categories:
        yield "适用于" + "、".join(word("category", one) for one in rule.applies.categories)
    if rule.applies.levels:
        yield "单位层级 " + "、".join(word("level", one) for one in rule.applies.levels)


def shown(value: object) -> str:
    """A parameter's value in words."""
    if isinstance(value, list | tuple):
        return "、".join(shown(one) for one in value) or "无"
    match value:
        case None:
            return "未设"
        case True:
            return "是"
        case False:
            return "否"
        case _:
            return str(value)


def parameter_title(rule: Rule, path: str) -> str:
    """The schema's title of a parameter, with the names of the things it lies within."""
    first, *rest = path.split(".")
    measure = rule.does.__struct_config__.tag if rule.does is not None else ""
    name = titles().get((str(measure), first), first)
    return ".".join([name, *rest])


@cache
def titles() -> Mapping[tuple[str, str], str]:
    """(measure, parameter) → Chinese title, from ``policy.schema.json``."""
    definitions = json.loads((SCHEMAS / "policy.schema.json").read_text(encoding="utf-8"))["$defs"]
    return {
        (measure, name): field["title"]
        for measure, definition in definitions.items()
        for name, field in definition.get("properties", {}).items()
        if "title" in field
    }
