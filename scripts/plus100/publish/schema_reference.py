"""The reference of record files: every field, code and rule between fields, from the schemas alone.

A pure function from schemas to Markdown. A field that is not in a schema cannot stand here, and one
that is cannot be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plus100.intake.schema import COLUMNS, KINDS, Kind, Schema, definition, load
from plus100.publish.page import Page
from plus100.publish.policies.text import safe
from plus100.publish.schema_examples import EXAMPLES

_INLINE = 4
"""Codes that are listed in the table's cell; longer lists stand in a section of their own."""

_PLAIN = frozenset(["line", "text", "day"])
"""Forms of text that need no explanation."""

LOW = 0.001
"""Whoever searches for a word wants what it means in the work, not the field that holds it."""

_HEAD = "| 字段 | 含义 | 必填 | 取值 | 说明 |\n|---|---|---|---|---|\n"


@dataclass(slots=True)
class _Sheet:
    """A page in the making: what its cells point to, in the order of first mention."""

    root: Schema
    shapes: dict[str, Schema] = field(default_factory=dict)
    forms: dict[str, Schema] = field(default_factory=dict)
    lists: dict[str, Schema] = field(default_factory=dict)


def pages() -> Iterator[Page]:
    """The index and a page for each kind of record file and of front matter."""
    yield Page(path="reference/index.md", title="字段说明", markdown=_index(), search=True, nav="字段说明")
    for kind in (*KINDS, *COLUMNS):
        title = f"字段说明：{load(kind)['title']}"
        path = f"reference/{kind}/index.md"
        yield Page(path=path, title=title, markdown=reference(kind), search=True, boost=LOW)


def reference(kind: Kind) -> str:
    """The page of one kind as Markdown."""
    schema = load(kind)
    sheet = _Sheet(root=schema)
    path, example = EXAMPLES[kind]
    top = definition(schema, schema["items"]["$ref"]) if _points(schema.get("items")) else schema
    if kind == "log":
        top = schema["items"]
    parts = [
        f"# 字段说明：{safe(schema['title'])}\n",
        f"{safe(schema['description'])}\n",
        f"## 示例 {{#example}}\n\n`{path}`：\n\n```{_fence(kind)}\n{example}```\n",
        f"## {safe(top['title'])} {{#top}}\n\n{_body(sheet, top)}",
        *_sections(sheet),
    ]
    return "\n".join(parts)


def _fence(kind: Kind) -> str:
    return "markdown" if kind in COLUMNS else "yaml"


def _rows(kinds: Iterable[Kind]) -> str:
    return "".join(
        f"| [{safe(load(kind)['title'])}]({kind}/index.md) | {safe(load(kind)['description'])} |\n"
        for kind in kinds
    )


def _index() -> str:
    return (
        "# 字段说明\n\n"
        "记录都是 YAML 文件。这里逐个说明每种文件可以写哪些字段、怎样取值；没有列出的字段不能写。"
        "代码用英文，中文名称只用于显示。\n\n"
        f"| 文件 | 说明 |\n|---|---|\n{_rows(KINDS)}\n"
        "## 投稿的抬头 {#columns}\n\n"
        "栏目里的文章是 Markdown 文件：开头两行 `---` 之间是抬头，写法和记录一样；后面是正文，"
        "只用段落、小标题、列表、表格、粗体和链接。图片写进抬头。\n\n"
        f"| 文章 | 说明 |\n|---|---|\n{_rows(COLUMNS)}"
    )


def _sections(sheet: _Sheet) -> Iterator[str]:
    """The objects and code lists that the cells mentioned; describing one may mention further ones."""
    done: set[str] = set()
    while fresh := [name for name in sheet.shapes if name not in done]:
        for name in fresh:
            done.add(name)
            shape = sheet.shapes[name]
            heading = f"## {safe(shape['title'])} {{#{name}}}"
            yield f"{heading}\n\n{safe(shape['description'])}\n\n{_body(sheet, shape)}"
    if sheet.forms:
        rows = (
            f"| {safe(each['title'])} | {safe(each['description'])} |\n" for each in sheet.forms.values()
        )
        yield f"## 写法 {{#forms}}\n\n| 名称 | 怎样写 |\n|---|---|\n{''.join(rows)}"
    for name, each in sheet.lists.items():
        yield f"## 代码：{safe(each['title'])} {{#{name}}}\n\n{safe(each['description'])}\n\n{_codes(each)}"


def _body(sheet: _Sheet, shape: Schema) -> str:
    """An object's fields and rules; of an object with a tag, its shapes."""
    required = shape.get("required", ())
    rows = "".join(
        f"| `{name}` | {safe(part['title'])} | {'是' if name in required else ''} "
        f"| {_value(sheet, part, f'{name}-codes')} | {safe(part['description'])} |\n"
        for name, part in shape["properties"].items()
    )
    rules = list(dict.fromkeys(_rules(shape)))
    demands = "\n字段之间：\n\n" + "".join(f"- {safe(rule)}。\n" for rule in rules) if rules else ""
    return _HEAD + rows + demands + _variants(sheet, shape)


