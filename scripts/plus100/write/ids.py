"""Fresh ids: the day and a short random part, so that nobody's pull request meets another's."""

from __future__ import annotations

import secrets
from datetime import date

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look like others (i, l, o, 0, 1)."""

LENGTH = 4


def fresh_id(day: date) -> str:
    """``20181130-k3f9``."""
    return f"{day:%Y%m%d}-{''.join(secrets.choice(LETTERS) for _ in range(LENGTH))}"
