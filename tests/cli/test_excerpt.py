"""The line that a finding shows, and its caret."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plus100.cli.cells import width
from plus100.cli.excerpt import excerpt, lines_of
from plus100.core.findings import Location


def at(line: int | None, column: int | None) -> Location:
    """A place in some file."""
    return Location(path="records/x.yml", line=line, column=column)


def test_the_caret_stands_under_the_value_after_chinese() -> None:
    """Two-column characters before the value move the caret by two."""
    assert excerpt(at(2, 5), ["a: 1", "名称: 示例 # 备注"], 70) == ("2", "名称: 示例 # 备注", "      ^^^^")


def test_a_quoted_value_is_underlined_whole() -> None:
    """Spaces inside quotes belong to the value."""
    found = excerpt(at(1, 7), ['name: "示 例"'], 70)
    assert found is not None
    assert found[2] == " " * 6 + "^" * 7


def test_a_colon_inside_a_value_belongs_to_it() -> None:
    """A time is one value; the colon behind a key is not the key's."""
    found = [excerpt(at(1, column), ["date: 12:30"], 70) for column in (7, 1)]
    assert [one[2] for one in found if one] == ["      ^^^^^", "^^^^"]


def test_a_place_past_the_end_of_a_line_still_has_one_caret() -> None:
    """Something missing at a line's end is shown behind it."""
    assert excerpt(at(1, 6), ["name:"], 70) == ("1", "name:", "     ^")


def test_a_whole_file_or_a_line_that_is_not_there_has_no_excerpt() -> None:
    """A missing file has no line to show."""
    assert excerpt(at(None, None), ["a"], 70) is None
    assert excerpt(at(9, 1), ["a"], 70) is None


def test_lines_end_where_the_reader_of_yaml_ends_them() -> None:
    """CRLF, LF and CR each end one line, so that numbers agree with the finding's."""
    assert lines_of("甲\r\n乙\n丙\r丁".encode()) == ["甲", "乙", "丙", "丁"]


def test_bytes_that_are_no_text_can_be_shown() -> None:
    """The line of a GBK file is shown with replacement characters."""
    assert lines_of("名".encode("gbk") + b"\nb")[1] == "b"


@given(st.text(alphabet="团ab \x1b", max_size=400), st.integers(1, 400), st.integers(20, 100))
def test_an_excerpt_fits_and_its_caret_stands_within_it(line: str, column: int, room: int) -> None:
    """However long the line, the excerpt fits the width and the caret points into it."""
    found = excerpt(at(1, column), [f"{line}x"], room)
    assert found is not None
    _, shown, carets = found
    assert width(shown) <= room
    assert len(carets.rstrip("^")) <= width(shown)
    assert "^" in carets


def test_a_number_is_masked_and_the_caret_stays() -> None:
    """An excerpt goes into logs that many can read: what the leak scan finds is starred out, in place."""
    line = "title: 打13800138000 或写 a.b@example.com"
    found = excerpt(at(1, 8), [line], 70)
    assert found is not None
    assert found[1] == "title: 打*********** 或写 ***************"
    assert found[2].startswith(" " * 7 + "^")