def _rules(shape: Schema) -> Iterator[str]:
    for rule in shape.get("allOf", ()):
        for side in ("then", "else"):
            if "description" in rule.get(side, ()):
                yield rule[side]["description"]


def _variants(sheet: _Sheet, shape: Schema) -> str:
    """Which further fields a tag's values bring."""
    rows = ""
    for rule in shape.get("allOf", ()):
        if _points(rule.get("then")):
            (tag,) = rule["if"]["required"]
            code = rule["if"]["properties"][tag]["const"]
            link = _shape(sheet, rule["then"]["$ref"])
            rows += f"| `{tag}: {code}` | {link} |\n"
    return f"\n| 写作 | 其余字段见 |\n|---|---|\n{rows}" if rows else ""


def _shape(sheet: _Sheet, reference: str) -> str:
    """A link to the section of an object, which is thereby put on the page."""
    name = reference.removeprefix("#/$defs/")
    sheet.shapes.setdefault(name, definition(sheet.root, reference))
    return f"[{safe(sheet.shapes[name]['title'])}](#{name})"


def _points(part: object) -> bool:
    return isinstance(part, Mapping) and "$ref" in part


def _value(sheet: _Sheet, part: Any, name: str) -> str:  # noqa: ANN401 - JSON
    """What may stand as a value, as Markdown for a cell."""
    if _points(part):
        target = definition(sheet.root, part["$ref"])
        if "properties" in target:
            return _shape(sheet, part["$ref"])
        name = part["$ref"].removeprefix("#/$defs/")
        if "pattern" in target and name not in _PLAIN:
            sheet.forms.setdefault(name, target)
            return f"[{safe(target['title'])}](#forms)"
        part = {
            **target,
            **{key: each for key, each in part.items() if key not in ("title", "description")},
        }
    if part.get("if") == {"type": "array"}:
        return f"{_value(sheet, part['else'], name)}；或者列表，每项写 `value`（取值）和 `from`（起始日期）"
    return _plain(sheet, part, name) + _default(part)


def _default(part: Schema) -> str:
    if "default" not in part:
        return ""
    value = part["default"]
    return f"；默认 `{str(value).lower() if isinstance(value, bool) else value}`"


def _plain(sheet: _Sheet, part: Schema, name: str) -> str:
    """A value that is no reference."""
    if "const" in part:
        return f"`{part['const']}`"
    if "oneOf" in part:
        return _choice(sheet, part, name)
    types = part["type"] if isinstance(part["type"], list) else [part["type"]]
    return "或".join(dict.fromkeys(_typed(sheet, part, each, name) for each in types))


def _choice(sheet: _Sheet, part: Schema, name: str) -> str:
    choices = part["oneOf"]
    if len(choices) > _INLINE:
        anchor = f"code-{name}"
        while sheet.lists.setdefault(anchor, part)["oneOf"] != choices:
            anchor += "-2"
        return f"[代码（{len(choices)} 个）](#{anchor})"
    return "、".join(f"`{each['const']}`（{safe(each['title'])}）" for each in choices)


def _typed(sheet: _Sheet, part: Schema, kind: str, name: str) -> str:
    if kind == "array":
        return _list(sheet, part, name)
    if kind == "object":
        return f"一组“代号: 取值”，取值是{_value(sheet, part['additionalProperties'], name)}"
    if kind == "boolean":
        return "`true` 或 `false`"
    if kind == "string":
        return "日期" if part.get("format") == "date" else f"文字，最多 {part['maxLength']} 个字符"
    if kind in ("integer", "number"):
        low = f"大于 {part['exclusiveMinimum']}" if "exclusiveMinimum" in part else f"{part['minimum']} 起"
        return f"{'整数' if kind == 'integer' else '数'}，{low}，最大 {part['maximum']}"
    return "`null`"


def _list(sheet: _Sheet, part: Schema, name: str) -> str:
    least = f"，至少 {part['minItems']} 项" if part.get("minItems") else ""
    most = f"，最多 {part['maxItems']} 项" if "maxItems" in part else ""
    return f"列表{least}{most}，每项是{_value(sheet, part['items'], name)}"


def _codes(part: Schema) -> str:
    rows = "".join(
        f"| `{each['const']}` | {safe(each['title'])} | {safe(each.get('description', ''))} |\n"
        for each in part["oneOf"]
    )
    return f"| 代码 | 名称 | 说明 |\n|---|---|---|\n{rows}"
