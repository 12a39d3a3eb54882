"""R356: nobody grows younger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plus100.core.findings import Finding
from plus100.intake.schema import codes
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import say

CODE = "R356"


def check_partners(pages: Pages) -> Iterator[Finding]:
    """The age bands of a partner, in the order of their days, only rise. A list that is not in
    order is left to R312.
    """
    labels = codes("age")  # in rising order
    bands = tuple(labels)
    for i, partner in enumerate(pages.partners):
        if type(partner.age) is not tuple:
            continue
        for j, (earlier, later) in enumerate(pairwise(partner.age), 1):
            if earlier.from_ < later.from_ and bands.index(later.value) < bands.index(earlier.value):
                yield say(
                    CODE,
                    pages.partner_at(i, "age", j, "value"),
                    f"联系青年 {partner.id}：年龄段从“{labels[earlier.value]}”"
                    f"退回到“{labels[later.value]}”。",
                    "改正其中写错的一个；以前核实有误的，直接改正那一项，不另加一项。",
                    pages.partner_at(i, "age", j - 1, "value"),
                )
