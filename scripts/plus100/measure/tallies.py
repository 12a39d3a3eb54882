"""Plain counts of what was done in the year, and on which days."""

from __future__ import annotations

from collections import Counter
from datetime import date

from plus100.core.periods import Span
from plus100.measure.contacts import Contacts
from plus100.measure.evidence import Evidence


def tallies(evidence: Evidence, contacts: Contacts, span: Span) -> dict[str, int]:
    """Partners as they stand, and the entries of the span by kind (reactions and tasks by number)."""
    activities = [at[3] for at in evidence.activities if at[0] in span]
    online = sum(activity.form == "online" for activity in activities)
    return {
        "partners": len(contacts.active),
        "partners_kept": contacts.kept,
        "activities_online": online,
        "activities_offline": len(activities) - online,
        "replies": sum(at[0] in span for at in evidence.replies),
        "reactions": sum(at[3].count for at in evidence.reactions if at[0] in span),
        "shares": sum(at[0] in span for at in evidence.shares),
        "tasks": sum(len(activity.tasks) for activity in activities),
    }


def calendar(evidence: Evidence, span: Span) -> tuple[tuple[date, int], ...]:
    """How many entries each day of the span has, days without any left out."""
    return tuple(sorted(Counter(day for day in evidence.days() if day in span).items()))
