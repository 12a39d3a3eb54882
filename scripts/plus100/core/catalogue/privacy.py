"""Personal data that must not stand in the records (L5xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
