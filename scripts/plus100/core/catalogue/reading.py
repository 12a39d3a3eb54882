"""Faults of a file that hinder reading it, or reading it the same way everywhere (Y1xx)."""

from __future__ import annotations

from plus100.core.catalogue import reading_files, reading_slips, reading_yaml
from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = tuple(
    sorted(
        (*reading_files.ENTRIES, *reading_yaml.ENTRIES, *reading_slips.ENTRIES),
        key=lambda entry: entry.code,
    )
)
