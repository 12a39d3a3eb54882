"""The five chapters, in order, with the folder that each stands in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CHAPTERS: Mapping[str, str] = MappingProxyType(
    {
        "认识篇": "renshi",
        "录入篇": "luru",
        "联系篇": "lianxi",
        "服务篇": "fuwu",
        "引导篇": "yindao",
    }
)
