"""Measures of what is to be done, and by when: their parameters."""

from __future__ import annotations

from datetime import date

from plus100.ledger.policy.part import Part


class ActivityCount(Part, frozen=True, kw_only=True, tag="activity_count", tag_field="measure"):
    """At least so many activities in every window. ``themes`` empty: any theme. ``form``: any,
    online, offline. ``every_theme``: each theme at least once as well (X23: false, missing ones are
    shown). ``windows``: fixed or rolling (X25). ``face_to_face`` counts only those.
    ``partners_more_than``: instead of the number of activities, the share of active partners met in
    them must be more than this fraction (X35).
    """

    at_least: int
    window: str
    themes: tuple[str, ...] = ()
    form: str = "any"
    every_theme: bool = False
    windows: str = "fixed"
    face_to_face: bool = False
    partners_more_than: str | None = None


class Presence(Part, frozen=True, kw_only=True, tag="presence", tag_field="measure"):
    """A statement of the kinds for every month (daily voice, weekly interaction, monthly topic).
    ``required`` false: shown only (E1: 日常 has no number).
    """

    kinds: tuple[str, ...]
    required: bool = True


class Campaign(Part, frozen=True, kw_only=True, tag="campaign", tag_field="measure"):
    """A concentrated activity period: dates, or months of every year; ``None`` where the document
    leaves them open. Shown in calendars; what is done in it is an activity of ``theme``, if any.
    """

    first: date | None = None
    last: date | None = None
    months: tuple[int, ...] = ()
    theme: str | None = None


class Deadline(Part, frozen=True, kw_only=True, tag="deadline", tag_field="measure"):
    """A day by which something is due: once (``on``), or in every window on ``day`` of its last
    month (inclusive: "20日前" includes the 20th, X25). ``statement``: the kind of statement that shows
    it done (client_login); none where the date is only shown.
    """

    on: date | None = None
    window: str | None = None
    day: int | None = None
    statement: str | None = None


class TaskItem(Part, frozen=True, kw_only=True):
    """One item of the 一学一做 task list."""

    id: str
    title: str
    group: str


class TaskList(Part, frozen=True, kw_only=True, tag="task_list", tag_field="measure"):
    """The task list (X42)."""

    tasks: tuple[TaskItem, ...]


class ThemeItem(Part, frozen=True, kw_only=True):
    """One theme of the activity vocabulary."""

    id: str
    title: str


class Themes(Part, frozen=True, kw_only=True, tag="themes", tag_field="measure"):
    """The activity vocabulary of an edition. ``other`` is always allowed besides."""

    themes: tuple[ThemeItem, ...]
