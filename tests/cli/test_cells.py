"""Columns, wrapping, and hostile characters."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plus100.cli.cells import NEVER_FIRST, clean, clip, pad, width, wrap

TEXT = st.text(alphabet=st.sampled_from("团青年，。（）ab c1-/“”"), max_size=80)


@given(st.text(max_size=40))
def test_cleaned_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    """Controls, bidi marks, surrogates and line breaks are shown as escapes, never passed on."""
    categories = {unicodedata.category(char) for char in clean(text)}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def test_escape_sequences_are_shown_and_not_sent() -> None:
    """A value that would recolour, retitle or reorder the terminal is readable as what it is."""
    assert clean("a\x1b[31mb\u202ec\x07") == "a\\u001b[31mb\\u202ec\\u0007"


@given(TEXT, st.integers(20, 60))
def test_wrapping_loses_no_character(text: str, columns: int) -> None:
    """Wrapped lines hold all that is not white space, in order."""
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


@given(st.text(alphabet="团青年，。ab ", max_size=80), st.integers(20, 60))
def test_wrapped_lines_fit(text: str, columns: int) -> None:
    """No line is wider than asked for, where no single word and its punctuation is."""
    longest = max((width(word) for word in text.replace("团", " ").replace("青", " ").split()), default=0)
    assert all(width(line) <= max(columns, longest) for line in wrap(text, columns))


def test_a_line_does_not_begin_with_closing_punctuation() -> None:
    """A full stop that would come first on a line takes its character along."""
    lines = wrap("团干部联系青年，青年联系团干部。" * 6, 31)
    assert len(lines) > 1
    assert not [line for line in lines if line[0] in NEVER_FIRST]


def test_a_line_break_stays_one() -> None:
    """Paragraphs that the text has are kept."""
    assert wrap("一\n\n二", 20) == ["一", "", "二"]


def test_chinese_is_two_columns_wide_when_padding_and_clipping() -> None:
    """Columns line up whatever the script, and what is cut says so."""
    assert pad("团委", 6) == "团委  "
    assert pad("7", 4, right=True) == "   7"
    assert clip("示例团委", 5) == "示例…"
    assert clip("示例团委", 6) == "示例…"
    assert width(clip("示例团委", 7)) == 7
    assert clip("示例团委", 8) == "示例团委"
