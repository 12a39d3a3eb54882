"""The schema of a receipt, made from its types so that it cannot drift from what is written."""

from __future__ import annotations

from plus100.publish import schema as published
from plus100.review.views import Receipt

FILE = "receipt.schema.json"

TITLES = {
    "Receipt": "一次改动的检查结果",
    "Moved": "之前和之后",
    "ItemEffect": "一个积分项的变化",
    "DemandEffect": "一项要求的变化",
    "ShareEffect": "一项比例的变化",
    "CadreEffect": "对一名团干部的影响",
    "FindingView": "一处问题",
    "EditCount": "一类改动的条数",
    "Agreement": "一项已同意的改动",
}


def schema() -> str:
    """JSON Schema 2020-12 of ``plus100 review --format json``, with Chinese titles."""
    return published.as_text(published.schema(Receipt, TITLES))
