"""Faults that stop a file from being read (Y1xx)."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
