"""The words of log entries on the site."""

from __future__ import annotations

from plus100.ledger.assemble import read_frame
from plus100.publish.entries import read_entries
from support import mini

LOG = "records/units/sheng/cadres/li-er/log/2018.yml"
SOUND = "- {type: activity, id: 20180302-aa, date: 2018-03-02, form: offline, theme: talk, title: 谈心}\n"
LEAK = "- {type: share, id: 20180303-ab, date: 2018-03-03, article: 电话13800138000}\n"
TWICE = "- {type: share, id: 20180302-aa, date: 2018-03-02, article: 冒名的标题}\n"


def test_what_is_withheld_has_no_words() -> None:
    """A title with a telephone number is withheld and never gets onto a page; all else is told."""
    source = mini.source({LOG: SOUND + LEAK})
    frame, _ = read_frame(source)
    assert frame is not None
    told = read_entries(source, frame)["sheng/li-er"]
    assert {name: entry.title for name, entry in told.items()} == {"20180302-aa": "谈心"}


def test_a_withheld_double_does_not_lend_its_words() -> None:
    """Of two entries with one id none takes the place of the one that counts."""
    source = mini.source({LOG: SOUND + TWICE})
    frame, _ = read_frame(source)
    assert frame is not None
    told = read_entries(source, frame)["sheng/li-er"]
    assert [entry.title for entry in told.values()] in ([], ["谈心"])
