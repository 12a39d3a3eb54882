"""``python benchmarks/lighthouse.py``: Lighthouse's four scores of four pages, into ``README.md``.

An emulated phone on a slow network, one run a page. Speed depends on what else the machine does, so
no test asserts it; the other three scores are asserted by ``tests/site/test_every_kind_of_page.py``.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from plus100.publish.site import build  # noqa: E402
from support.browsing import serve  # noqa: E402 (found by the line above)
from support.judges import lighthouse  # noqa: E402
from support.kinds import LOOKED_AT, example  # noqa: E402

NAMES = {"": "home", "boards": "a league", "qa": "an answer", "units": "a cadre"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HEAD = "| page | speed | accessibility | best practices | SEO |\n|---|---:|---:|---:|---:|\n"
README = ROOT / "benchmarks" / "README.md"
TABLE = re.compile(r"(<!-- lighthouse: begin -->\n).*?(<!-- lighthouse: end -->)", re.DOTALL)


def rows(site: Path, folder: Path) -> str:
    """One line a page."""
    made = ""
    places = example(site, LOOKED_AT)
    for address in serve(site):
        for name, place in places.items():
            scores = lighthouse(address + place, CATEGORIES, folder)
            made += f"| {NAMES[name]} | {' | '.join(str(scores[one]) for one in CATEGORIES)} |\n"
    return made


def busy() -> str:
    """What else ran: on a busy machine the scores for speed are too low."""
    load, cores = os.getloadavg()[0], os.cpu_count()
    return f"Processes that wanted to run, the last minute's mean: {load:.1f} on {cores} cores."


def main() -> None:
    """Build the sample site, judge it, write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(ROOT / "records", folder / "site")
        table = HEAD + rows(folder / "site", folder) + f"\n{busy()}\n"
    text = README.read_text(encoding="utf-8")
    README.write_text(TABLE.sub(rf"\g<1>{table}\g<2>", text), encoding="utf-8")
    print(table, end="")


if __name__ == "__main__":
    main()
