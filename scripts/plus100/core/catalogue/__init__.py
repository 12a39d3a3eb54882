"""Every finding code, with the text of its page; one module a stage.

``Y1xx`` reading YAML · ``S2xx`` schema · ``R3xx`` records · ``P4xx`` policies and readings ·
``L5xx`` privacy · ``H6xx`` the handbook · ``C7xx`` the columns · ``G9xx`` review in Git. A code is
never reused. Tests tie each one to a passing and a failing case.

- ``entry``     what the catalogue says of a code
- ``reading`` (Y1xx: ``reading_files``, ``reading_yaml``, ``reading_slips``), ``schema`` (S2xx),
  ``records`` (R3xx: ``record_files``, ``record_units``, ``record_cadres``, ``record_books``,
  ``record_waivers``), ``policies`` (P4xx), ``privacy`` (L5xx), ``handbook`` (H6xx), ``columns``
  (C7xx), ``review_trees``, ``review_rights`` and ``review_server`` (G9xx)
"""

from __future__ import annotations

from plus100.core.catalogue import (
    columns,
    handbook,
    policies,
    privacy,
    reading,
    records,
    review_rights,
    review_server,
    review_trees,
    schema,
)
from plus100.core.catalogue.entry import Entry

CATALOGUE: dict[str, Entry] = {
    entry.code: entry
    for module in (
        reading,
        schema,
        records,
        policies,
        privacy,
        handbook,
        columns,
        review_trees,
        review_rights,
        review_server,
    )
    for entry in module.ENTRIES
}

__all__ = ["CATALOGUE", "Entry"]
