"""The data of the site: the season as JSON, a JSON file a cadre, CSV, and the schema of each."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from plus100.publish.almanac import pages as almanac
from plus100.publish.atlas import Atlas
from plus100.publish.page import Page, root
from plus100.publish.render import template
from plus100.publish.schema import SCORE, schemas
from plus100.publish.sheets import Sheet, sheets, to_csv
from plus100.publish.views import SeasonView, View


def encode(view: View) -> str:
    """Compact JSON, every figure as exact text."""
    return msgspec.json.encode(view).decode()


def score_json(view: SeasonView) -> str:
    """The published season, indented for people: what ``score --format json`` prints."""
    return msgspec.json.format(msgspec.json.encode(view), indent=2).decode() + "\n"


def table_schema(sheet: Sheet) -> str:
    """A CSV's columns in the form of a table schema."""
    fields = [
        {"name": name, "type": "string", "title": meaning, "description": meaning}
        for name, meaning in sheet.columns
    ]
    return json.dumps({"title": sheet.title, "fields": fields}, ensure_ascii=False, indent=2) + "\n"


def files(a: Atlas) -> Iterator[tuple[str, str]]:
    """Path and text of every data file."""
    yield "data/score.json", encode(a.season)
    for name, text in schemas().items():
        yield f"data/schemas/{name}", text
    for sheet in sheets(a):
        yield f"data/{sheet.id}.csv", to_csv(sheet)
        yield f"data/schemas/{sheet.id}.table.json", table_schema(sheet)
    for cadre in a.cadres:
        yield f"data/cadres/{cadre}.json", encode(a.dossier(cadre))
    yield from almanac.files(a.frame)


def _listed(id_: str, title: str, name: str, schema: str) -> dict[str, str]:
    return {
        "id": id_,
        "title": title,
        "name": name,
        "href": f"data/{name}",
        "schema": f"data/schemas/{schema}",
        "schema_name": schema,
    }


def page(a: Atlas) -> Page:
    """What can be downloaded, and what every column means."""
    path = "data/index.md"
    tables = sheets(a)
    listed = [_listed("score", "全部结果", "score.json", SCORE)]
    listed += [_listed(one.id, one.title, f"{one.id}.csv", f"{one.id}.table.json") for one in tables]
    body = template("data")(a=a, root=root(path), files=listed, tables=tables)
    return Page(path=path, title="数据", body=body, search=True, nav="数据")
