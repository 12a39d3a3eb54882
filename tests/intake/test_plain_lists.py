"""The plainest list files, read line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plus100.intake.reading.plain_lists import read_plain_list
from plus100.intake.reading.scalars import UnfitError
from plus100.intake.reading.sound import build
from plus100.intake.reading.text import decode

RECORDS = Path(__file__).parents[2] / "records" / "units"
MARKS = ["- ", "  ", "    ", ": ", ":", "\n", "\n- ", "\n  ", "# x\n", " #", "[", "]", ", ", ","]
VALUES = [
    "id",
    "a_b",
    "2018-03-04",
    "010",
    "1e3",
    "12:30",
    "no",
    "null",
    "~",
    "true",
    ".5",
    "0x1F",
    "9" * 20,
]
OTHERS = [*"例“，—－-'\"|>!?%@\t ", "团课：青春", "key：", "&a", "*a"]
PIECES = st.sampled_from([*MARKS, *VALUES, *OTHERS])
LINES = st.builds(
    "{}{}: {}\n".format,
    st.sampled_from(["- ", "  "]),
    st.sampled_from(["id", "date", "title", "null"]),
    st.lists(PIECES, max_size=4).map("".join),
)
OTHER_FORMS = [
    *("", "# nothing\n", "a: b\n", "- a: b", "- a: b\n\n", "- a: b\n  a: c\n", "- a: b # c\n"),
    *("- a: 'b'\n", "- a:\n", "- a: b\n    c: d\n", "  a: b\n", "- a: b \n", "- a: [b, [c]]\n"),
    *("- a: b\r\n", "- a: b: c\n", "- a: b\n  # c\n", "- a: －\n"),
]


def _agrees(text: str) -> None:
    data = text.encode()
    if decode(data, "a.yml")[0] is None:
        return
    try:
        plain = read_plain_list(text)
    except UnfitError:
        return
    if plain is not None:
        assert repr(plain) == repr(build(data, text))


@given(st.lists(LINES, min_size=1, max_size=6).map("".join))
@example("- id: a\n  id: b\n")
@example("- a: b -\n")
@example("- a: b\n  c: [010, no]\n")
def test_what_is_taken_means_the_same_in_yaml(text: str) -> None:
    """Whatever the line reader takes, libyaml's events give the very same value, and without a doubt."""
    _agrees(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_else_is_taken(text: str) -> None:
    """The same holds for text that is hardly a list at all."""
    _agrees(text)


@pytest.mark.parametrize("text", OTHER_FORMS)
def test_other_forms_are_left_alone(text: str) -> None:
    """Anything but plain one-line values in a list is left to the reader of all YAML."""
    assert read_plain_list(text) is None


def test_the_samples_are_plain() -> None:
    """Records as people and the generator write them take the short way, nearly all."""
    paths = [path for path in RECORDS.rglob("*.yml") if path.parent.name in {"partners", "log"}]
    taken = [path for path in paths if read_plain_list(path.read_text("utf-8")) is not None]
    assert len(taken) > 0.9 * len(paths)
