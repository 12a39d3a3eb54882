"""Chinese search: faults of the theme's search worker, mended in what was built, and words that the
cutter of Chinese text should know.

The theme cuts pages into words with jieba, and what is typed with the words of the index. Its worker
does the second badly: it never looks at the query's end (of 例北禾 it finds 例 alone), asks for any of
the words instead of all, takes 怎么 for a word to be found, and knows a word by its beginning only, so
that 日报 is not found in 人民日报. The locked version has each of these places exactly once; where a
later one has not, the build says so, so that this module can be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jieba
from mkdocs.exceptions import PluginError

SCRIPTS = "assets/javascripts"
WORKERS = f"{SCRIPTS}/workers"

DULL = "的 了 吗 呢 吧 是 我 我们 怎么 怎么办 怎样 如何 什么 为什么 哪里 哪些 请问 关于 可以 要"
"""Words that people type in questions and nobody looks for."""

CUT = (
    "function fe(t,e){"
    "const dull=new Set(" + repr(DULL.split()) + "),words=[];let run='';"
    "const flush=()=>{if(run)words.push(run);run=''};"
    # The longest known word from the left; characters between known words stay together.
    "for(let i=0,j;i<t.length;i=j){for(j=t.length;j>i+1&&!(t.slice(i,j)in e);)j--;"
    "if(j-i>1){flush();words.push(t.slice(i,j))}else run+=t[i]}flush();"
    "const told=words.filter(w=>!dull.has(w)),kept=told.length?told:words,"
    "long=kept.filter(w=>w.length>1),keys=Object.keys(e);"
    # Every word is demanded, wherever in a longer one it stands; a single character only as it is.
    "return(long.length?long:kept).flatMap(w=>w.length===1?w+'^1':"
    "keys.some(k=>k.includes(w))?'+*'+w+'*':[...w].map(c=>'+'+c+'^1'))}"
    "function unused_fe(t,e){"
)

MENDS = (
    ("function fe(t,e){", CUT),
    ('.join("* ")', '.join(" ")'),
    # Where no page has all of it, pages that have some of it.
    (
        "this.index.search(e)",
        (
            "(q=>{const all=this.index.search(q);"
            "return all.length?all:this.index.search(q.replace(/(^|\\s)\\+/g,'$1'))})(e)"
        ),
    ),
    ("e[s].startsWith(o.term)", "e[s].includes(o.term)"),
)
"""What stands in the worker, and what is put in its place."""

LATE = (('L($(location.protocol!=="file:"),Je("search"))', 'L($(!1),Je("search"))'),)
"""The same of the theme's script: the index, the largest file by far, is fetched when the search is opened
and not with every page.
"""


def mend_search(site: Path) -> None:
    """Mend the built site's search. ``PluginError`` where it is not as expected."""
    _mend(site / WORKERS, "search.*.js", MENDS)
    _mend(site / SCRIPTS, "bundle.*.js", LATE)


def _mend(folder: Path, name: str, mends: Iterable[tuple[str, str]]) -> None:
    paths = sorted(folder.glob(name))
    if len(paths) != 1:
        raise PluginError(f"The theme's {name} is missing: look at plus100.publish.search.")
    text = mended = paths[0].read_text("utf-8")
    for faulty, better in mends:
        if text.count(faulty) != 1:
            raise PluginError(f"The theme's {name} has changed: look at plus100.publish.search.")
        mended = mended.replace(faulty, better)
    paths[0].write_text(mended, "utf-8")


@contextmanager
def known(words: Iterable[str]) -> Iterator[None]:
    """Let jieba know words for a while: its dictionary is the process's, and one site's names are not
    the next one's.
    """
    jieba.initialize()
    cutter = jieba.dt
    frequencies, total = dict(cutter.FREQ), cutter.total
    try:
        for word in words:
            jieba.add_word(word)
        yield
    finally:
        cutter.FREQ, cutter.total = frequencies, total
