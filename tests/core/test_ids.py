"""The grammar of names."""

from __future__ import annotations

import pytest

from plus100.core.ids import ENTRY, NAME, cadre_id, split_cadre_id


@pytest.mark.parametrize("name", ["a", "shili-xian", "2017", "p001", "a-1-b"])
def test_names_are_lower_case_words_joined_by_single_hyphens(name: str) -> None:
    """Every file system and forge keeps such names as they are."""
    assert NAME.fullmatch(name)


@pytest.mark.parametrize("name", ["", "A", "-a", "a-", "a--b", "a_b", "示例", "a b", "a.b", "a/b", "a\n"])
def test_other_names_are_not_taken(name: str) -> None:
    """Upper case, other signs and line breaks are refused."""
    assert not NAME.fullmatch(name)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("20170503-k3f9", True),
        ("20170503-aa", True),
        ("20170503-a", False),
        ("20170503-abcdefghijkl", True),
        ("20170503-abcdefghijklm", False),
        ("2017053-k3f9", False),
        ("20170503k3f9", False),
        ("20170503-K3F9", False),
    ],
)
def test_an_entry_is_a_day_and_a_short_random_part(text: str, fits: bool) -> None:  # noqa: FBT001
    """Two to twelve letters or digits after the day."""
    assert bool(ENTRY.fullmatch(text)) is fits


def test_a_cadre_is_named_by_unit_and_folder() -> None:
    """The two directions undo each other."""
    assert cadre_id("shi", "chen-yi") == "shi/chen-yi"
    assert split_cadre_id("shi/chen-yi") == ("shi", "chen-yi")


@pytest.mark.parametrize("text", ["shi", "a/b/c", ""])
def test_anything_else_is_no_cadre(text: str) -> None:
    """A name without exactly one slash is refused."""
    with pytest.raises(ValueError, match="unpack"):
        split_cadre_id(text)
