"""A record that its schema refuses is told of its days all the same, in one run, and nothing else."""

from __future__ import annotations

import pytest

from plus100.core.findings import Finding, Location
from plus100.ledger.assemble import check, read_book, read_frame
from plus100.ledger.assembly.doubt import elsewhere
from support import mini

WANG = "records/units/sheng/cadres/wang-yi"
LOG = f"{WANG}/log/2018-09.yml"
PARTNERS = f"{WANG}/partners/c.yml"
ENTRY = "type: activity, id: 20180901-za"
CADRE = """\
id: wang-yi
person: wang-yi
name: 示例王一
since: 2017-01-01
until: 2016-12-31
left: transfered
posts:
  - {category: full_tme, basis: {kind: formal_staff}, from: 2017-01-01, until: 2016-06-30, titel: 书记}
  - {category: full_time, basis: {kind: formal_staff}, from: 1917-01-01}
"""


def told(over: dict[str, str]) -> list[str]:
    """Code and place of each finding, without the path."""
    return sorted(f"{one.code} {one.where.line}:{one.where.column}" for one in check(mini.source(over)))


def test_all_that_the_schema_refuses_in_a_record_is_told_in_one_run() -> None:
    """A missing and an unknown field, a code and a date that are none, a wrong type, too long a text."""
    text = f"- {{{ENTRY}, date: 2018-09-31, theme: talkk, headcount: 三, titel: x, title: {'长' * 41}}}\n"
    assert [one.split()[0] for one in told({LOG: text})] == ["S201", "S202", "S203", "S205", "S207"]


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [
        (LOG, f"- {{{ENTRY}, date: 2018-09-02, form: ofline, theme: talk}}\n", ["R361", "S204"]),
        (LOG, f"- {{{ENTRY}, date: 2018-09-01, form: ofline, theme: talk}}\n", ["S204"]),
        (LOG, "- {type: share, id: 20150901-za, date: 2015-09-01, article: a, url: 3}\n", ["R362", "S208"]),
        (LOG, f"- {{{ENTRY}, date: 2015-09-01, form: offline, theme: talk, tasks: 3}}\n", ["R361", "S203"]),
        (LOG, "- {type: share, id: 20180901-ZA, date: 2015-09-02, article: a}\n", ["S206"]),
        (LOG, "- {type: share, id: 20180901-za, date: 2015-09-31, article: a}\n", ["S205"]),
        (LOG, "- {type: share, id: 20150901-za, date: 2015-09-01}\n", ["S202"]),
        (PARTNERS, "- {id: p9, since: 2018-01-01, until: 2017-01-01, ended: gone}\n", ["R311", "S204"]),
        (PARTNERS, "- {id: p9, since: 2018-01-01, until: 2017-01-99, ended: declined}\n", ["S205"]),
        (PARTNERS, "- {id: p9, since: 1918-01-01, local: 是}\n", ["R310", "S203"]),
        (PARTNERS, "- p9\n", ["S203"]),
        (PARTNERS, "{}\n", ["S214"]),
    ],
)
def test_a_fault_in_one_field_does_not_hide_one_in_the_days(path: str, text: str, codes: list[str]) -> None:
    """Unless the days rest on the field at fault: then they are not judged."""
    assert [one.split()[0] for one in told({path: text})] == codes


def test_so_it_is_with_cadres_and_units() -> None:
    """Every span that is sound by itself is looked at; the cadre is withheld for all of it at once."""
    source = mini.source({f"{WANG}/cadre.yml": CADRE})
    found = {
        f"{one.code} {one.where.line}" for one in check(source) if one.where.path.endswith("/cadre.yml")
    }
    assert {"S204 6", "S204 8", "S201 8", "R311 5", "R311 8", "R310 9"} <= found
    frame, _ = read_frame(source)
    assert frame is not None
    assert "sheng/wang-yi" not in frame.cadres
    unit = "id: sheng\nname: [{value: a, from: 2018-01-01}, {value: b, from: 2017-01-01}]\nlevel: provinz\n"
    unit += "policy: national-2016\n"
    assert told({"records/units/sheng/unit.yml": unit})[:1] == ["R312 2:55"]


def test_what_is_told_besides_stays_withheld() -> None:
    """An item whose days are sound is no more counted than before."""
    source = mini.source({LOG: f"- {{{ENTRY}, date: 2018-09-01, form: ofline, theme: talk}}\n"})
    frame, _ = read_frame(source)
    assert frame is not None
    book, withheld, _ = read_book(frame, "sheng/wang-yi", source)
    assert "20180901-za" not in {entry.id for entry in book.each_entry()}
    assert [one.codes for one in withheld] == [("S204",)]


def test_findings_that_touch_a_place_at_fault_are_not_said() -> None:
    """Neither within it, nor around it, nor with it as a further place."""

    def at(*places: tuple[str | int, ...]) -> Finding:
        where, *others = (Location(path="a", pointer=place) for place in places)
        return Finding(code="R311", message="", fix="", where=where, others=tuple(others))

    clear = at((0, "until"), (0, "since"))
    touching = [at((0, "ended", 1)), at((0,)), at((0, "until"), (0, "ended")), at(())]
    assert list(elsewhere([clear, *touching], {(0, "ended")})) == [clear]
