"""Waivers: which findings they are about, and which they never are."""

from __future__ import annotations

from datetime import date

import pytest

from plus100.core.findings import Finding, Location, Severity
from plus100.ledger.assemble import check, read_frame
from plus100.ledger.records import Waiver
from plus100.ledger.waivers import in_force, part
from support import mini

LOG = "units/sheng/cadres/li-er/log/2018.yml"
ENTRY = "- {id: 20180303-zz, type: activity, date: 2018-03-03, form: online, theme: nothing-known}\n"
ROW = (
    "- {{code: {code}, path: {path}, reason: 示例, approver: wang-yi, approved_on: 2018-01-10,"
    " until: {until}{more}}}\n"
)


def row(code: str = "R363", path: str = LOG, until: str = "2018-12-31", more: str = "") -> str:
    """A waiver as it stands in the file."""
    return ROW.format(code=code, path=path, until=until, more=more)


def parted(
    waivers: str, log: str = ENTRY, committed: str | None = None
) -> tuple[list[Finding], list[Finding]]:
    """What stands and what is waived in the miniature repository with an entry at fault."""
    source = mini.source({"records/waivers.yml": waivers, f"records/{LOG}": log}, committed=committed)
    frame, _ = read_frame(source)
    assert frame is not None
    left, waived = part(check(source), in_force(frame), source)
    return list(left), list(waived)


def test_a_waived_fault_is_a_hint_that_says_by_whom() -> None:
    """It no longer blocks, and everybody sees why."""
    left, waived = parted(row())
    assert left == []
    assert [(one.code, one.severity) for one in waived] == [("R363", Severity.HINT)]
    assert "wang-yi 已批准豁免到 2018-12-31：示例" in waived[0].message


@pytest.mark.parametrize(
    "waivers",
    [
        "[]\n",
        row(code="R362"),
        row(path="units/sheng/cadres/wang-yi/log/2018.yml"),
        row(more=", record: 20180301-zz"),
        row(until="2018-11-29"),
        "- {code: R363}\n",
        "code: R363\n",
    ],
)
def test_a_waiver_of_something_else_waives_nothing(waivers: str) -> None:
    """Another code, another file, another record, one that has run out, one of the wrong shape."""
    left, waived = parted(waivers)
    assert "R363" in {one.code for one in left}
    assert waived == []


def test_a_waiver_may_name_the_record() -> None:
    """Then the same fault of another record stands."""
    other = ENTRY.replace("20180303-zz", "20180304-zz").replace("2018-03-03", "2018-03-04")
    left, waived = parted(row(more=", record: 20180304-zz"), ENTRY + other)
    assert [one.where.line for one in left] == [1]
    assert [one.where.line for one in waived] == [2]


def test_a_waiver_at_fault_leaves_the_others() -> None:
    """A row without its reason is said, and the next row counts."""
    left, waived = parted("- {code: R363}\n" + row())
    assert {one.where.path for one in left} == {"records/waivers.yml"}
    assert len(waived) == 1


def test_the_day_is_that_of_the_commit() -> None:
    """A waiver of a day that the commit has not reached, or has passed, does not count."""
    assert parted(row(), committed="2019-01-01")[1] == []
    assert len(parted(row(), committed="2018-12-31")[1]) == 1


def test_privacy_is_never_waived() -> None:
    """Whatever the file says."""
    left, waived = parted(
        row(code="L501", path=LOG), ENTRY.replace("nothing-known", "talk, title: 13912345678")
    )
    assert waived == []
    assert {"R381", "L501"} <= {one.code for one in left}


def test_a_fault_of_a_whole_file_has_no_record() -> None:
    """A waiver that names a record is not about the file."""
    text = row(code="R308", path="units/zhen/unit.yml", more=", record: x")
    source = mini.source(
        {"records/waivers.yml": text},
        [{"path": "records/units/zhen/unit.yml", "find": "id: zhen", "replace": "id: zhenn"}],
    )
    frame, _ = read_frame(source)
    assert frame is not None
    assert part(check(source), in_force(frame), source)[1] == ()


def waiver(record: str | None) -> Waiver:
    """A waiver of R363 in the log."""
    first, last = date(2018, 1, 1), date(2018, 12, 31)
    return Waiver(
        code="R363", path=LOG, reason="x", approver="x", approved_on=first, until=last, record=record
    )


def fault(path: str) -> Finding:
    """R363 at the first item of a file."""
    return Finding(code="R363", message="x", fix="x", where=Location(path=path, pointer=(0, "theme")))


def test_findings_may_name_their_files_from_further_up() -> None:
    """Where the records folder lies deeper in a repository, findings of a change say so."""
    source = mini.source({f"records/{LOG}": ENTRY})
    found, held = fault(f"a/records/{LOG}"), waiver("20180303-zz")
    assert part([found], [held], source)[1] == ()
    assert len(part([found], [held], source, "a/records")[1]) == 1


@pytest.mark.parametrize("text", ["- text\n", "text\n"])
def test_an_item_that_is_no_record_has_no_name(text: str) -> None:
    """A waiver that names a record is not about text in a list."""
    source = mini.source({f"records/{LOG}": text})
    assert part([fault(f"records/{LOG}")], [waiver("x")], source)[1] == ()
