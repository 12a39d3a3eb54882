"""Documents that are not of their schema's shape (S2xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
