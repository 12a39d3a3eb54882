"""Worked examples: computed by the engine, true to the prose, and readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from plus100.core.findings import Finding
from plus100.ledger.world import Frame
from plus100.publish.handbook.book import compose
from plus100.publish.handbook.shelf import Shelf
from plus100.publish.handbook.worked import Engagement, Example, read_worked
from publish.handbook.test_values import of_children
from publish.handbook.the_book import book, frame, shelf

EXAMPLES = {path: read_worked(path, data)[0] for path, data in shelf().examples.items()}
ROWS = [
    pytest.param(path, one, row, id=f"{path}: {row.record}")
    for path, worked in EXAMPLES.items()
    if worked
    for one in worked.examples
    for row in one.rows
]
CITATION = re.compile(r"\{\{.*?\}\}")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
TOPICS = {
    "quota by category": {"q08", "q10", "q41"},
    "exemption": {"q09", "q54"},
    "transfer and departure": {"q26", "q53"},
    "shares": {"q43", "q44", "q51", "q55", "q56"},
    "replacement after a move": {"q29", "q49", "q52"},
    "fields, frequency, groups": {"q46", "q47", "q48", "q59", "q71"},
    "points and caps": {"q30", "q32", "q35", "q50", "q67", "q73"},
}


def changed(edition: str, rule: str, path: str, value: object) -> Frame:
    """The repository's policies with one value changed wherever the rule is inherited."""
    held = dict(frame().editions)
    for name, one in held.items():
        if name == edition or edition in one.lineage:
            held[name] = of_children(one, rule, path, value)
    return replace(frame(), editions=held)


def falsified(under: Frame) -> set[str]:
    """The pages whose examples no longer come out, or whose records the policies no longer allow."""
    found = compose(shelf(), under).findings
    return {one.where.path for one in found if one.code in {"H609", "H611"}}


def test_every_topic_has_its_examples() -> None:
    """The pages that explain a rule show it at work; each file of examples is sound and on its page."""
    pages = {path.rpartition("/")[2].removesuffix(".example.yml") for path in EXAMPLES}
    assert {topic: names - pages for topic, names in TOPICS.items() if names - pages} == {}
    assert [path for path, worked in EXAMPLES.items() if worked is None] == []
    text = {page.path: page.markdown for page in book().pages}
    for worked in EXAMPLES.values():
        assert worked is not None
        assert "## 举个例子" in text[worked.page]
        assert all(one.title in text[worked.page] for one in worked.examples)


@pytest.mark.parametrize(
    ("edition", "rule", "path", "value", "pages"),
    [
        ("national-2016", "partners.full_time", "at_least", 110, ["lianxi/q41", "lianxi/q52"]),
        ("national-2016", "partners.full_time", "at_least", 90, ["lianxi/q49", "renshi/q10"]),
        ("national-2016", "partners.full_time", "kept_moved_away", "counted", ["lianxi/q49", "luru/q29"]),
        ("national-2016", "partners.other_part_time", "at_least", 12, ["lianxi/q41"]),
        ("national-2016", "partners.large_unit_part_time", "at_least", 20, ["renshi/q08"]),
        ("national-2016", "partners.non_local", "at_most", "1/6", ["lianxi/q44", "lianxi/q56"]),
        ("national-2016", "partners.non_local", "inclusive", False, ["lianxi/q44", "lianxi/q56"]),
        ("national-2016", "partners.main_age", "more_than", "3/4", ["lianxi/q43"]),
        ("national-2016", "partners.civil_servants", "at_most", "1/10", ["lianxi/q51"]),
        ("national-2016", "partners.spread", "at_least", 3, ["lianxi/q46"]),
        ("national-2016", "partners.not_only_reporting", "inclusive", True, ["lianxi/q55"]),
        ("national-2016", "activities.offline_quarter", "window", "month", ["lianxi/q47"]),
        ("national-2016", "lecture.year", "at_least", 2, ["yindao/q71"]),
        ("national-2016", "five_ones.full_time", "at_least", 6, ["fuwu/q59", "yindao/q71"]),
        ("shandong-2017", "five_ones.full_time", "window", "quarter", ["fuwu/q59"]),
        ("shandong-2017", "partners.attached", "at_least", 80, ["lianxi/q54"]),
        ("shandong-2017", "points.activities", "cap", "40", ["luru/q35"]),
        ("shandong-2017", "points.activities", "parts.activities.rates.class_1", "2", ["luru/q26"]),
        ("shandong-2017", "points.partners", "parts.partners.requires", [], ["luru/q30"]),
        ("shandong-2017", "points.partners", "cap", "20", ["lianxi/q50", "luru/q35"]),
        ("shandong-2017", "points.youth_voice", "parts.own.once", False, ["fuwu/q67"]),
        ("shandong-2017", "points.articles", "cap", "9", ["yindao/q73"]),
        ("shandong-2017", "levels", "star", "4", ["luru/q35"]),
        ("xjyyxy-2019", "group.year", "together", True, ["lianxi/q48"]),
    ],
)
def test_a_changed_rule_falsifies_the_pages_that_explain_it(
    edition: str, rule: str, path: str, value: object, pages: list[str]
) -> None:
    """Each of them is named, with the line of the figure that no longer comes out."""
    found = falsified(changed(edition, rule, path, value))
    assert {f"docs/qa/{page}.example.yml" for page in pages} <= found


