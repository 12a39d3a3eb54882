"""R330: posts lie inside the engagement."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say
from plus100.ledger.checks.year import is_slip
from plus100.ledger.records import Cadre

CODE = "R330"


def check(draft: Draft) -> Iterator[Finding]:
    """A post begins no earlier, and ends no later, than the engagement. One that ends before it
    begins is left to R311, as is an engagement that does; a year that is a slip to R310.
    """
    for name, cadre in draft.cadres.items():
        if cadre.until is None or cadre.since <= cadre.until:
            yield from _begins(draft, name, cadre)
            yield from _ends(draft, name, cadre)


def _begins(draft: Draft, name: str, cadre: Cadre) -> Iterator[Finding]:
    """Where every one of several posts begins too early, the engagement's own day is probably wrong."""
    path = draft.cadre_path(name)
    early = [
        i for i, post in enumerate(cadre.posts) if post.from_ < cadre.since and not is_slip(post.from_)
    ]
    places = [(path, ("posts", i, "from")) for i in early]
    if len(early) == len(cadre.posts) > 1:
        message = f"团干部 {name}：任职从 {cadre.since} 开始，晚于每一个岗位的开始日。"
        yield say(CODE, (path, ("since",)), message, "改正任职的 since，或各岗位的 from。", *places)
        return
    for i, place in zip(early, places, strict=True):
        yield say(
            CODE,
            place,
            f"团干部 {name}：岗位从 {cadre.posts[i].from_} 开始，早于任职开始日 {cadre.since}。",
            "改正岗位的 from 或任职的 since。",
            (path, ("since",)),
        )


def _ends(draft: Draft, name: str, cadre: Cadre) -> Iterator[Finding]:
    path = draft.cadre_path(name)
    for i, post in enumerate(cadre.posts if cadre.until is not None else ()):
        if post.until is None or (cadre.until is not None and post.until > cadre.until):
            end = "没有写结束日" if post.until is None else f"到 {post.until} 才结束"
            yield say(
                CODE,
                (path, ("posts", i, "from" if post.until is None else "until")),
                f"团干部 {name}：任职在 {cadre.until} 已经结束，岗位却{end}。",
                f"在这个岗位写 until: {cadre.until}，或改正任职的 until。",
                (path, ("until",)),
            )
