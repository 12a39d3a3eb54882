"""A correction that is offered corrects: the failing case is then without the fault, and no other came."""

from __future__ import annotations

import re

import pytest

from plus100.core.catalogue import Entry, reading
from plus100.core.findings import Finding
from plus100.intake.reading import strict_yaml
from plus100.ledger.assemble import check
from plus100.ledger.checks.say import meant
from support import cases, mini

TEMPLATES = {"S202", "S210", "S214"}
"""Their corrected excerpts have gaps (``…``) that only the writer can fill."""

HOLES = {"Y101", "Y102", "Y103", "Y104", "Y105", "Y106", "Y107", "Y108", "Y110"}
"""Their excerpts stand for bytes that a page cannot show, or for a whole file."""

REVEALED = {
    "Y148-fail-on the first line": {"Y136"},  # the line below is one space short too; the fix says so
    "Y133-fail-continued": {"Y136"},  # likewise
}

MANY = 10
RECORDS = [case for path in sorted(cases.FOLDER.glob("R*.yml")) for case in cases.read(path) if case.fails]
CASES = [
    case
    for path in sorted(cases.FOLDER.glob("[YS]*.yml"))
    for case in cases.read(path)
    if case.fails and case.kind in {"bytes", "document"} and case.code not in TEMPLATES
]
VALUE = re.compile(r"""\"[^\"]*\"|'[^']*'|\[[^]]*\]|“[^”]*”|[^,\]}\n]+""")
WITH = [
    case for case in CASES if any(found.code == case.code and found.snippet for found in cases.run(case))
]


def corrected(text: str, finding: Finding) -> str:
    """The text with the corrected excerpt in place: for the whole field where the excerpt names one that
    begins on the line, else from the place on.
    """
    lines = text.split("\n")
    line = lines[(finding.where.line or 1) - 1]
    place = (finding.where.column or 1) - 1
    key, colon, value = finding.snippet.partition(": ")
    field = re.search(rf"(?<![\w-]){re.escape(key)} *(?::|：)", line) if colon else None
    in_brackets = re.search(r"[\[{]", line[:place]) is not None and finding.code != "Y134"
    if finding.code[0] == "Y":
        start = field.start() if field and field.start() <= place else place
        there = VALUE.match(line, start) if in_brackets else None
        end, new = there.end() if there else len(line), finding.snippet
    else:
        start, new = place, finding.snippet if finding.where.key or not colon else value
        there = VALUE.match(line, start)
        end = there.end() if there and (in_brackets or not colon) else len(line)
    lines[(finding.where.line or 1) - 1] = line[:start] + new + line[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("case", WITH, ids=str)
def test_what_is_offered_mends_the_fault_and_makes_no_other(case: cases.Case) -> None:
    """Every corrected excerpt without a gap; of several, each is applied in turn."""
    text = case.text().decode()
    before = cases.run(case)
    for _ in range(MANY):
        offered = [
            found for found in cases.run(changed(case, text)) if found.snippet and found.code == case.code
        ]
        if not offered:
            break
        text = corrected(text, offered[0])
    after = {found.code for found in cases.run(changed(case, text))}
    assert case.code not in after
    assert after <= {found.code for found in before} | REVEALED.get(str(case), set())


def offered_in(case: cases.Case) -> list[Finding]:
    """What a case of records finds that has a corrected excerpt."""
    return [found for found in cases.run(case) if found.snippet]


OFFERED = [case for case in RECORDS if case.kind == "records" and offered_in(case)]


@pytest.mark.parametrize("case", OFFERED, ids=str)
def test_what_a_check_of_records_offers_mends_the_fault_and_makes_no_other(case: cases.Case) -> None:
    """Each corrected excerpt in place: not one finding of the case is left, and there is no new one."""
    files = mini.changed(case.data.get("files"), case.data.get("edits", ()))
    before = cases.run(case)
    for found in reversed(offered_in(case)):
        files[found.where.path] = corrected(files[found.where.path].decode(), found).encode()
    after = check(mini.Memory(files=files))
    assert after == tuple(found for found in before if not found.snippet)


def test_records_are_mended_for_these_codes_and_where_it_is_not_certain_nothing_is_offered() -> None:
    """The test above would show little for nothing. A name of persons is never offered: it gives rights."""
    assert {case.code for case in OFFERED} == {
        "R308",
        "R309",
        "R320",
        "R323",
        "R326",
        "R363",
        "R364",
        "R365",
    }
    unsure = {"R308-fail-a cadre", "R326-fail-a slip", "R365-fail-another number is another youth"}
    assert unsure.isdisjoint(map(str, OFFERED))
    assert unsure <= set(map(str, RECORDS))


@pytest.mark.parametrize(
    ("name", "names", "is_meant"),
    [
        ("talks", ["talk", "lecture"], "talk"),
        ("lectrue", ["talk", "lecture"], "lecture"),
        ("p01", ["p001", "p011"], "p001"),
        ("p-001", ["p001"], None),
        ("p007", ["p001"], None),
        ("yaun", ["yuan"], "yuan"),
        ("yuann", ["yuan"], "yuan"),
        ("duan", ["yuan"], None),
        ("jia", ["yi", "jie"], None),
        ("yuann", ["yuan", "yuanna"], None),
    ],
)
def test_only_a_slip_for_one_name_is_sure(name: str, names: list[str], is_meant: str | None) -> None:
    """Short names, other numbers and two that are equally near are left to whoever wrote them."""
    assert meant(name, names) == is_meant


def changed(case: cases.Case, text: str) -> cases.Case:
    """The case with another text."""
    return cases.Case(
        case.code, case.kind, case.name, case.fails, {"path": case.data.get("path", "a.yml"), "text": text}
    )


def test_most_codes_that_could_offer_a_correction_are_here() -> None:
    """The test above would show little for nothing."""
    assert {case.code for case in WITH} >= {
        "S201",
        "S203",
        "S204",
        "S205",
        "S206",
        "Y132",
        "Y133",
        "Y134",
        "Y137",
        "Y138",
        "Y145",
        "Y148",
    }


@pytest.mark.parametrize(
    "entry", [one for one in reading.ENTRIES if one.code not in HOLES], ids=lambda one: one.code
)
def test_a_page_shows_the_fault_and_the_mended_text(entry: Entry) -> None:
    """What the catalogue calls bad has just that finding, and what it calls good has none."""
    bad = strict_yaml.read(f"{entry.bad}\n".encode(), "a.yml")[1]
    if entry.code == "Y146":
        bad = strict_yaml.read(entry.bad.encode(), "a.yml")[1]
    assert {found.code for found in bad} == {entry.code}
    assert strict_yaml.read(f"{entry.good}\n".encode(), "a.yml")[1] == ()
