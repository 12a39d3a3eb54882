"""One page of every kind of the sample site: the largest of each folder and depth, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

ALSO = (
    *("policies/readings/", "policies/shandong-2017/", "404.html", "units/fengling/li-beihe/"),
    *("columns/tags/", "columns/boosts/20181010-c2v7/", "columns/moments/20181104-w8k3/"),
    *("columns/notices/20180912-m4x8/", "columns/stories/20181025-g7z3/"),
)
"""Pages that differ from the larger ones of their folder and depth."""

LOOKED_AT = {"": 0, "boards": 3, "qa": 3, "units": 3}
"""Home, a league, an answer, a cadre: folder and depth of what Lighthouse looks at."""


def places(site: Path) -> Iterator[tuple[str, Path]]:
    """Address below the site's root → file of every page."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix().removesuffix("index.html"), path


def kind(place: str) -> tuple[str, int]:
    """``units/fengling/li-beihe/`` → ``("units", 3)``."""
    return place.partition("/")[0], place.count("/")


def kinds(site: Path) -> list[str]:
    """The addresses of those pages, in order."""
    largest: dict[tuple[str, int], tuple[int, str]] = {}
    for place, path in places(site):
        size = path.stat().st_size, place
        largest[kind(place)] = max(largest.get(kind(place), (0, "")), size)
    return sorted({place for _, place in largest.values()} | set(ALSO))


def example(site: Path, wanted: Mapping[str, int]) -> dict[str, str]:
    """The largest page below each folder at a depth: ``{"qa": 3}`` → ``{"qa": "qa/lianxi/q41/"}``."""
    found = {kind(place): place for place in kinds(site) if place not in ALSO}
    return {name: found[name, depth] for name, depth in wanted.items()}
