"""Short pieces of text that several tables share: what it is as of, a level, quotas in brief."""

from __future__ import annotations

from rich.text import Text

from plus100.cli.cells import clean
from plus100.cli.reports import kept_out
from plus100.core.findings import Severity
from plus100.measure.season import Outcome
from plus100.publish.atlas import Atlas
from plus100.publish.progress import tally
from plus100.publish.views import CadreView

SHORT = 10
"""Characters of a digest that are shown."""


def heading(a: Atlas) -> Text:
    """Title, as of when, at which commit."""
    season = a.season
    commit = (
        f"提交 {season.commit[:SHORT]}"
        if season.commit
        else f"还没有提交的记录（摘要 {season.records_digest[:SHORT]}）"
    )
    text = Text(clean(a.frame.settings.title), "bold")
    return text.append(f"\n截至 {season.as_of} · {commit}\n", "dim")


def level(diamonds: int | None, stars: int | None, *, none: str = "无") -> str:
    """``◆★★``: diamonds, then the stars left over; ``—`` without a level."""
    if diamonds is None or stars is None:
        return "—"
    return "◆" * diamonds + "★" * stars or none


def quotas(cadre: CadreView) -> str:
    """``5/7``: demands met, of those that are judged."""
    found = tally(cadre.quotas)
    return f"{found.met}/{found.judged}" if found.judged else "—"


def remarks(outcome: Outcome) -> str:
    """One line where records are at fault: how many, and where to see them."""
    errors = sum(finding.severity is Severity.ERROR for finding in outcome.findings)
    if not errors and not outcome.withheld:
        return ""
    return f"记录里有 {errors} 处错误，用 plus100 check 查看。{kept_out(outcome.withheld)}"
