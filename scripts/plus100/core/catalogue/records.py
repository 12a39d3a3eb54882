"""Records that contradict each other or themselves (R3xx)."""

from __future__ import annotations

from plus100.core.catalogue import record_books, record_cadres, record_files, record_units, record_waivers

ENTRIES = (
    *record_files.ENTRIES,
    *record_units.ENTRIES,
    *record_cadres.ENTRIES,
    *record_books.ENTRIES,
    *record_waivers.ENTRIES,
)