def test_a_reason_for_exemption_taken_away_falsifies_its_page() -> None:
    """Then nobody on leave would be exempt."""
    reasons = ["internal_service", "posted_elsewhere", "long_sick_leave", "other"]
    found = falsified(changed("national-2016", "exemptions", "reasons", reasons))
    assert "docs/qa/renshi/q09.example.yml" in found


def test_the_finding_names_line_and_figure() -> None:
    """Its place is the figure's in the author's file."""
    under = changed("national-2016", "lecture.year", "at_least", 2)
    one = next(found for found in compose(shelf(), under).findings if found.code == "H609")
    line = shelf().examples["qa/yindao/q71.example.yml"].decode().splitlines()[(one.where.line or 0) - 1]
    assert "expect:" in line
    assert "lecture.year" in one.message


def numbers(value: object) -> Iterator[str]:
    """Every number within an example's records and figures."""
    match value:
        case dict():
            for inner in value.values():
                yield from numbers(inner)
        case list() | tuple():
            for inner in value:
                yield from numbers(inner)
        case _:
            yield from NUMBER.findall(str(value))


def known(example: Example) -> set[str]:
    """Numbers that its prose may name: those of records and figures, their sums, and days."""
    both: list[Engagement] = [example, *([example.elsewhere] if example.elsewhere else [])]
    found = {
        number
        for one in both
        for number in numbers([one.cadre, one.unit, one.partners, one.log, str(example.as_of)])
    }
    found |= {number for row in example.rows for number in numbers([row.expect, str(row.as_of or "")])}
    counts = [int(item.get("times", 1)) for one in both for item in one.partners]
    found |= {str(sum(counts[:end])) for end in range(1, len(counts) + 1)}
    found |= {str(sum(counts[start:])) for start in range(len(counts))} | {str(one) for one in counts}
    return found | {number.lstrip("0") for number in found} | {"35", "36", "45", "1"}


@pytest.mark.parametrize(("path", "example", "row"), ROWS)
def test_prose_names_only_numbers_of_its_example(path: str, example: Example, row: object) -> None:
    """What a row says stands in the records, is computed, or is cited; names of age bands apart."""
    words = CITATION.sub("", f"{example.title} {row.record} {row.how}")  # type: ignore[attr-defined]
    assert set(NUMBER.findall(words)) <= known(example), path


def test_an_example_that_cannot_be_read_shows_no_figure() -> None:
    """Its table stands without results, and only the fault in the records is told."""
    text = shelf().examples["qa/lianxi/q44.example.yml"].replace(b"since: 2017-01-01}", b"since: x}")
    texts = {"qa/lianxi/q44.md": shelf().texts["qa/lianxi/q44.md"]}
    made = compose(Shelf(texts, examples={"qa/lianxi/q44.example.yml": text}), frame())
    mine = [found for found in made.findings if found.where.path.endswith(".example.yml")]
    assert {found.code for found in mine} == {"H611"}
    assert all(line_of(text, one).lstrip().startswith(("cadre:", "- {")) for one in mine)
    assert "| — |" in made.pages[1].markdown


def line_of(text: bytes, one: Finding) -> str:
    """The line that a finding is about."""
    return text.decode().splitlines()[(one.where.line or 0) - 1]


def test_a_page_is_read_before_what_is_done_here() -> None:
    """Examples explain the rule; then comes how it is recorded."""
    page = next(one.markdown for one in book().pages if one.path == "qa/lianxi/q44.md")
    assert page.index("## 举个例子") < page.index("## 在这里怎么做")
