"""Policy editions and readings that cannot be applied (P4xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
