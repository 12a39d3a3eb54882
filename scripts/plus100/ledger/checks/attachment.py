"""R334: an attachment has a term of more than one year (Q8; X08)."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.core.periods import add_months
from plus100.ledger.checks.draft import Draft
from plus100.ledger.checks.say import say

CODE = "R334"
FIX = "期限抄错的，按文件改正；期限不超过一年的不算挂职，改为其他类别。"


def check(draft: Draft) -> Iterator[Finding]:
    """The term of every attachment. Exactly one year, as from 1 January to 31 December, is not more
    than one; a term that ends before it begins is left to R311.
    """
    for name, cadre in draft.cadres.items():
        for i, post in enumerate(cadre.posts):
            first, last = post.basis.term_from, post.basis.term_until
            if first is not None and last is not None and first <= last < add_months(first, 12):
                yield say(
                    CODE,
                    (draft.cadre_path(name), ("posts", i, "basis", "term_until")),
                    f"团干部 {name}：挂职期 {first} 至 {last}，没有超过一年。",
                    FIX,
                )
