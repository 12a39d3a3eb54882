"""The foot of every page."""

from __future__ import annotations

import pytest

from plus100.ledger.records import Forge
from plus100.publish.foot import report, stamp
from plus100.publish.pages import survey
from publish.league import league


@pytest.mark.parametrize(
    ("kind", "address", "titled"),
    [
        ("github", "https://forge.example/a/b/issues/new?title=", True),
        ("gitea", "https://forge.example/a/b/issues/new?title=", True),
        ("gitlab", "https://forge.example/a/b/-/issues/new?issue[title]=", True),
        ("gitee", "https://forge.example/a/b/issues/new", False),
        ("none", "", False),
    ],
)
def test_an_error_is_reported_where_the_records_are_kept(kind: str, address: str, titled: bool) -> None:  # noqa: FBT001
    """Each forge's documented form; a forge without one gets its empty form."""
    assert report(Forge(kind=kind, url="https://forge.example/a/b/")) == (address, titled)


def test_without_a_forge_there_is_no_address() -> None:
    """The footer then names the unit's administrator."""
    assert report(None) == ("", False)


def test_the_stamp_says_when_where_and_by_which_rules() -> None:
    """As-of, ten digits of the commit, the titles of the editions that units follow, escaped."""
    made = league()
    found = survey(made.outcome, made.told)
    assert found is not None
    words = str(stamp(found))
    assert words.startswith("截至 2018-11-30 · 提交 0123456789 · 规则：")
    assert "<" not in words
