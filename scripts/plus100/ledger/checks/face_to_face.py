"""R370: a face-to-face meeting is not online."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say
from plus100.ledger.records import Activity

CODE = "R370"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every activity."""
    for i, entry in enumerate(pages.entries):
        if type(entry) is Activity and entry.face_to_face and entry.form == "online":
            yield say(
                CODE,
                pages.entry_at(i, "face_to_face"),
                f"活动 {entry.id}：形式是线上（online），不能同时是面对面。",
                "当面进行的，form 写 offline；视频、语音等线上交流的，删去 face_to_face。",
                pages.entry_at(i, "form"),
            )
