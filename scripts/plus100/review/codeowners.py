"""``CODEOWNERS``: whom a forge asks to look at a change. It only asks; what counts is the guard.

Owners are teams of the forge's organisation, named after units: who is in a team is settled there, so
that the file changes with the units alone and not with every reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from plus100.ledger.checks.parent import parent_on
from plus100.ledger.world import Frame

PLACE = ".github/CODEOWNERS"


def codeowners(frame: Frame, records: str) -> str | None:
    """The file; ``None`` where the settings name no repository of an organisation. ``records`` is the
    records folder's name.
    """
    forge = frame.settings.forge
    organisation = urlsplit(forge.url).path.strip("/").split("/")[0] if forge is not None else ""
    if not organisation:
        return None
    rows = [("# Written by `plus100 codeowners`; the last line that matches a file counts.", ""), ("", "")]
    rows += _rows(frame, records, f"@{organisation}")
    width = max(len(path) for path, owner in rows if owner)
    return "".join(f"{path.ljust(width)} {owner}".rstrip() + "\n" for path, owner in rows)


def _rows(frame: Frame, records: str, organisation: str) -> Iterator[tuple[str, str]]:
    def team(unit: str) -> str:
        return f"{organisation}/unit-{unit}"

    root = team(frame.settings.root)
    yield "*", f"{organisation}/maintainers"
    yield "/docs/", root
    yield f"/{records}/", root
    for name in sorted(frame.units):
        above = parent_on(frame.units[name], frame.as_of)
        yield f"/{records}/units/{name}/", team(name)
        yield f"/{records}/units/{name}/unit.yml", root if above is None else team(above)
