"""Checks: what contradicts what in records that are each of the right shape. One rule a module.

Only structural faults are found here. What the documents demand of people is a status that
``measure`` computes, never a finding.

- ``say``         how a finding is made, and the nearest existing name for a mistaken one
- ``draft``       what checks look at: ``Draft`` (everything but the books), ``Pages`` (one book)
- ``spans``       the spans of days in units and cadres; ``held`` who has keys and accounts

A frame check is ``check(draft) -> findings``; the checks of a book come in three stages (partners,
the days of entries, entries), so that none builds on what an earlier one found at fault. The tuples
below say which there are. ``file_place`` and ``hollow`` look at the folder before anything
is read, ``calendar`` at the settings alone. Books are many:
their checks are single loops without calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks import (
    account,
    after_commit,
    attachment,
    basis,
    category_level,
    cycle,
    dated_order,
    edition,
    entry_day,
    entry_id,
    entry_partner,
    exemption,
    face_to_face,
    folder_id,
    forge_account,
    headcount,
    key,
    moved_from,
    one_place,
    overlap,
    own_quota,
    parent,
    parent_level,
    partner_age,
    partner_dates,
    partner_id,
    partner_late,
    post_range,
    reversed_span,
    reviewer,
    root,
    task,
    theme,
    twice,
    unit_theme,
    year,
)
from plus100.ledger.checks.draft import Draft, Pages

FRAME: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    folder_id.check,
    year.check,
    reversed_span.check,
    dated_order.check,
    root.check,
    parent.check,
    cycle.check,
    parent_level.check,
    edition.check,
    own_quota.check,
    reviewer.check,
    unit_theme.check,
    post_range.check,
    overlap.check,
    category_level.check,
    basis.check,
    attachment.check,
    moved_from.check,
    one_place.check,
    exemption.check,
    key.check,
    forge_account.check,
    account.check,
)

PARTNERS: tuple[Callable[[Pages], Iterator[Finding]], ...] = (
    year.check_partners,
    reversed_span.check_partners,
    dated_order.check_partners,
    after_commit.check_partners,
    partner_id.check_partners,
    partner_dates.check_partners,
    partner_age.check_partners,
    partner_late.check_partners,
)

FRAME_ALONE: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    year.check,
    reversed_span.check,
    dated_order.check,
    post_range.check,
    overlap.check,
    attachment.check,
)
"""Those that look at the days of one record and nothing else."""

PARTNERS_ALONE: tuple[Callable[[Pages], Iterator[Finding]], ...] = (
    year.check_partners,
    reversed_span.check_partners,
    dated_order.check_partners,
    after_commit.check_partners,
    partner_dates.check_partners,
    partner_late.check_partners,
)
"""Likewise."""

DAYS: tuple[Callable[[Pages], Iterator[Finding]], ...] = (entry_day.check_days,)

ENTRIES: tuple[Callable[[Pages], Iterator[Finding]], ...] = (
    entry_id.check_entries,
    theme.check_entries,
    task.check_entries,
    entry_partner.check_entries,
    headcount.check_entries,
    twice.check_entries,
    face_to_face.check_entries,
)
