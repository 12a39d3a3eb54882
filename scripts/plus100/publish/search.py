"""A fault of the theme's search worker, mended in what was built.

The worker cuts what is typed into the index's terms, but never looks up a term that reaches to the end
of the query: of 例北禾 it finds 例 alone. The locked version has the loop exactly once; where a later one
has it no more, the build says so, so that this module can go.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import PluginError

WORKERS = "assets/javascripts/workers"
FAULTY = "for(let o=s+1;o<t.length;o++)t.slice(s,o)in e"
MENDED = "for(let o=s+1;o<=t.length;o++)t.slice(s,o)in e"


def mend_search(site: Path) -> None:
    """Let the worker look up terms at the query's end. ``PluginError`` where it is not as expected."""
    workers = sorted((site / WORKERS).glob("search.*.js"))
    texts = {path: path.read_text("utf-8") for path in workers}
    if sum(text.count(FAULTY) for text in texts.values()) != 1:
        raise PluginError("The theme's search worker has changed: look at plus100.publish.search.")
    for path, text in texts.items():
        path.write_text(text.replace(FAULTY, MENDED), "utf-8")
