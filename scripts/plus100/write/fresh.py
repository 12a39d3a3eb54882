"""A draft with what is known filled in: its id, the day, a title."""

from __future__ import annotations

import json
from datetime import date

from plus100.publish.drafts.blanks import NAME, fill
from plus100.publish.drafts.texts import Draft


def fresh(draft: Draft, name: str, day: date, title: str = "") -> Draft:
    """The draft under a name of its own (``20181130-k3f9``). A title is quoted as YAML wants it, whatever
    it holds.
    """
    values = {"id": name, "date": day.isoformat()}
    if title:
        values["title"] = json.dumps(title, ensure_ascii=False)
    return Draft(draft.path.replace(NAME, name), fill(draft.text, values))
