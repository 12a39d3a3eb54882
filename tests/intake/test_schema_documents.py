"""A record file from bytes to a value: what is taken as written, what is said only once."""

from __future__ import annotations

import pytest

from plus100.intake.documents import kind_of, read_document

ENTRY = "- {{type: reply, id: {}, date: 2017-05-03, area: own, about: {}}}\n"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("records/settings.yml", "settings"),
        ("other/policies/readings.yml", "readings"),
        ("records/policies/shandong-2017.yml", "policy"),
        ("records/units/a/unit.yml", "unit"),
        ("records/units/a/cadres/b/cadre.yml", "cadre"),
        ("records/units/a/cadres/b/partners/x.yml", "partners"),
        ("records/units/a/cadres/b/log/2017.yml", "log"),
        ("records/units/a/cadres/b/log/deep/2017.yml", None),
        ("records/units/a/cadres/b/log/2017.yaml", None),
        ("records/readme.md", None),
        ("settings.yml", None),
    ],
)
def test_kind_of(path: str, kind: str | None) -> None:
    """A file's place tells its kind, whatever the records folder is called; other files have none."""
    assert kind_of(path) == kind


@pytest.mark.parametrize("raw", ["010", "12e3", "0x1f", "1.50", "true", "null", "7"])
def test_text_is_taken_as_written(raw: str) -> None:
    """Where the schema wants text, a plain scalar that YAML reads as something else is that text."""
    activity = (
        f"- {{type: activity, id: 20170503-k3, date: 2017-05-03, form: online, theme: x, title: {raw}}}"
    )
    value, findings = read_document("records/x.yml", activity.encode(), "log")
    assert findings == ()
    assert isinstance(value, list)
    assert value[0]["title"] == raw


@pytest.mark.parametrize("raw", ['"3"', "no", "3.5", "null", "", "[]"])
def test_numbers_are_not_taken_from_text(raw: str) -> None:
    """Nothing but a whole number is a number of people: one finding at its place."""
    activity = (
        f"- {{type: activity, id: 20170503-k3, date: 2017-05-03, form: online, theme: x, headcount: {raw}}}"
    )
    _, findings = read_document("records/x.yml", activity.encode(), "log")
    assert [(each.code, each.where.pointer) for each in findings] in (
        [("S203", (0, "headcount"))],
        [("S213", (0, "headcount"))],
    )


def test_whole_list_comes_back_with_faults() -> None:
    """A list document with a faulty item comes back whole, and the finding names the item."""
    text = ENTRY.format("20170503-k3", "q1") + "- {type: reply}\n" + ENTRY.format("20170503-k4", "q2")
    value, findings = read_document("records/x.yml", text.encode(), "log")
    assert isinstance(value, list)
    assert len(value) == 3
    assert {each.where.pointer[0] for each in findings if each.where.pointer} == {1}


def test_reading_fault_is_not_told_twice() -> None:
    """A value that the reader refuses is not blamed once more by the schema."""
    count = "9" * 20
    text = f"- {{type: reaction, id: 20170503-k3, date: 2017-05-03, count: {count}, direction: given}}\n"
    _, findings = read_document("records/x.yml", text.encode(), "log")
    assert [each.code for each in findings] == ["Y111"]


def test_whole_fraction_is_a_whole_number() -> None:
    """``3.0`` is the integer that JSON Schema takes it for, also for the types."""
    text = "- {type: reaction, id: 20170503-k3, date: 2017-05-03, count: 3.0, direction: given}\n"
    value, findings = read_document("records/x.yml", text.encode(), "log")
    assert findings == ()
    assert isinstance(value, list)
    assert type(value[0]["count"]) is int


@pytest.mark.parametrize("text", ["- a\n", "x\n", "---\n"])
def test_wrong_top_yields_no_value(text: str) -> None:
    """A file whose whole shape is wrong yields no value and one finding."""
    value, findings = read_document("records/units/a/unit.yml", text.encode(), "unit")
    assert value is None
    assert [each.code for each in findings] == ["S214"]
