"""The waivers in public: which faults may stay, why, by whose word, until when."""

from __future__ import annotations

from plus100.ledger.waivers import in_force
from plus100.ledger.world import Frame
from plus100.publish.page import Page, root
from plus100.publish.render import template

PATH = "findings/waivers/index.md"


def page(frame: Frame) -> Page:
    """All of them, expired ones included."""
    held = in_force(frame)
    rows = [
        (one, one in held) for one in sorted(frame.waivers, key=lambda one: (one.until, one.path, one.code))
    ]
    body = template("waivers")(root=root(PATH), rows=rows)
    return Page(path=PATH, title="豁免", body=body, search=True)
