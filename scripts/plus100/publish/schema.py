"""The published schemas, made from the views so that they cannot drift from what is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from plus100.publish import traces, views
from plus100.publish.meanings import MEANINGS, Meanings

SCORE = "score.schema.json"
DOSSIER = "dossier.schema.json"

TITLES = {
    "SeasonView": "“1+100”联系青年积分与达标情况",
    "DossierView": "一名团干部的完整积分轨迹",
    "CadreView": "一名团干部",
    "UnitView": "一个单位",
    "ScopeView": "一个统计范围",
    "IndicatorView": "一个指标：分子与分母",
    "BoardView": "一张排行榜",
    "RowView": "排行榜的一行",
    "PointsView": "一年的积分",
    "ItemView": "一个积分项",
    "PartView": "一个小项",
    "LevelView": "钻与星",
    "QuotaView": "一项数量要求",
    "WindowView": "一期的情况",
    "RatioView": "一项比例要求",
    "RanksView": "名次",
    "RankView": "一个名次",
    "Basis": "依据的规则",
    "Clause": "文件与条款",
    "TraceView": "一个数字的来历",
    "TraceLine": "一条记录",
    "TraceCount": "只公布个数的记录",
}


def schema(
    view: type[views.View], titles: Mapping[str, str] = TITLES, meanings: Meanings = MEANINGS
) -> dict[str, Any]:
    """JSON Schema 2020-12 of a published type, with Chinese titles (by the types' names) and what each
    field means, and without our docstrings.
    """
    made = msgspec.json.schema(view)
    for name, part in made["$defs"].items():
        part.pop("description", None)
        part["title"] = titles[name]
        for field, meaning in meanings.get(name, {}).items():
            part["properties"][field]["description"] = meaning
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titles[view.__name__],
        **made,
    }


def as_text(schema: Mapping[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schemas() -> dict[str, str]:
    """File name → text of every published schema."""
    published: dict[str, type[views.View]] = {SCORE: views.SeasonView, DOSSIER: traces.DossierView}
    return {name: as_text(schema(view)) for name, view in published.items()}
