"""The foot of every page: as of when, which commit, which editions, where to report an error."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from plus100.ledger.records import Forge
from plus100.publish.atlas import Atlas

ISSUE: Mapping[str, str] = MappingProxyType(
    {
        "github": "/issues/new?title=",
        "gitea": "/issues/new?title=",
        "gitlab": "/-/issues/new?issue[title]=",
    }
)
"""The forge's documented form of a new issue with its title filled in, after the repository's address."""

PLAIN: Mapping[str, str] = MappingProxyType({"gitee": "/issues/new"})
"""Where a forge documents none, its empty form."""


def stamp(a: Atlas) -> Markup:
    """``截至 2018-11-30 · 提交 0123456789 · 规则：…``."""
    commit = a.season.commit
    where = f"提交 {commit[:10]}" if commit else f"未提交的记录（摘要 {a.season.records_digest[:10]}）"
    used = {one.policy for one in a.units.values() if one.policy}
    titles = [a.edition_title(one) for one in a.frame.editions if one in used]
    rules = f" · 规则：{'、'.join(titles)}" if titles else ""
    return Markup("截至 {} · {}{}").format(a.season.as_of, where, rules)


def report(forge: Forge | None) -> tuple[str, bool]:
    """The address at which an error is reported, and whether the page's address may be put after it;
    "" where the settings name no forge.
    """
    if forge is None:
        return "", False
    base = forge.url.rstrip("/")
    if forge.kind in ISSUE:
        return base + ISSUE[forge.kind], True
    return (base + PLAIN[forge.kind], False) if forge.kind in PLAIN else ("", False)


def foot(a: Atlas) -> dict[str, object]:
    """What the theme's footer takes from ``config.extra``."""
    address, titled = report(a.frame.settings.forge)
    return {"stamp": stamp(a), "report": address, "titled": titled}
