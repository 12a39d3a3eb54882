"""The shape of one catalogue entry."""

from __future__ import annotations

from dataclasses import dataclass

from plus100.core.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding code. All text is Chinese and is shown on the code's page.

    ``title``: the fault in a few words. ``why``: what goes wrong otherwise, with the clause if a
    document asks for it. ``fix``: what to do. ``bad`` and ``good``: the same short excerpt, at
    fault and mended.
    """

    code: str
    title: str
    why: str
    fix: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR
